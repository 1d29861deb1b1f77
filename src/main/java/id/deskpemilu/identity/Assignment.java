package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person may act in one role for one region.
 *
 * @param id its key; 0 as long as it is not stored
 * @param username the account's name
 * @param role as what
 * @param region where, everything below included
 * @param from from when on
 * @param until from when on no longer; open if null
 */
public record Assignment(
        long id,
        String username,
        Role role,
        RegionCode region,
        Instant from,
        @Nullable Instant until) {

    /** An assignment that is not stored yet. */
    public static Assignment of(String username, Role role, RegionCode region, Instant from, @Nullable Instant until) {
        return new Assignment(0, username, role, region, from, until);
    }

    /** Whether it has not ended at that moment; it may begin later. */
    public boolean isOpenAt(Instant now) {
        return until == null || until.isAfter(now);
    }

    /** Whether it is in force at that moment. */
    public boolean isInForceAt(Instant now) {
        return isOpenAt(now) && !from.isAfter(now);
    }
}
