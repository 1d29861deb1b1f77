package id.deskpemilu.workflow;

import id.deskpemilu.report.ReportStatus;
import java.util.Map;

/** The names that Java shares with {@code bpmn/tps-report.bpmn}; a test holds one against the other. */
final class TpsReportProcess {

    static final String KEY = "TpsReportProcess";

    static final String SUBMIT = "Task_SubmitReport";
    static final String VERIFY = "Task_VerifyReport";
    static final String CONFIRM = "Task_ConfirmCorrection";
    static final String APPLY = "Task_ApplyCorrection";
    static final String RECHECK = "Task_RecheckReport";

    /** How a verifier judged: the name of a {@link id.deskpemilu.report.ReportProcess.Verdict}. */
    static final String VERDICT = "verdict";

    /** Whether the operator confirmed. */
    static final String CONFIRMED = "confirmed";

    /** In which user task the case waits while the report has the status. */
    static final Map<ReportStatus, String> TASKS = Map.of(
            ReportStatus.AWAITED, SUBMIT,
            ReportStatus.LOCKED, VERIFY,
            ReportStatus.CORRECTION_REQUESTED, CONFIRM,
            ReportStatus.CORRECTION_CONFIRMED, APPLY,
            ReportStatus.RECHECK, RECHECK);

    private TpsReportProcess() {}
}
