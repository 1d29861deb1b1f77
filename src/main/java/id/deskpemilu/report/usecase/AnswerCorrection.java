package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.shared.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * Answers a correction that a verifier asked for: yes, no, or "C.Hasil memang begitu". The operator of the desa does, or
 * who entered the report in the operator's place.
 */
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
     * @param answer what the operator says
     * @param comment what the operator adds; needed unless the answer is a plain yes
     * @param version the version that the operator saw, or null
     */
    public Report execute(
            Actor operator,
            ReportAddress address,
            int number,
            Correction.Answer answer,
            @Nullable String comment,
            @Nullable Integer version) {
        Report report = reports.take(operator, Action.sending(), address, version);
        report.answerCorrection(operator, number, answer, comment, reports.now());
        reports.put(report);
        process.answered(report.id(), answer);
        return report;
    }
}
