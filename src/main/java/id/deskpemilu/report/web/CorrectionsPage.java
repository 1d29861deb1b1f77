package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a region's figures owe to corrections: old and new, who, when and why.
 *
 * @param region name of the region
 * @param contest slug of the contest
 * @param board address of the board of the same region
 * @param crumbs where the region lies
 * @param rows the corrections in force, the newest first
 * @param asWritten reports that stand as the form has them though it is inconsistent
 */
public record CorrectionsPage(
        String region,
        String contest,
        String board,
        List<Crumb> crumbs,
        List<Row> rows,
        Paging paging,
        List<AsWritten> asWritten) {

    /**
     * One correction.
     *
     * @param href the report page
     * @param answered the operator that answered; null if none did
     * @param decided the supervisor that settled it; null if none had to
     */
    public record Row(
            Station station,
            String href,
            List<ReportPage.Change> changes,
            String reason,
            String requested,
            @Nullable String answered,
            @Nullable String decided,
            String applied,
            ZonedDateTime at) {}

    /** A report kept as written, with the rule it breaks. */
    public record AsWritten(
            Station station,
            String href,
            String formula,
            @Nullable String explanation) {}
}
