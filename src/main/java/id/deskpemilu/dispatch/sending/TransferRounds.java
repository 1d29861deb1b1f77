package id.deskpemilu.dispatch.sending;

import id.deskpemilu.shared.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks again and again whether a letter is to be sent. */
@Component
@ConditionalOnBooleanProperty("desk.messages.sending")
class TransferRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TransferRounds.class);

    private final TransferQueue queue;
    private final Carrier carrier;
    private final Rounds<String> rounds;

    TransferRounds(TransferQueue queue, Carrier carrier) {
        this.queue = queue;
        this.carrier = carrier;
        this.rounds = new Rounds<>("desk-letters", carrier::carry);
    }

    @Scheduled(fixedDelayString = "${desk.messages.poll}")
    void look() {
        if (carrier.receivers().isEmpty()) {
            return;
        }
        try {
            queue.due(carrier.receivers()).forEach(rounds::begin);
        } catch (DataAccessException e) {
            LOG.warn("Letters to send cannot be read: {}", e.getClass().getSimpleName()); // and again in a second
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        rounds.end();
    }
}
