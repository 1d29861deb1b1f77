package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;

/** Takes note of an escalation: colleagues see that somebody is at it. What happens next stays as it is. */
@UseCase
public class AcknowledgeEscalation {

    private final Escalations escalations;
    private final AuditLog log;
    private final Clock clock;

    AcknowledgeEscalation(Escalations escalations, AuditLog log, Clock clock) {
        this.escalations = escalations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes note.
     *
     * @throws id.deskpemilu.shared.Refusal {@code ESCALATION_UNKNOWN}, and those of {@link Escalation#requireTask}
     */
    public Escalation execute(Actor actor, EscalationId id) {
        Escalation escalation = escalations.lock(id);
        escalation.acknowledge(actor, clock.instant());
        log.append(actor.username(), escalation.subject(), "EscalationAcknowledged", Map.of());
        return escalation;
    }
}
