package id.deskpemilu.notification;

import id.deskpemilu.notification.Delivery.State;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Carries what is in the outbox to the providers; holds no transaction while it waits for them. */
@Component
class Postman implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 8;

    /** No attempt begins so shortly before the lease ends: an adapter may take as long to answer. */
    static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Wording wording;
    private final MessageChannels channels;
    private final Clock clock;
    private final Map<Channel, ExecutorService> carriers = new EnumMap<>(Channel.class);

    Postman(Outbox outbox, Wording wording, MessageChannels channels, Clock clock) {
        this.outbox = outbox;
        this.wording = wording;
        this.channels = channels;
        this.clock = clock;
        // each channel has its own: a provider that does not answer holds up no other
        channels.open()
                .forEach(channel -> carriers.put(channel, Executors.newFixedThreadPool(AT_ONCE, task -> {
                    Thread thread = new Thread(task, "desk-messages-" + channel);
                    thread.setDaemon(true);
                    return thread;
                })));
    }

    /**
     * Sends what the channel may send at this moment, and waits until all of it is sent.
     *
     * @return how many messages that were
     */
    int carry(Channel channel) throws InterruptedException {
        Optional<MessageChannel> road = channels.of(channel);
        @Nullable ExecutorService carrier = carriers.get(channel);
        if (road.isEmpty() || carrier == null) {
            return 0;
        }
        List<Claimed> batch = outbox.claim(channel);
        carrier.invokeAll(batch.stream()
                .map(claimed -> Executors.callable(() -> carry(road.get(), claimed)))
                .toList());
        return batch.size();
    }

    private void carry(MessageChannel road, Claimed claimed) {
        try {
            if (clock.instant().plus(LONGEST_ATTEMPT).isAfter(claimed.leaseEnds())) {
                outbox.release(claimed);
            } else {
                record(road, claimed, send(road, claimed));
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "What became of notice {} by {} cannot be recorded: {}",
                    claimed.noticeId(),
                    road.channel(),
                    e.getClass().getName());
        }
    }

    private void record(MessageChannel road, Claimed claimed, Outcome outcome) {
        Optional<State> state = outbox.record(claimed, outcome);
        if (state.isEmpty()) {
            LOG.warn("Notice {} by {} took too long: another node sends it too", claimed.noticeId(), road.channel());
        } else if (state.get() == State.GIVEN_UP) {
            LOG.warn(
                    "Notice {} by {} given up after {} attempts: {}",
                    claimed.noticeId(),
                    road.channel(),
                    claimed.attempt(),
                    error(outcome));
        }
    }

    /** What goes wrong inside an adapter is told by the kind of failure only: its message may hold a number or a text. */
    private Outcome send(MessageChannel road, Claimed claimed) {
        try {
            return road.send(wording.of(claimed));
        } catch (NoSuchMessageException e) {
            LOG.error("No text for the notice {}", claimed.template());
            return new Outcome.Refused("NO_TEXT");
        } catch (RuntimeException e) {
            LOG.error(
                    "Sending by {} failed inside the desk: {}",
                    road.channel(),
                    e.getClass().getName());
            return Outcome.tryLater("FAULT");
        }
    }

    private static String error(Outcome outcome) {
        if (outcome instanceof Outcome.TryLater later) {
            return later.error();
        }
        return outcome instanceof Outcome.Refused refused ? refused.error() : "";
    }

    /** What has not begun by now is taken by another node when its lease ends. */
    @Override
    public void destroy() {
        carriers.values().forEach(ExecutorService::shutdownNow);
    }
}
