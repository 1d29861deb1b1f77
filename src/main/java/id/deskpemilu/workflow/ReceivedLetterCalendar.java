package id.deskpemilu.workflow;

/** The names that Java shares with {@code bpmn/received-letter.bpmn}; a test holds one against the other. */
final class ReceivedLetterCalendar {

    static final String KEY = "ReceivedLetterProcess";

    /** What came of the review: the name of a {@link id.deskpemilu.dispatch.ReceivedLetterProcess.Verdict}. */
    static final String VERDICT = "verdict";

    /** A letter of the own office that it is added up in was signed. */
    static final String FORWARDED = "LetterForwarded";

    /** Superseded or withdrawn. */
    static final String ENDED = "ReceivedLetterEnded";

    /** The task of who reviews. */
    static final String TASK_REVIEW = "Task_ReviewReceived";

    private ReceivedLetterCalendar() {}
}
