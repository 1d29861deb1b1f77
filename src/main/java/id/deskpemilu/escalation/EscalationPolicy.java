package id.deskpemilu.escalation;

import id.deskpemilu.notification.Channel;
import java.time.Duration;
import java.util.Set;

/** Who is told, by which roads, and how long is waited before the next. */
public interface EscalationPolicy {

    /** Those who can be told. */
    enum Party {
        OPERATOR,
        VERIFIER,
        COORDINATOR,
        SUPERVISOR,
        NOBODY
    }

    /**
     * What is to be done.
     *
     * @param party who is told
     * @param channels by which roads
     * @param patience how long nothing happens then, by the clock of the election
     */
    record Step(Party party, Set<Channel> channels, Duration patience) {

        public Step {
            channels = Set.copyOf(channels);
        }
    }

    /**
     * What is to be done about it now.
     *
     * @param repetition how often this level was told already
     */
    Step decide(EscalationKind kind, Level level, int repetition);
}
