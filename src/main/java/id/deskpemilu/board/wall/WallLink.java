package id.deskpemilu.board.wall;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link for the beamer.
 *
 * @param id by which supervisors name it
 * @param name where the beamer stands
 * @param electionId the election that it shows
 * @param region the region that it shows, with the regions below it in turn
 * @param createdBy the account that made it
 * @param createdAt when
 * @param expiresAt when it ends by itself
 * @param revokedBy the account that ended it before, if somebody did
 * @param revokedAt when
 */
public record WallLink(
        UUID id,
        String name,
        long electionId,
        RegionCode region,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt) {

    /** Whether it shows anything at that time. */
    public boolean isOpen(Instant at) {
        return revokedAt == null && at.isBefore(expiresAt);
    }
}
