package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/** Finds that a reopened report was right, before its hour has come. */
@UseCase
public class CloseReopening {

    private final ReportsInHand reports;
    private final ReportProcess process;

    CloseReopening(ReportsInHand reports, ReportProcess process) {
        this.reports = reports;
        this.process = process;
    }

    /**
     * Closes it.
     *
     * @param version the version that the verifier saw, or null
     */
    public Report execute(Actor verifier, ReportAddress address, @Nullable Integer version) {
        Report report = reports.take(verifier, Role.VERIFIER, address, version);
        report.closeReopening(verifier, reports.now());
        reports.put(report);
        process.closed(report.id());
        return report;
    }
}
