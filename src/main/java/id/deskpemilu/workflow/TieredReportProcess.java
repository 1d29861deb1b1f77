package id.deskpemilu.workflow;

/** The names that Java shares with {@code bpmn/tiered-report.bpmn}; a test holds one against the other. */
final class TieredReportProcess {

    static final String KEY = "TieredReportProcess";

    /** When the figures are frozen. */
    static final String CUT_AT = "cutAt";

    /** What came of the review: the name of a {@link id.deskpemilu.dispatch.LetterProcess.Review}. */
    static final String REVIEW = "review";

    /** Whether somebody outside the desk has to confirm the letter. */
    static final String RECEIPT_NEEDED = "receiptNeeded";

    /** Until when the receipt is waited for. */
    static final String RECEIPT_BY = "receiptBy";

    /** Whether the letter was already sent once more. */
    static final String RESENT = "resent";

    /** A receipt is in. */
    static final String RECEIPTED = "LetterReceipted";

    /** A supervisor has sent it once more. */
    static final String SENT_AGAIN = "LetterResent";

    /** Superseded, withdrawn or dropped. */
    static final String ENDED = "LetterEnded";

    /** The task of who signs. */
    static final String TASK_REVIEW = "Task_ReviewLetter";

    private TieredReportProcess() {}
}
