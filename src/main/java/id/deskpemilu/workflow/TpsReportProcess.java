package id.deskpemilu.workflow;

import id.deskpemilu.report.ReportStatus;
import java.util.Map;

/** The names that Java shares with {@code bpmn/tps-report.bpmn}; a test holds one against the other. */
final class TpsReportProcess {

    static final String KEY = "TpsReportProcess";

    static final String SUBMIT = "Task_SubmitReport";
    static final String VERIFY = "Task_VerifyReport";
    static final String CONFIRM = "Task_ConfirmCorrection";
    static final String DECIDE = "Task_DecideCorrection";
    static final String REVIEW = "Task_ReviewReopened";
    static final String APPLY = "Task_ApplyCorrection";
    static final String RECHECK = "Task_RecheckReport";

    /** How a verifier judged: the name of a {@link id.deskpemilu.report.ReportProcess.Verdict}. */
    static final String VERDICT = "verdict";

    /** What the operator said: the name of a {@link id.deskpemilu.report.Correction.Answer}. */
    static final String ANSWER = "answer";

    /** Whether the supervisor found the figures asked for to be right. */
    static final String UPHELD = "upheld";

    /** Until when the operator is waited for. */
    static final String ANSWER_BY = "answerBy";

    /** When a reopened report closes by itself. */
    static final String CLOSES_AT = "closesAt";

    /** Begins a case anew for a report that was approved. */
    static final String REOPENED = "ReportReopened";

    /** In which user task the case waits while the report has the status. */
    static final Map<ReportStatus, String> TASKS = Map.of(
            ReportStatus.AWAITED, SUBMIT,
            ReportStatus.LOCKED, VERIFY,
            ReportStatus.CORRECTION_REQUESTED, CONFIRM,
            ReportStatus.DISPUTED, DECIDE,
            ReportStatus.CORRECTION_CONFIRMED, APPLY,
            ReportStatus.REOPENED, REVIEW,
            ReportStatus.RECHECK, RECHECK);

    private TpsReportProcess() {}
}
