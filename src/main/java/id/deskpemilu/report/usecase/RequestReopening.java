package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.Report;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/** Asks for an approved report to be opened again. */
@UseCase
public class RequestReopening {

    private final ReportsInHand reports;

    RequestReopening(ReportsInHand reports) {
        this.reports = reports;
    }

    /**
     * Asks.
     *
     * @param version the version that the verifier saw, or null
     */
    public Report execute(
            Actor verifier, ReportAddress address, Reopening.Cause cause, String reason, @Nullable Integer version) {
        Report report = reports.take(verifier, Role.VERIFIER, address, version);
        report.requestReopening(verifier, cause, reason, reports.now());
        reports.put(report);
        return report;
    }
}
