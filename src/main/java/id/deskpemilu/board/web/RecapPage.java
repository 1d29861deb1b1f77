package id.deskpemilu.board.web;

import id.deskpemilu.board.chart.Ring;
import id.deskpemilu.shared.web.Coverage;
import id.deskpemilu.shared.web.Crumb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every contest of a region, and of the regions below it: coverage, valid, invalid, turnout, findings.
 *
 * @param level what the rows are: {@code kabupaten}, {@code kecamatan} or {@code desa}
 * @param board the board of this region
 */
public record RecapPage(
        String region,
        String regionCode,
        String election,
        List<Crumb> crumbs,
        String level,
        List<OfContest> contests,
        String board) {

    /**
     * A contest.
     *
     * @param rows the regions one level down
     * @param whole all of them
     */
    public record OfContest(String slug, List<Row> rows, Row whole, Coverage coverage) {}

    /**
     * A region in a contest.
     *
     * @param name null for the sum
     * @param href the recap of that region; null for the sum, and where there is none
     * @param turnout who voted in per cent of the DPT of the forms; null while no form is in
     * @param findings reports with any finding
     * @param inconsistent reports that break a rule that must hold
     */
    public record Row(
            @Nullable String name,
            @Nullable String code,
            @Nullable String href,
            Ring ring,
            long valid,
            long invalid,
            @Nullable Double turnout,
            int findings,
            int inconsistent) {}
}
