package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationProcess;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Puts an escalation off, with a reason; the next stage that concerns a higher level ends the delay. */
@UseCase
public class SnoozeEscalation {

    /** The longest delay. */
    public static final Duration LONGEST = Duration.ofHours(3);

    private final Escalations escalations;
    private final EscalationProcess process;
    private final ElectionClocks clocks;
    private final AuditLog log;

    SnoozeEscalation(Escalations escalations, EscalationProcess process, ElectionClocks clocks, AuditLog log) {
        this.escalations = escalations;
        this.process = process;
        this.clocks = clocks;
        this.log = log;
    }

    /**
     * Puts it off.
     *
     * @param minutes for how long, by the clock of the election
     * @throws Refusal {@code ESCALATION_UNKNOWN}, {@code SNOOZE_INVALID}, {@code REASON_MISSING}, {@code TEXT_TOO_LONG}, and
     *     those of {@link Escalation#requireTask}
     */
    public Escalation execute(Actor actor, EscalationId id, int minutes, String reason) {
        Escalation escalation = escalations.lock(id);
        if (minutes < 1 || minutes > LONGEST.toMinutes()) {
            throw Refusal.invalid("SNOOZE_INVALID", LONGEST.toMinutes());
        }
        String why = Reason.of(reason);
        Instant until = clocks.now(escalation.electionId()).plus(Duration.ofMinutes(minutes));
        escalation.snooze(actor, until);
        escalations.saveAndFlush(escalation);
        log.append(actor.username(), escalation.subject(), "EscalationSnoozed", Map.of("until", until, "reason", why));
        process.settled(id, EscalationProcess.Outcome.SNOOZED, clocks.real(escalation.electionId(), until));
        return escalation;
    }
}
