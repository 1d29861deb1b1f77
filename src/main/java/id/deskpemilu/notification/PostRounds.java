package id.deskpemilu.notification;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the outbox again and again: one small query, and work only if something is due. */
@Component
@EnableScheduling
@ConditionalOnBooleanProperty("desk.messages.sending")
class PostRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);
    private static final Duration END_OF_WORK = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Postman postman;
    private final MessageChannels channels;
    private final Set<Channel> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;
    private final ExecutorService rounds = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "desk-post-round");
        thread.setDaemon(true);
        return thread;
    });

    PostRounds(Outbox outbox, Postman postman, MessageChannels channels) {
        this.outbox = outbox;
        this.postman = postman;
        this.channels = channels;
    }

    /** Each channel has a thread of its own: a provider that does not answer holds up no other. */
    @Scheduled(fixedDelayString = "${desk.messages.poll}")
    void look() {
        try {
            for (Channel channel : outbox.due(channels.open())) {
                if (!ending && underway.add(channel)) {
                    rounds.execute(() -> round(channel));
                }
            }
        } catch (DataAccessException e) {
            LOG.warn("The outbox cannot be read: {}", e.getClass().getSimpleName()); // and again in a second
        }
    }

    private void round(Channel channel) {
        try {
            while (!ending && postman.carry(channel) > 0) {
                LOG.debug("Another batch by {}", channel);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error(
                    "The outbox of {} cannot be read: {}", channel, e.getClass().getName());
        } finally {
            underway.remove(channel);
        }
    }

    /** Lets what is being sent be recorded. */
    @Override
    public void destroy() throws InterruptedException {
        ending = true;
        rounds.shutdown();
        if (!rounds.awaitTermination(END_OF_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
            rounds.shutdownNow();
        }
    }
}
