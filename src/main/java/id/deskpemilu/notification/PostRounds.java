package id.deskpemilu.notification;

import id.deskpemilu.shared.Rounds;
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

    private final Outbox outbox;
    private final MessageChannels channels;
    private final Rounds<Channel> rounds;

    PostRounds(Outbox outbox, Postman postman, MessageChannels channels) {
        this.outbox = outbox;
        this.channels = channels;
        this.rounds = new Rounds<>("desk-post-round", postman::carry);
    }

    @Scheduled(fixedDelayString = "${desk.messages.poll}")
    void look() {
        try {
            outbox.due(channels.open()).forEach(rounds::begin);
        } catch (DataAccessException e) {
            LOG.warn("The outbox cannot be read: {}", e.getClass().getSimpleName()); // and again in a second
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.end();
    }
}
