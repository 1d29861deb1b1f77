package id.deskpemilu.shared;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is carried out until nothing is due, by a thread for each road: one that does not answer holds up no other.
 *
 * @param <K> what names a road
 */
public final class Rounds<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration END_OF_WORK = Duration.ofSeconds(10);

    private final Step<K> step;
    private final Set<K> underway = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private volatile boolean ending;

    /** One batch of the road; 0 when nothing was due. */
    @FunctionalInterface
    public interface Step<K> {
        int carry(K road) throws InterruptedException;
    }

    /**
     * Rounds of that work.
     *
     * @param thread what its threads are called
     */
    public Rounds(String thread, Step<K> step) {
        this.step = step;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread made = new Thread(task, thread);
            made.setDaemon(true);
            return made;
        });
    }

    /** Begins a round of the road unless one is under way. */
    public void begin(K road) {
        if (!ending && underway.add(road)) {
            threads.execute(() -> round(road));
        }
    }

    private void round(K road) {
        try {
            while (!ending && step.carry(road) > 0) {
                LOG.debug("Another batch by {}", road);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("What is due by {} cannot be read: {}", road, e.getClass().getName());
        } finally {
            underway.remove(road);
        }
    }

    /** Begins nothing more, and lets what is under way be recorded. */
    public void end() throws InterruptedException {
        ending = true;
        threads.shutdown();
        if (!threads.awaitTermination(END_OF_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
