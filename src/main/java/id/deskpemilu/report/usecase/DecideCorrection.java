package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/** Settles a correction that the operator disputed or did not answer in time. */
@UseCase
public class DecideCorrection {

    private final ReportsInHand reports;
    private final ReportProcess process;

    DecideCorrection(ReportsInHand reports, ReportProcess process) {
        this.reports = reports;
        this.process = process;
    }

    /**
     * Settles it.
     *
     * @param number the correction's number in the report, from 1
     * @param upheld whether the figures asked for are right
     * @param version the version that the supervisor saw, or null
     */
    public Report execute(
            Actor supervisor,
            ReportAddress address,
            int number,
            boolean upheld,
            String reason,
            @Nullable Integer version) {
        Report report = reports.take(supervisor, Role.SUPERVISOR, address, version);
        report.decideCorrection(supervisor, number, upheld, reason, reports.now());
        reports.put(report);
        process.decided(report.id(), upheld);
        return report;
    }
}
