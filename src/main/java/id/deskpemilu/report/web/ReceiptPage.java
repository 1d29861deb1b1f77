package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator holds after sending.
 *
 * @param reference the receipt number in groups of four, such as ["7K3M", "Q2XA", "9F4T"]
 * @param lockedAt when it was locked, in the zone of the region
 * @param sha256 64 hex digits of what was sent
 * @param submittedBy display name
 * @param repeated whether the same submission had arrived before: this is the first receipt
 * @param next the next report this person owes; null when there is none
 * @param onBehalf whether somebody else sent it than the operator of the desa
 * @param operator whether the reader is operator of the desa, with tasks of such a kind
 */
public record ReceiptPage(
        Station station,
        String contest,
        String election,
        String base,
        String draftKey,
        List<String> reference,
        ZonedDateTime lockedAt,
        String sha256,
        String submittedBy,
        boolean repeated,
        @Nullable Next next,
        boolean onBehalf,
        boolean operator) {

    /** The next report to enter. */
    public record Next(Station station, String contest, String href) {}
}
