package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.ReportProcess.Verdict;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/** Agrees with a report: it is approved, unless another verifier has to look too. */
@UseCase
public class ApproveReport {

    private final ReportsInHand reports;
    private final ReportProcess process;

    ApproveReport(ReportsInHand reports, ReportProcess process) {
        this.reports = reports;
        this.process = process;
    }

    /**
     * Agrees.
     *
     * @param version the version that the verifier saw, or null
     */
    public Report execute(Actor verifier, ReportAddress address, @Nullable Integer version) {
        Report report = reports.take(verifier, Role.VERIFIER, address, version);
        boolean approved = report.approve(verifier, reports.now());
        reports.put(report);
        process.judged(report.id(), approved ? Verdict.APPROVED : Verdict.SECOND_LOOK, null);
        return report;
    }
}
