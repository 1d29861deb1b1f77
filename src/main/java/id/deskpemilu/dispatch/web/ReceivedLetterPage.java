package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter of the tier below. POST {@code <base>/review} with {@code review} and {@code note}.
 *
 * @param base its address
 * @param kind {@code FULL} or {@code FLASH}
 * @param cut the hour of its figures
 * @param standing message {@code letter.standing.<standing>}
 * @param successor the later letter; null if there is none
 * @param withdrawn why it was withdrawn; null if it was not
 * @param trust message {@code received.trust.<trust>}
 * @param review message {@code received.review.<review>}; NONE as long as nobody has looked
 * @param mayReview whether the person may say something of it
 * @param others the other letters of the region, the one frozen last first
 * @param error why the review was refused; null if it was not
 * @param form what was typed
 */
public record ReceivedLetterPage(
        String base,
        List<Crumb> crumbs,
        String region,
        String office,
        String number,
        String kind,
        ZonedDateTime cut,
        ZonedDateTime received,
        String standing,
        @Nullable Other successor,
        @Nullable String withdrawn,
        String signer,
        String trust,
        @Nullable ZonedDateTime signedAt,
        String fileHash,
        String snapshotHash,
        String review,
        @Nullable String reviewNote,
        @Nullable String reviewedBy,
        @Nullable ZonedDateTime reviewedAt,
        boolean mayReview,
        List<Contest> contests,
        List<Other> others,
        @Nullable String error,
        String form,
        @Nullable String notice) {

    /** Another letter. */
    public record Other(String href, String number, ZonedDateTime cut, String standing) {}

    /**
     * The figures of a contest.
     *
     * @param slug message {@code contest.<slug>}
     */
    public record Contest(
            String slug, List<Votes> votes, long valid, long invalid, Coverage coverage, List<Part> parts) {}

    /** What a choice has got. */
    public record Votes(int number, String name, long votes, double percent) {}

    /** A region one level down. */
    public record Part(String code, String name, int stations, int reported, long valid, long invalid) {}
}
