package id.deskpemilu.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * A verifier has judged, for the first time or again.
     *
     * @param answerBy until when the operator is waited for, if the verdict is a correction
     */
    void judged(ReportId report, Verdict verdict, @Nullable Instant answerBy);

    /** The operator has answered a correction. */
    void answered(ReportId report, Correction.Answer answer);

    /** A supervisor has settled a correction. */
    void decided(ReportId report, boolean upheld);

    /**
     * An approved report is open again.
     *
     * @param until when it closes by itself
     */
    void reopened(ReportId report, Instant until);

    /** A reopened report was right: it is approved as it was. */
    void closed(ReportId report);

    /** The confirmed correction is in force. */
    void applied(ReportId report);

    /** Ends the cases of reports that nobody works on any more; one that has ended already stays as it is. */
    void withdraw(List<ReportId> reports, String reason);

    /** The step of the model in which the case waits, if it has not ended. */
    Optional<String> currentStep(ReportId report);
}
