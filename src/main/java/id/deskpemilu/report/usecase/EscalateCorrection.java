package id.deskpemilu.report.usecase;

import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;

/** Hands a correction that the operator has not answered in time to the supervisors; the process does it. */
@UseCase
public class EscalateCorrection {

    private final Reports reports;
    private final Clock clock;

    EscalateCorrection(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Hands it over. */
    public void execute(ReportId id) {
        Report report = reports.findByIdForChange(id).orElseThrow();
        report.correctionOverdue(clock.instant());
        reports.save(report);
    }
}
