package id.deskpemilu.board.web;

import id.deskpemilu.shared.web.Choice;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links for beamers of a supervisor's regions.
 *
 * @param made the address of the link that was just made: it is shown this once
 * @param elections to choose from
 * @param regions to choose from
 * @param hours to choose from
 * @param form what was typed
 * @param error why it was refused
 * @param links the links, newest first
 * @param notice what was just done
 */
public record WallsPage(
        @Nullable String made,
        List<Choice> elections,
        List<Choice> regions,
        List<Integer> hours,
        Map<String, String> form,
        @Nullable String error,
        List<Row> links,
        @Nullable String notice) {

    /**
     * A link.
     *
     * @param state {@code OPEN EXPIRED REVOKED}
     */
    public record Row(
            String id,
            String name,
            String region,
            String election,
            String createdBy,
            ZonedDateTime expiresAt,
            String state) {}
}
