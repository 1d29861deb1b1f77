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

/** Adds what was done about an incident, what was wrong in it, and whether it is over. */
@UseCase
public class FollowUpIncident {

    private final KnownIncidents known;
    private final Incidents incidents;
    private final AuditLog log;
    private final Clock clock;

    FollowUpIncident(KnownIncidents known, Incidents incidents, AuditLog log, Clock clock) {
        this.known = known;
        this.incidents = incidents;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Adds it.
     *
     * @param text what is to be added; may be empty if something changes in whether it is over
     * @param settled whether it is over
     * @param key names this attempt: the same key again adds nothing
     * @throws Refusal {@code INCIDENT_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code PHASE_NOT_RUNNING},
     *     {@code INCIDENT_WITHDRAWN}, {@code FOLLOW_UP_EMPTY}, {@code TEXT_TOO_LONG}, {@code KEY_INVALID}
     */
    public void execute(Actor actor, UUID id, String text, boolean settled, String key) {
        Incident one = known.toChange(actor, id);
        IncidentText.requireKey(key);
        if (incidents.followedUp(actor.username(), key)) {
            return;
        }
        String line = IncidentText.of(text);
        if (line.isEmpty() && settled == one.isSettled()) {
            throw Refusal.invalid("FOLLOW_UP_EMPTY");
        }
        // the row is locked: nobody else writes under this key meanwhile but on another incident, and then nothing is
        // added
        var followUp = new Incidents.FollowUp(line, settled, actor.name(), clock.instant());
        if (incidents.followUp(id, followUp, actor.username(), key)) {
            log.append(
                    actor.username(),
                    "incident:" + id,
                    "IncidentFollowedUp",
                    Map.of("text", line, "settled", settled, "before", one.isSettled()));
        }
    }
}
