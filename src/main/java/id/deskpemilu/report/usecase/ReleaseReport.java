package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.shared.UseCase;

/** Puts a report back into the inbox. */
@UseCase
public class ReleaseReport {

    private final ReportsInHand reports;

    ReleaseReport(ReportsInHand reports) {
        this.reports = reports;
    }

    /** Puts it back. */
    public Report execute(Actor verifier, ReportAddress address) {
        Report report = reports.take(verifier, Role.VERIFIER, address, null);
        report.release(verifier, reports.now());
        reports.put(report);
        return report;
    }
}
