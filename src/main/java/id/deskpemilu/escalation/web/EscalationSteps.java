package id.deskpemilu.escalation.web;

import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.Level;
import org.jspecify.annotations.Nullable;

/** Where an escalation stands in the drawn model: its level and state tell. */
final class EscalationSteps {

    private EscalationSteps() {}

    /** The element in which it waits; null at the end. */
    static @Nullable String of(Escalation escalation) {
        return of(escalation.state(), escalation.level());
    }

    static @Nullable String of(Escalation.State state, Level level) {
        return switch (state) {
            case ENDED -> null;
            case PARKED -> "IntermediateEvent_NextStage";
            case SNOOZED ->
                switch (level) {
                    case KABUPATEN -> "IntermediateEvent_SupervisorSnoozeEnded";
                    case RESPONSIBLE, KECAMATAN -> "IntermediateEvent_CoordinatorSnoozeEnded";
                };
            case WAITING ->
                switch (level) {
                    case RESPONSIBLE -> "IntermediateEvent_ResponsibleSilent";
                    case KECAMATAN -> "Task_CallResponsible";
                    case KABUPATEN -> "Task_ResolveSilence";
                };
        };
    }
}
