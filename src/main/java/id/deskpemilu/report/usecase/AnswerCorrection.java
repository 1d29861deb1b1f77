package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/** Answers a correction that a verifier asked for: the form has it so, or it has not. */
@UseCase
public class AnswerCorrection {

    private final ReportsInHand reports;
    private final ReportProcess process;

    AnswerCorrection(ReportsInHand reports, ReportProcess process) {
        this.reports = reports;
        this.process = process;
    }

    /**
     * Answers.
     *
     * @param number the correction's number in the report, from 1
     * @param confirmed whether the form has the figures asked for
     * @param comment what the operator adds; needed to decline
     * @param version the version that the operator saw, or null
     */
    public Report execute(
            Actor operator,
            ReportAddress address,
            int number,
            boolean confirmed,
            @Nullable String comment,
            @Nullable Integer version) {
        Report report = reports.take(operator, Role.OPERATOR, address, version);
        if (confirmed) {
            report.confirmCorrection(operator, number, comment, reports.now());
        } else {
            report.declineCorrection(operator, number, comment == null ? "" : comment, reports.now());
        }
        reports.put(report);
        process.answered(report.id(), confirmed);
        return report;
    }
}
