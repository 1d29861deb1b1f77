package id.deskpemilu.conversation;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.Set;

/** Who may send broadcasts where, and who sees how far they have come. */
public final class BroadcastRights {

    private BroadcastRights() {}

    /**
     * Passes if the person may speak to the operators of the region.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public static void requireSending(Actor actor, RegionCode region) {
        if (!maySend(actor)) {
            throw Refusal.forbidden("ROLE_MISSING", Role.SUPERVISOR.realmName());
        }
        if (own(actor).stream().noneMatch(scope -> scope.contains(region))) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
    }

    /**
     * Passes if the person may see who got a broadcast to the region.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public static void requireSight(Actor actor, RegionCode region) {
        Set<RegionCode> seen = seen(actor);
        if (seen.isEmpty()) {
            throw Refusal.forbidden("ROLE_MISSING", Role.SUPERVISOR.realmName());
        }
        if (seen.stream().noneMatch(scope -> scope.contains(region))) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
    }

    /** Whether the person may send broadcasts anywhere. */
    public static boolean maySend(Actor actor) {
        return !own(actor).isEmpty();
    }

    /** The regions to whose operators the person may speak. */
    public static Set<RegionCode> own(Actor actor) {
        return actor.scopes(Role.SUPERVISOR, Role.COORDINATOR);
    }

    /** The regions of which the person sees the broadcasts. */
    public static Set<RegionCode> seen(Actor actor) {
        return actor.scopes(Role.SUPERVISOR, Role.COORDINATOR, Role.AUDITOR);
    }
}
