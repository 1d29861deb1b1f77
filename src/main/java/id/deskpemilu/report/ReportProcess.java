package id.deskpemilu.report;

import java.util.List;
import java.util.Optional;

/** The calendar behind the reports: it knows who is asked next. What the figures are it does not know. */
public interface ReportProcess {

    /** How a verifier judged. */
    enum Verdict {
        /** It agrees with the form. */
        APPROVED,
        /** It agrees, and another verifier has to look too. */
        SECOND_LOOK,
        /** It does not agree. */
        CORRECTION
    }

    /** Begins one case for each report. */
    void begin(List<ReportId> reports);

    /** The operator has sent the figures; the case locks the report before this returns. */
    void submitted(ReportId report);

    /** A verifier has judged, for the first time or again. */
    void judged(ReportId report, Verdict verdict);

    /** The operator has answered a correction. */
    void answered(ReportId report, boolean confirmed);

    /** The confirmed correction is in force. */
    void applied(ReportId report);

    /** Ends the cases of reports that nobody works on any more; one that has ended already stays as it is. */
    void withdraw(List<ReportId> reports, String reason);

    /** The step of the model in which the case waits, if it has not ended. */
    Optional<String> currentStep(ReportId report);
}
