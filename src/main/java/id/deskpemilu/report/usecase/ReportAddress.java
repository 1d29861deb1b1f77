package id.deskpemilu.report.usecase;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * Which report is meant.
 *
 * @param election the election's code
 * @param contest the slug of the contest's type
 * @param station the polling station
 * @param round the round of the contest; null: the report that counts
 */
public record ReportAddress(
        String election,
        String contest,
        StationCode station,
        @Nullable Integer round) {

    /** The report that counts for the station. */
    public ReportAddress(String election, String contest, StationCode station) {
        this(election, contest, station, null);
    }

    /**
     * The address with the station's code as it is written in an address line.
     *
     * @throws Refusal {@code REPORT_UNKNOWN} if it is no such code
     */
    public static ReportAddress of(String election, String contest, String station) {
        return of(election, contest, station, null);
    }

    /** The address of the report in a round; see {@link #of(String, String, String)}. */
    public static ReportAddress of(String election, String contest, String station, @Nullable Integer round) {
        if (!StationCode.isValid(station)) {
            throw Refusal.notFound("REPORT_UNKNOWN", station);
        }
        return new ReportAddress(election, contest, StationCode.of(station), round);
    }
}
