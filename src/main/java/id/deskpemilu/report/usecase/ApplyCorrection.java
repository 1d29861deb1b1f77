package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.Review;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a confirmed correction into force, exactly as it was confirmed. */
@UseCase
public class ApplyCorrection {

    private final ReportsInHand reports;
    private final Figures figures;
    private final ReportProcess process;
    private final Review review;

    ApplyCorrection(ReportsInHand reports, Figures figures, ReportProcess process, Review review) {
        this.reports = reports;
        this.figures = figures;
        this.process = process;
        this.review = review;
    }

    /**
     * Applies it.
     *
     * @param number the correction's number in the report, from 1
     * @param version the version that the verifier saw, or null
     */
    public Report execute(Actor verifier, ReportAddress address, int number, @Nullable Integer version) {
        Report report = reports.take(verifier, Role.VERIFIER, address, version);
        report.require(Action.APPLY_CORRECTION, verifier, number);
        List<Finding> findings = figures.judge(report.contest(), report.station(), report.corrected(number));
        report.applyCorrection(verifier, number, findings, review.blind(report, findings), reports.now());
        reports.put(report);
        process.applied(report.id());
        return report;
    }
}
