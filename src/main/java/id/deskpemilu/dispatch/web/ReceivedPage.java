package id.deskpemilu.dispatch.web;

import id.deskpemilu.shared.web.Choice;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which desks of the tier below have reported, and which have not. It looks again by itself.
 *
 * @param election the code of the election
 * @param name its name
 * @param elections the elections that can be looked at
 * @param now when that was so
 * @param reported senders of whom a letter counts
 * @param rows every sender
 * @param refused what was refused in the last day, the last one first
 */
public record ReceivedPage(
        String election,
        String name,
        List<Choice> elections,
        ZonedDateTime now,
        int reported,
        List<Row> rows,
        List<Refused> refused) {

    /**
     * A sender.
     *
     * @param code its region
     * @param region the region's name
     * @param office who sends
     * @param letter the letter that counts; null if none does
     * @param letters how many came in all
     * @param refused how many files were refused in the last day
     */
    public record Row(
            String code,
            String region,
            String office,
            @Nullable Shown letter,
            int letters,
            long refused) {}

    /**
     * The letter that counts.
     *
     * @param href its page
     * @param cut the hour of its figures
     * @param minutes how old its figures are
     * @param percent reported stations in per cent
     * @param trust message {@code received.trust.<trust>}
     * @param review message {@code received.review.<review>}; NONE as long as nobody has looked
     */
    public record Shown(
            String href,
            String number,
            String kind,
            ZonedDateTime cut,
            ZonedDateTime received,
            long minutes,
            int stations,
            int reported,
            double percent,
            String trust,
            String review) {}

    /** A file that was refused: whose, when and why. */
    public record Refused(ZonedDateTime at, String region, String reason, String letter, String hash) {}

    /** Senders of whom no letter counts. */
    public int missing() {
        return rows.size() - reported;
    }
}
