package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationProcess;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Nobody can be reached there: no signal, no road. From the kecamatan it goes to the supervisors. */
@UseCase
public class MarkUnreachable {

    private final Escalations escalations;
    private final EscalationProcess process;
    private final AuditLog log;

    MarkUnreachable(Escalations escalations, EscalationProcess process, AuditLog log) {
        this.escalations = escalations;
        this.process = process;
        this.log = log;
    }

    /**
     * Marks it.
     *
     * @throws id.deskpemilu.shared.Refusal {@code ESCALATION_UNKNOWN}, {@code REASON_MISSING}, {@code TEXT_TOO_LONG}, and those
     *     of {@link Escalation#requireTask}
     */
    public Escalation execute(Actor actor, EscalationId id, String reason) {
        Escalation escalation = escalations.lock(id);
        String why = Reason.of(reason);
        escalation.markUnreachable(actor);
        escalations.saveAndFlush(escalation);
        log.append(actor.username(), escalation.subject(), "EscalationUnreachable", Map.of("reason", why));
        process.settled(id, EscalationProcess.Outcome.UNREACHABLE, null);
        return escalation;
    }
}
