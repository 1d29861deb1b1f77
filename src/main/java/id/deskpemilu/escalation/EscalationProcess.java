package id.deskpemilu.escalation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The calendar behind the escalations: it knows who is told next, and when. */
public interface EscalationProcess {

    /** How a coordinator or supervisor settled the task. */
    enum Outcome {
        /** Later; until then nobody is told. */
        SNOOZED,
        /** Somebody else reports for the desa from now on, and is told. */
        HANDED_OVER,
        /** Nobody answers there: no signal, no road. */
        UNREACHABLE
    }

    /** Begins; whoever the level names is told before this returns. */
    void opened(EscalationId escalation, Level level);

    /** A stage of a higher level has come: the next level is told before this returns. */
    void raised(EscalationId escalation);

    /**
     * A coordinator or supervisor has settled the task.
     *
     * @param until until when it is snoozed, in real time
     */
    void settled(EscalationId escalation, Outcome outcome, @Nullable Instant until);

    /** Nobody is silent any more; that is announced before this returns. */
    void resolved(EscalationId escalation);

    /** The hour for which it waits comes at another real moment now: the clock was set. */
    void redated(EscalationId escalation, Instant due);
}
