package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.Review;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens an approved report again, as a verifier asked for, or leaves it approved. */
@UseCase
public class DecideReopening {

    private final ReportsInHand reports;
    private final Review review;
    private final ReportProcess process;

    DecideReopening(ReportsInHand reports, Review review, ReportProcess process) {
        this.reports = reports;
        this.review = review;
        this.process = process;
    }

    /**
     * Decides.
     *
     * @param granted whether it is opened
     * @param comment what the supervisor adds; needed to refuse
     * @param version the version that the supervisor saw, or null
     */
    public Report execute(
            Actor supervisor,
            ReportAddress address,
            boolean granted,
            @Nullable String comment,
            @Nullable Integer version) {
        Report report = reports.take(supervisor, Role.SUPERVISOR, address, version);
        if (granted) {
            Instant until = review.reopeningEnds(report.station());
            report.grantReopening(supervisor, comment, until, reports.now());
            reports.put(report);
            process.reopened(report.id(), until);
        } else {
            report.refuseReopening(supervisor, comment == null ? "" : comment, reports.now());
            reports.put(report);
        }
        return report;
    }
}
