package id.deskpemilu.incident.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Withdraws what was entered by mistake; it stays readable and no letter reports it any more. */
@UseCase
public class WithdrawIncident {

    private final KnownIncidents known;
    private final Incidents incidents;
    private final AuditLog log;
    private final Clock clock;

    WithdrawIncident(KnownIncidents known, Incidents incidents, AuditLog log, Clock clock) {
        this.known = known;
        this.incidents = incidents;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Withdraws it.
     *
     * @throws Refusal {@code INCIDENT_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code PHASE_NOT_RUNNING},
     *     {@code INCIDENT_WITHDRAWN}, {@code INCIDENT_NOT_YOURS}, {@code INCIDENT_REASON_MISSING}, {@code TEXT_TOO_LONG}
     */
    public void execute(Actor actor, UUID id, String reason) {
        Incident one = known.toChange(actor, id);
        if (!one.mayWithdraw(actor)) {
            throw Refusal.forbidden("INCIDENT_NOT_YOURS", one.byName());
        }
        String line = IncidentText.of(reason);
        if (line.isEmpty()) {
            throw Refusal.invalid("INCIDENT_REASON_MISSING");
        }
        incidents.withdraw(id, new Incident.Withdrawal(clock.instant(), actor.username(), line));
        log.append(actor.username(), "incident:" + id, "IncidentWithdrawn", Map.of("reason", line));
    }
}
