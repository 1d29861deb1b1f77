package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.Refusal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Keeps those who ask without an account from asking too much: so many checks a minute from one address, so many files at a
 * time from all. Each node counts for itself.
 */
@Component
class CheckGate {

    /** Checks a minute from one address; a whole office may have one. */
    static final int PER_MINUTE = 40;

    /** A file weighs as much as so many questions. */
    static final int FILE = 4;

    private static final int ADDRESSES = 10_000;
    private static final int FILES_AT_A_TIME = 2;
    private static final int LONGEST_WAIT_SECONDS = 10;
    private static final int MINUTE = 60;

    private final Clock clock;
    private final Semaphore files = new Semaphore(FILES_AT_A_TIME, true);

    /** Who has asked how much in this minute; those who asked longest ago are forgotten first. */
    private final Map<String, Integer> asked = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > ADDRESSES;
        }
    };

    private long minute;

    CheckGate(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts a question.
     *
     * @param weight 1, or {@link #FILE}
     * @throws Refusal {@code CHECK_TOO_OFTEN}
     */
    synchronized void pass(String address, int weight) {
        long now = clock.instant().getEpochSecond() / MINUTE;
        if (now != minute) {
            minute = now;
            asked.clear();
        }
        int sum = asked.merge(address, weight, Integer::sum);
        if (sum > PER_MINUTE) {
            asked.put(address, PER_MINUTE + 1);
            throw Refusal.unavailable("CHECK_TOO_OFTEN");
        }
    }

    /** How many addresses it remembers. */
    synchronized int remembered() {
        return asked.size();
    }

    /**
     * Looks at a file when it is its turn.
     *
     * @throws Refusal {@code CHECK_BUSY} if too many others wait
     */
    <T> T inTurn(Supplier<T> look) {
        try {
            if (!files.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.unavailable("CHECK_BUSY");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("CHECK_BUSY");
        }
        try {
            return look.get();
        } finally {
            files.release();
        }
    }
}
