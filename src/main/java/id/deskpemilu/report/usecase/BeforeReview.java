package id.deskpemilu.report.usecase;

import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportStatus;

/** The time in which what was sent is still the operator's alone. */
public final class BeforeReview {

    private BeforeReview() {}

    /** Whether no verifier has begun to look at the report. */
    public static boolean is(Report report) {
        return report.status() == ReportStatus.AWAITED
                || report.status() == ReportStatus.LOCKED && report.holder() == null;
    }
}
