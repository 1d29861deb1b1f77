package id.deskpemilu.workflow;

/** The names that Java shares with {@code bpmn/reporting-deadline.bpmn}; a test holds one against the other. */
final class ReportingDeadlineProcess {

    static final String KEY = "ReportingDeadlineProcess";

    /** What comes next: the name of a {@link id.deskpemilu.escalation.usecase.PlanNext.What}. */
    static final String NEXT = "next";

    /** When it comes. */
    static final String NEXT_AT = "nextAt";

    /** The stages, the clock or the contest changed. */
    static final String STAGES_CHANGED = "StagesChanged";

    private ReportingDeadlineProcess() {}
}
