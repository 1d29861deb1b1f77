package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationProcess;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.escalation.Operators;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Hands a desa to another operator, who is told at once. Those who reported for it so far do so no more; what they typed
 * and did not send stays for the next one.
 */
@UseCase
public class HandOver {

    private final Escalations escalations;
    private final Operators operators;
    private final Assignments assignments;
    private final EscalationProcess process;
    private final AuditLog log;
    private final Clock clock;

    HandOver(
            Escalations escalations,
            Operators operators,
            Assignments assignments,
            EscalationProcess process,
            AuditLog log,
            Clock clock) {
        this.escalations = escalations;
        this.operators = operators;
        this.assignments = assignments;
        this.process = process;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Hands it over.
     *
     * @param username an operator within the regions for which the actor coordinates or supervises
     * @throws Refusal {@code ESCALATION_UNKNOWN}, {@code ESCALATION_NOT_OF_DESA}, {@code OPERATOR_UNKNOWN},
     *     {@code OPERATOR_SAME}, {@code REASON_MISSING}, {@code TEXT_TOO_LONG}, and those of {@link Escalation#requireTask}
     */
    public Escalation execute(Actor actor, EscalationId id, String username, String reason) {
        Escalation escalation = escalations.lock(id);
        String why = Reason.of(reason);
        escalation.handOver(actor);
        if (operators.within(actor.scopes(Role.COORDINATOR, Role.SUPERVISOR)).stream()
                .noneMatch(operator -> operator.username().equals(username))) {
            throw Refusal.invalid("OPERATOR_UNKNOWN", username);
        }
        Instant now = clock.instant();
        List<Assignment> so = operators.lock(escalation.region());
        if (so.stream().anyMatch(one -> one.username().equals(username))) {
            throw Refusal.invalid("OPERATOR_SAME", username);
        }
        so.forEach(one -> assignments.end(actor.username(), one));
        assignments.add(
                actor.username(), List.of(Assignment.of(username, Role.OPERATOR, escalation.region(), now, null)));
        escalations.saveAndFlush(escalation);
        log.append(
                actor.username(),
                escalation.subject(),
                "EscalationHandedOver",
                Map.of(
                        "to", username,
                        "from", so.stream().map(Assignment::username).toList(),
                        "reason", why));
        process.settled(id, EscalationProcess.Outcome.HANDED_OVER, null);
        return escalation;
    }
}
