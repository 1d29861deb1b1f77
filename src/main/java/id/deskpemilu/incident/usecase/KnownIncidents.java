package id.deskpemilu.incident.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.shared.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds an incident for somebody who wants to change it. */
@Component
class KnownIncidents {

    private final Incidents incidents;
    private final Elections elections;

    KnownIncidents(Incidents incidents, Elections elections) {
        this.incidents = incidents;
        this.elections = elections;
    }

    /**
     * The incident, locked, if the person is one of those who enter them in its region and the election is running.
     *
     * @throws Refusal {@code INCIDENT_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code PHASE_NOT_RUNNING},
     *     {@code INCIDENT_WITHDRAWN}
     */
    Incident toChange(Actor actor, UUID id) {
        Incident one = incidents.lock(id).orElseThrow(() -> Refusal.notFound("INCIDENT_UNKNOWN"));
        actor.requireAny(Incident.WRITERS, one.region());
        Election election = elections.findById(one.electionId()).orElseThrow(() -> Refusal.notFound("NO_ELECTION"));
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        if (one.isWithdrawn()) {
            throw Refusal.conflict("INCIDENT_WITHDRAWN");
        }
        return one;
    }
}
