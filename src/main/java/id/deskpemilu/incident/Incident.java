package id.deskpemilu.incident;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the day and that the letter reports.
 *
 * @param id its key
 * @param electionId the election
 * @param kind what sort of thing
 * @param region the desa, or the kecamatan if it concerns more than one
 * @param station the polling station; null if it concerns none or several
 * @param happenedAt when, real time
 * @param text what happened, in the words of who entered it
 * @param followUp what was done about it; null as long as nothing was
 * @param settledAt when it was over; null as long as it goes on
 * @param by the account that entered it
 * @param withdrawnAt when it was withdrawn as entered by mistake; null if it was not
 */
public record Incident(
        UUID id,
        long electionId,
        IncidentKind kind,
        RegionCode region,
        @Nullable StationCode station,
        Instant happenedAt,
        String text,
        @Nullable String followUp,
        @Nullable Instant settledAt,
        String by,
        @Nullable Instant withdrawnAt) {}
