package id.deskpemilu.report.usecase;

import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;

/** Locks a report in the moment in which it was sent; the process does it. */
@UseCase
public class LockReport {

    private final Reports reports;
    private final Clock clock;

    LockReport(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Locks it. */
    public void execute(ReportId id) {
        Report report = reports.findById(id).orElseThrow();
        report.lock(clock.instant());
        reports.save(report);
    }
}
