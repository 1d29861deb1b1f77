package id.deskpemilu.identity;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The person behind a request, with what that person may do and where at this moment: a role counts only where both the
 * token carries it and an assignment in force names the region.
 *
 * @param username the account's name, unique in the realm
 * @param name the person's name for the eyes of colleagues
 * @param roles the roles of the token
 * @param assignments the assignments in force now
 */
public record Actor(String username, String name, Set<Role> roles, List<Scope> assignments) {

    /** One role for one region. */
    public record Scope(Role role, RegionCode region) {}

    public Actor {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
        assignments = List.copyOf(assignments);
    }

    /** Whether the person may act in the role for the region, whole. */
    public boolean may(Role role, RegionCode region) {
        return roles.contains(role)
                && assignments.stream()
                        .anyMatch(
                                scope -> scope.role() == role && scope.region().contains(region));
    }

    /** Whether the person may act in the role for the polling station. */
    public boolean may(Role role, StationCode station) {
        return may(role, station.village());
    }

    /** Whether the person may see the figures of the station: every role of people may, in its own region. */
    public boolean maySee(StationCode station) {
        return maySee(station.village());
    }

    /** Whether the person may see numbers added up over the region. */
    public boolean maySee(RegionCode region) {
        return Role.OF_PEOPLE.stream().anyMatch(role -> may(role, region));
    }

    /**
     * Passes if the person has the role for the region.
     *
     * @throws Refusal {@code ROLE_MISSING} or {@code REGION_FOREIGN}
     */
    public void require(Role role, RegionCode region) {
        if (!roles.contains(role)) {
            throw Refusal.forbidden("ROLE_MISSING", role.realmName());
        }
        if (!may(role, region)) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
    }

    /** Passes if the person has the role for the station; see {@link #require(Role, RegionCode)}. */
    public void require(Role role, StationCode station) {
        require(role, station.village());
    }

    /**
     * Passes if the person has one of the roles for the region.
     *
     * @throws Refusal {@code ROLE_MISSING} or {@code REGION_FOREIGN}
     */
    public void requireAny(Set<Role> any, RegionCode region) {
        if (any.stream().noneMatch(roles::contains)) {
            throw Refusal.forbidden(
                    "ROLE_MISSING", any.stream().sorted().map(Role::realmName).collect(Collectors.joining(", ")));
        }
        if (any.stream().noneMatch(role -> may(role, region))) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
    }

    /**
     * Passes if the person has the role anywhere.
     *
     * @throws Refusal {@code ROLE_MISSING}
     */
    public void requireAnywhere(Role role) {
        if (scopes(role).isEmpty()) {
            throw Refusal.forbidden("ROLE_MISSING", role.realmName());
        }
    }

    /**
     * Passes if the person may see the station.
     *
     * @throws Refusal {@code REGION_FOREIGN}
     */
    public void requireSight(StationCode station) {
        if (!maySee(station)) {
            throw Refusal.forbidden("REGION_FOREIGN", station.village().dotted());
        }
    }

    /** The regions for which the person has any of the roles (any role of people if none is named), smallest set first. */
    public Set<RegionCode> scopes(Role... wanted) {
        Collection<Role> of = wanted.length == 0 ? Role.OF_PEOPLE : Arrays.asList(wanted);
        Set<RegionCode> regions = new TreeSet<>();
        for (Scope scope : assignments) {
            boolean counts = of.contains(scope.role()) && roles.contains(scope.role());
            if (counts && regions.stream().noneMatch(region -> region.contains(scope.region()))) {
                regions.removeIf(region -> scope.region().contains(region));
                regions.add(scope.region());
            }
        }
        return regions;
    }

    /** Whether this is the person of that account. */
    public boolean is(String otherUsername) {
        return username.equals(otherUsername);
    }
}
