package id.deskpemilu.report.evidence;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo of one page of the form.
 *
 * @param id names it
 * @param report the report it belongs to now
 * @param page the page of the form, from 1
 * @param version counted from 1 for each page of a report; the newest that is not withdrawn counts
 * @param receivedSha256 the hash of the file as it was sent
 * @param storedSha256 the hash of the picture as it is kept
 * @param thumbnailSha256 the hash of the small picture
 * @param width in pixels
 * @param height in pixels
 * @param size of the kept picture, in bytes
 * @param uploaded who sent it, when
 * @param withdrawn who withdrew it, when and why; null if nobody did
 * @param twins photos of other reports of the election that show the same or nearly
 * @param moves from which report it came to which, oldest first
 */
public record Photo(
        UUID id,
        ReportId report,
        int page,
        int version,
        String receivedSha256,
        String storedSha256,
        String thumbnailSha256,
        int width,
        int height,
        int size,
        Act uploaded,
        @Nullable Act withdrawn,
        List<Twin> twins,
        List<Move> moves) {

    /**
     * Somebody did something.
     *
     * @param by the account
     * @param name the person's name, or the account's if it is not known
     * @param at when
     * @param reason why, if a reason was asked for
     */
    public record Act(
            String by, String name, Instant at, @Nullable String reason) {}

    /**
     * Where another photo stands.
     *
     * @param contest the slug of the contest's type
     * @param station the polling station
     * @param village its desa or kelurahan
     * @param district its kecamatan
     */
    public record Place(String contest, StationCode station, String village, String district) {

        static Place of(String type, String station, String village, String district) {
            return new Place(ContestType.valueOf(type).slug(), new StationCode(station), village, district);
        }
    }

    /**
     * A photo of another report that shows the same, or nearly.
     *
     * @param place whose photo it is
     * @param page the page it is said to be
     * @param exact whether the kept pictures are the same to the last bit
     */
    public record Twin(Place place, int page, boolean exact) {}

    /** The photo was moved, because it had been sent for the wrong report. */
    public record Move(Place from, Place to, Act act) {}

    /** Whether it counts, if there is no newer one of its page. */
    public boolean stands() {
        return withdrawn == null;
    }
}
