package id.deskpemilu.report.usecase;

import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;

/** Ends a reopening whose hour has come; the process does it. */
@UseCase
public class EndReopening {

    private final Reports reports;
    private final Clock clock;

    EndReopening(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Ends it. */
    public void execute(ReportId id) {
        Report report = reports.findByIdForChange(id).orElseThrow();
        report.reopeningEnded(clock.instant());
        reports.save(report);
    }
}
