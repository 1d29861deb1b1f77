package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/** Takes a report in hand, or from a colleague with a reason. */
@UseCase
public class ClaimReport {

    private final ReportsInHand reports;

    ClaimReport(ReportsInHand reports) {
        this.reports = reports;
    }

    /**
     * Takes it.
     *
     * @param reason why it is taken from the colleague who holds it; null if nobody is meant to hold it
     */
    public Report execute(Actor verifier, ReportAddress address, @Nullable String reason) {
        Report report = reports.take(verifier, Role.VERIFIER, address, null);
        if (reason == null) {
            report.claim(verifier, reports.now());
        } else {
            report.takeOver(verifier, reason, reports.now());
        }
        reports.put(report);
        return report;
    }
}
