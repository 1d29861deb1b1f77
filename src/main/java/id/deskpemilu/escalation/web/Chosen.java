package id.deskpemilu.escalation.web;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which election and which region a page is about, if the address leaves it open. */
@Component
class Chosen {

    /** Those who look after a region that is silent. */
    static final Set<Role> ROLES = Set.of(Role.COORDINATOR, Role.SUPERVISOR);

    private final Elections elections;

    Chosen(Elections elections) {
        this.elections = elections;
    }

    /** The election asked for; else the newest that is running, a real one before a rehearsal. */
    Election election(@Nullable String code) {
        return elections.getOrRunning(code, election -> true);
    }

    /**
     * The region asked for, else the first one that the person looks after.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REGION_UNKNOWN}
     */
    static RegionCode region(Actor actor, @Nullable String asked) {
        if (asked != null && !asked.isBlank() && !RegionCode.isValid(asked)) {
            throw Refusal.notFound("REGION_UNKNOWN", asked);
        }
        RegionCode region = asked == null || asked.isBlank()
                ? actor.scopes(Role.COORDINATOR, Role.SUPERVISOR).stream()
                        .findFirst()
                        .orElseThrow(() -> Refusal.forbidden("ROLE_MISSING", Role.COORDINATOR.realmName()))
                : RegionCode.of(asked);
        actor.requireAny(ROLES, region);
        return region;
    }
}
