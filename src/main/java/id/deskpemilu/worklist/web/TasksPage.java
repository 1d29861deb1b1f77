package id.deskpemilu.worklist.web;

import id.deskpemilu.shared.web.Round;
import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's home: one card per polling station.
 *
 * @param owed reports this person owes in all
 * @param sent reports already in
 * @param due what is to be done first: corrections to confirm, then what is late; the most urgent first
 * @param open stations with something left to send
 * @param done stations with everything sent; folded away
 * @param opensAt when reports can be sent, if that lies ahead
 */
public record TasksPage(
        long owed,
        long sent,
        List<Due> due,
        List<Card> open,
        List<Card> done,
        @Nullable ZonedDateTime opensAt) {

    /**
     * Something that waits for this person.
     *
     * @param kind {@code CONFIRM} (a correction waits for confirmation) or {@code SEND} (a report is due); message
     *     {@code due.<kind>}
     * @param minutesLeft minutes until it is due, negative when late; null when there is no deadline
     */
    public record Due(
            String kind,
            Station station,
            String contest,
            String href,
            @Nullable Long minutesLeft) {}

    /** One polling station. */
    public record Card(Station station, List<ContestChip> contests) {}

    /**
     * One report of the station.
     *
     * @param round the later round that the report belongs to; null for the first
     * @param draftKey as in the entry page: lets this browser show that it keeps what the desk has not got yet
     * @param draft the draft that the desk keeps; null if there is none
     * @param photos how much of the form is there as photos
     * @param photosHref the page where photos are added
     */
    public record ContestChip(
            String contest,
            @Nullable Round round,
            String status,
            String href,
            String draftKey,
            @Nullable Draft draft,
            PhotoCount photos,
            String photosHref) {}

    /**
     * How far a draft is.
     *
     * @param filled boxes that are filled
     * @param boxes boxes that the form has
     */
    public record Draft(int filled, int boxes) {}
}
