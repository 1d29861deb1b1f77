package id.deskpemilu.board;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The boards that somebody watches. A view is read once a second, once for all of its watchers on this node, and only while
 * there are any; they hear of it only when it has changed. No database connection is held in between.
 */
@Component
public class LiveBoards implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBoards.class);
    private static final int SENDERS = 4;
    private static final long FORGET_AFTER = TimeUnit.MINUTES.toNanos(1);

    private final BoardReader reader;
    private final Recap recap;
    private final BoardSettings settings;
    private final Map<View, Slot> slots = new ConcurrentHashMap<>();
    private final Map<String, Integer> perPerson = new ConcurrentHashMap<>();
    private ScheduledExecutorService clockwork = clockwork();
    private volatile ExecutorService senders = senders();
    private volatile boolean running;

    LiveBoards(BoardReader reader, Recap recap, BoardSettings settings) {
        this.reader = reader;
        this.recap = recap;
        this.settings = settings;
    }

    /**
     * What is watched.
     *
     * @param election the election's code
     * @param region the region
     */
    public record View(String election, RegionCode region) {}

    /** Whoever is told; called by one thread at a time, never by two. */
    public interface Watcher {

        /**
         * The board has changed, or the watcher does not know it yet.
         *
         * @throws Exception if nobody is there any more; then the line is cut
         */
        void changed(String version) throws Exception;

        /**
         * Nothing has changed for a while.
         *
         * @throws Exception if nobody is there any more; then the line is cut
         */
        void alive() throws Exception;

        /** Whether the watcher may still see the region; asked from time to time. */
        boolean mayStay();

        /** The line is cut by the desk: it stops, or the watcher may not stay. */
        void end();
    }

    /** A line to a watcher. */
    public final class Line {

        private final String person;
        private final Slot slot;
        private final Watcher watcher;
        private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();
        private final AtomicBoolean sending = new AtomicBoolean();
        private final AtomicBoolean open = new AtomicBoolean(true);
        private volatile @Nullable String known;
        private volatile long heardAt = System.nanoTime();
        private volatile long checkedAt = System.nanoTime();

        private Line(String person, Slot slot, @Nullable String known, Watcher watcher) {
            this.person = person;
            this.slot = slot;
            this.known = known;
            this.watcher = watcher;
        }

        /** Nobody is there any more. */
        public void close() {
            if (open.compareAndSet(true, false)) {
                slot.lines.remove(this);
                perPerson.computeIfPresent(person, (who, lines) -> lines > 1 ? lines - 1 : null);
            }
        }

        private void cut() {
            if (open.get()) {
                close();
                watcher.end();
            }
        }

        private void tell(String version) {
            if (!version.equals(known)) {
                known = version;
                heardAt = System.nanoTime();
                send(() -> attempt(() -> watcher.changed(version)));
            }
        }

        private void look(long now) {
            if (now - checkedAt >= settings.recheck().toNanos()) {
                checkedAt = now;
                senders.execute(() -> {
                    if (!mayStay()) {
                        cut();
                    }
                });
            }
            if (now - heardAt >= settings.heartbeat().toNanos()) {
                heardAt = now;
                if (!sending.get()) { // whoever is still being told something is alive or about to be found dead
                    send(() -> attempt(watcher::alive));
                }
            }
        }

        private boolean mayStay() {
            try {
                return watcher.mayStay();
            } catch (RuntimeException e) {
                LOG.warn("A watcher of the board could not be looked up", e);
                return true; // asked again soon; a database that is away for a moment throws nobody out
            }
        }

        /** To a slow watcher only the newest is sent. */
        private void send(Runnable what) {
            next.set(what);
            if (sending.compareAndSet(false, true)) {
                senders.execute(this::drain);
            }
        }

        private void drain() {
            try {
                for (Runnable what = next.getAndSet(null); what != null; what = next.getAndSet(null)) {
                    what.run();
                }
            } finally {
                sending.set(false);
            }
            if (next.get() != null && sending.compareAndSet(false, true)) {
                senders.execute(this::drain);
            }
        }

        private void attempt(Attempt attempt) {
            if (!open.get()) {
                return;
            }
            try {
                attempt.run();
            } catch (Exception gone) {
                LOG.debug("A watcher of the board has gone: {}", gone.toString());
                close();
            }
        }
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    /** A view with its last reading. */
    private final class Slot {

        private final View view;
        private final Set<Line> lines = ConcurrentHashMap.newKeySet();
        private @Nullable Board board;
        private long readAt;
        private volatile long askedAt = System.nanoTime();

        private Slot(View view) {
            this.view = view;
        }

        /** One reading serves all who ask within a second. */
        private synchronized Board current() {
            askedAt = System.nanoTime();
            Board last = board;
            if (last == null || askedAt - readAt >= settings.readEvery().toNanos()) {
                last = read();
            }
            return last;
        }

        private synchronized Board read() {
            readAt = System.nanoTime();
            Board read = reader.read(view.election(), view.region());
            board = read;
            return read;
        }
    }

    /**
     * The board, at most a second old.
     *
     * @throws Refusal those of {@link BoardReader#read}
     */
    public Board current(Actor actor, View view) {
        recap.requireSight(actor, view.region());
        return current(view);
    }

    /**
     * The same for whoever has been let in before.
     *
     * @throws Refusal {@code REGION_UNKNOWN}, {@code ELECTION_UNKNOWN}
     */
    public Board current(View view) {
        try {
            return slot(view).current();
        } catch (Refusal unknown) {
            slots.remove(view);
            throw unknown;
        }
    }

    /**
     * Tells the watcher of every change from now on, and at once if the board is not the one that is known.
     *
     * @param person whose line it is
     * @param known the version that the watcher has; null if none
     * @throws Refusal {@code BOARD_LINES_MANY} if the person has too many lines, {@code BOARD_CLOSING} while the desk stops
     */
    public Line watch(String person, View view, @Nullable String known, Watcher watcher) {
        if (!running) {
            throw Refusal.conflict("BOARD_CLOSING");
        }
        Board board = current(view);
        int lines = perPerson.merge(person, 1, Integer::sum);
        if (lines > settings.perPerson()) {
            perPerson.computeIfPresent(person, (who, some) -> some > 1 ? some - 1 : null);
            throw Refusal.conflict("BOARD_LINES_MANY", settings.perPerson());
        }
        Line[] line = new Line[1];
        slots.compute(view, (which, slot) -> { // not while the slot is being forgotten
            Slot into = slot == null ? new Slot(view) : slot;
            line[0] = new Line(person, into, known, watcher);
            into.lines.add(line[0]);
            return into;
        });
        line[0].tell(board.version());
        if (!running) {
            line[0].cut(); // the desk began to stop meanwhile
        }
        return line[0];
    }

    /** How many lines there are on this node. */
    public int lines() {
        return slots.values().stream().mapToInt(slot -> slot.lines.size()).sum();
    }

    private Slot slot(View view) {
        return Objects.requireNonNull(slots.computeIfAbsent(view, Slot::new));
    }

    private void tick() {
        long now = System.nanoTime();
        for (Slot slot : slots.values()) {
            if (slot.lines.isEmpty()) {
                slots.computeIfPresent(
                        slot.view,
                        (view, kept) -> kept.lines.isEmpty() && now - kept.askedAt > FORGET_AFTER ? null : kept);
                continue;
            }
            try {
                String version = slot.read().version();
                slot.lines.forEach(line -> line.tell(version));
            } catch (RuntimeException e) {
                LOG.warn("The board of {} could not be read", slot.view, e); // the next second tries again
            }
            slot.lines.forEach(line -> line.look(now));
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private static ScheduledExecutorService clockwork() {
        return Executors.newSingleThreadScheduledExecutor(work -> thread(work, "board-read"));
    }

    private static ExecutorService senders() {
        return Executors.newFixedThreadPool(SENDERS, work -> thread(work, "board-send"));
    }

    @Override
    public void start() {
        if (clockwork.isShutdown()) { // started again
            clockwork = clockwork();
            senders = senders();
        }
        running = true;
        long every = settings.readEvery().toMillis();
        clockwork.scheduleWithFixedDelay(this::safely, every, every, TimeUnit.MILLISECONDS);
    }

    private void safely() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("The watched boards could not be looked through", e);
        }
    }

    /** Before the web server, which waits until every request has ended. */
    @Override
    public void stop() {
        running = false;
        clockwork.shutdownNow();
        slots.values().forEach(slot -> Set.copyOf(slot.lines).forEach(Line::cut));
        senders.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
