package id.deskpemilu.recap.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Round;
import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has reported, who has not, and the votes so far, one level of the region tree at a time.
 *
 * @param region name of the region shown
 * @param regionCode its code
 * @param contest slug of the contest shown
 * @param contests addresses of the other contests of this region; the value is the slug, the label the address
 * @param level what the rows are: {@code kecamatan}, {@code desa} or {@code tps}
 * @param counts of the region shown
 * @param rows the level below; empty at the level of stations
 * @param stations the stations of a desa; empty above it
 * @param rounds the later rounds whose reports count here
 * @param ballots the ballots of the contest; more than one if a round was held with another
 * @param votes on the ballot that is shown, in its order; empty while nothing is in
 * @param asWritten reports approved as the form has them though it is inconsistent
 * @param corrections address of the region's corrections
 * @param gravest reports with the gravest finding that nobody has verified yet: more votes than the station can have
 *     ballots
 */
public record ProgressPage(
        String region,
        String regionCode,
        String election,
        String contest,
        List<Choice> contests,
        List<Crumb> crumbs,
        String level,
        Counts counts,
        List<Row> rows,
        List<StationRow> stations,
        List<RoundPart> rounds,
        List<Ballot> ballots,
        List<Votes> votes,
        long valid,
        long invalid,
        int asWritten,
        String corrections,
        Coverage coverage,
        List<Grave> gravest) {

    /** The votes of all choices together; inconsistent reports make it differ from the valid votes. */
    public long sum() {
        return votes.stream().mapToLong(Votes::votes).sum();
    }

    /** Reported and missing make all: missing is never counted, only subtracted. */
    public record Counts(long total, long reported, long verified) {

        /** Stations that have not reported. */
        public long missing() {
            return total - reported;
        }

        /** Reported share, 0–100; 0 without stations. */
        public double percent() {
            return total == 0 ? 0 : 100.0 * reported / total;
        }

        /** Verified share, 0–100; 0 without stations. */
        public double verifiedPercent() {
            return total == 0 ? 0 : 100.0 * verified / total;
        }
    }

    /** A later round with the number of stations here whose report in it counts. */
    public record RoundPart(Round round, int stations) {}

    /** A ballot, named after the round that it was first used in. */
    public record Ballot(Round round, String href, boolean shown) {}

    /** A region of the level below. */
    public record Row(String name, String code, String href, Counts counts) {}

    /**
     * A polling station.
     *
     * @param href null when the reader may not open the report
     */
    public record StationRow(
            Station station,
            String status,
            @Nullable String href,
            @Nullable ZonedDateTime sentAt) {}

    /**
     * Votes of one choice: a paslon, a candidate of the DPD, or a party with its candidates.
     *
     * @param share of the valid votes, 0–100
     * @param href where the votes of its candidates stand; null unless it is a party
     */
    public record Votes(
            int number,
            String name,
            long votes,
            double share,
            @Nullable String href) {

        /** The votes of a choice that is no party. */
        public Votes(int number, String name, long votes, double share) {
            this(number, name, votes, share, null);
        }
    }

    /** A report that must be looked at before anybody believes the sum. */
    public record Grave(
            Station station,
            String status,
            String formula,
            @Nullable String href) {}
}
