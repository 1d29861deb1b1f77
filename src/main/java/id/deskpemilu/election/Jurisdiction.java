package id.deskpemilu.election;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What an administrator may decide that reaches beyond the own regions: the governor's ballot belongs to the provinsi, but
 * the desk of a single kabupaten must be able to set it up, as long as nobody else's stations are concerned.
 */
@Component
public class Jurisdiction {

    private final Stations stations;

    Jurisdiction(Stations stations) {
        this.stations = stations;
    }

    /** Whether the administrator may decide about the area in this election. */
    public boolean covers(Actor admin, Election election, RegionCode area) {
        Set<RegionCode> own = admin.scopes(Role.ADMIN);
        return admin.may(Role.ADMIN, area)
                || own.stream().anyMatch(area::contains) && !stations.anyOutside(election.id(), area, own);
    }

    /**
     * Passes if the administrator may decide about the area.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public void require(Actor admin, Election election, RegionCode area) {
        admin.requireAnywhere(Role.ADMIN);
        if (!covers(admin, election, area)) {
            throw Refusal.forbidden("REGION_FOREIGN", area.dotted());
        }
    }

    /**
     * Passes if every station of the election is the administrator's.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code ELECTION_SHARED}
     */
    public void requireWhole(Actor admin, Election election) {
        admin.requireAnywhere(Role.ADMIN);
        if (stations.anyOutside(election.id(), admin.scopes(Role.ADMIN))) {
            throw Refusal.forbidden("ELECTION_SHARED", election.name());
        }
    }
}
