package id.deskpemilu.report.usecase;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;

/**
 * Which report is meant.
 *
 * @param election the election's code
 * @param contest the slug of the contest's type
 * @param station the polling station
 */
public record ReportAddress(String election, String contest, StationCode station) {

    /**
     * The address with the station's code as it is written in an address line.
     *
     * @throws Refusal {@code REPORT_UNKNOWN} if it is no such code
     */
    public static ReportAddress of(String election, String contest, String station) {
        if (!StationCode.isValid(station)) {
            throw Refusal.notFound("REPORT_UNKNOWN", station);
        }
        return new ReportAddress(election, contest, StationCode.of(station));
    }
}
