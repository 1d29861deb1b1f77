package id.deskpemilu.escalation.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is silent in the regions that the reader looks after, the oldest first.
 *
 * @param election the election's code
 * @param underWay how many are under way in all
 * @param region the regions to choose from: kecamatan
 * @param level the levels, with counts
 * @param kind the kinds, with counts
 * @param state the states, with counts; the first one means all that are under way
 * @param filtered whether a filter is set
 * @param rows the escalations of this page
 * @param calls where the call list of the same region is
 * @param notice what was just done; null if nothing was
 */
public record EscalationsPage(
        String election,
        long underWay,
        List<Choice> region,
        List<Choice> level,
        List<Choice> kind,
        List<Choice> state,
        boolean filtered,
        List<Row> rows,
        Paging paging,
        String calls,
        @Nullable String notice) {

    /** The choices of one filter, by the name of its parameter. */
    public List<Choice> choices(String filter) {
        return switch (filter) {
            case "region" -> region;
            case "level" -> level;
            case "kind" -> kind;
            default -> state;
        };
    }

    /**
     * An escalation.
     *
     * @param kind {@code UNREPORTED UNVERIFIED UNANSWERED}; message {@code escalation.kind.<kind>}
     * @param level {@code RESPONSIBLE KECAMATAN KABUPATEN}; message {@code escalation.level.<level>}
     * @param state {@code WAITING SNOOZED PARKED ENDED}; message {@code escalation.state.<state>}
     * @param missing for how many reports it was opened
     * @param opened when, by the clock of the election
     * @param due until when somebody is waited for, likewise
     * @param acknowledgedBy who is at it
     * @param task whether the reader is to settle it
     */
    public record Row(
            String href,
            String kind,
            String contest,
            String name,
            String kecamatan,
            String level,
            String state,
            int missing,
            boolean unreachable,
            ZonedDateTime opened,
            @Nullable ZonedDateTime due,
            @Nullable String acknowledgedBy,
            boolean task) {}
}
