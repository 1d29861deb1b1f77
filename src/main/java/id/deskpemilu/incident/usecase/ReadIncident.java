package id.deskpemilu.incident.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.UUID;

/** Shows an incident with what was said about it afterwards. */
@UseCase(readOnly = true)
public class ReadIncident {

    private final Incidents incidents;
    private final Elections elections;

    ReadIncident(Incidents incidents, Elections elections) {
        this.incidents = incidents;
        this.elections = elections;
    }

    /** An incident, its election and its follow-ups, the earliest first. */
    public record Found(Incident incident, Election election, List<Incidents.FollowUp> followUps) {}

    /**
     * The incident of that key.
     *
     * @throws Refusal {@code INCIDENT_UNKNOWN}, {@code REGION_FOREIGN}
     */
    public Found execute(Actor actor, UUID id) {
        Incident one = incidents.find(id).orElseThrow(() -> Refusal.notFound("INCIDENT_UNKNOWN"));
        if (!actor.maySee(one.region())) {
            throw Refusal.forbidden("REGION_FOREIGN", one.region().dotted());
        }
        Election election = elections.findById(one.electionId()).orElseThrow(() -> Refusal.notFound("NO_ELECTION"));
        return new Found(one, election, incidents.followUps(id));
    }
}
