package id.deskpemilu.workflow;

import id.deskpemilu.escalation.Level;
import java.util.Map;

/** The names that Java shares with {@code bpmn/escalation.bpmn}; a test holds one against the other. */
final class EscalationCalendar {

    static final String KEY = "EscalationProcess";

    /** With whom it begins: the name of a {@link Level}. */
    static final String LEVEL = "level";

    /** Until when those who were told are waited for. */
    static final String UNTIL = "until";

    /** How the task was settled: the name of an {@link id.deskpemilu.escalation.EscalationProcess.Outcome}. */
    static final String OUTCOME = "outcome";

    /** Until when it is put off. */
    static final String SNOOZED_UNTIL = "snoozedUntil";

    /** A stage of a higher level has come. */
    static final String RAISED = "EscalationRaised";

    /** Nobody is silent any more. */
    static final String RESOLVED = "EscalationResolved";

    /** The task that waits on a level. */
    static final Map<Level, String> TASKS =
            Map.of(Level.KECAMATAN, "Task_CallResponsible", Level.KABUPATEN, "Task_ResolveSilence");

    private EscalationCalendar() {}
}
