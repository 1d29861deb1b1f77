package id.deskpemilu.incident.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the incidents of the person's own regions. */
@UseCase(readOnly = true)
public class ListIncidents {

    private final Elections elections;
    private final Incidents incidents;

    ListIncidents(Elections elections, Incidents incidents) {
        this.elections = elections;
        this.incidents = incidents;
    }

    /**
     * A page of incidents.
     *
     * @param total on all pages
     * @param page from 0
     */
    public record Page(Election election, List<Incident> incidents, int total, int page) {}

    /**
     * Those of the region, else of all regions of the person, the latest first.
     *
     * @param electionCode the election
     * @param region null for all of the person's own
     * @param kind null for any
     * @param state null for any
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code REGION_FOREIGN}
     */
    public Page execute(
            Actor actor,
            String electionCode,
            @Nullable RegionCode region,
            @Nullable IncidentKind kind,
            Incidents.@Nullable State state,
            int page) {
        if (region != null && !actor.maySee(region)) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
        Election election = elections.get(electionCode);
        var filter =
                new Incidents.Filter(election.id(), region == null ? actor.scopes() : List.of(region), kind, state);
        int asked = Math.max(0, page);
        return new Page(election, incidents.find(filter, asked), incidents.count(filter), asked);
    }
}
