package id.deskpemilu.workflow;

import static id.deskpemilu.workflow.TpsReportProcess.ANSWER;
import static id.deskpemilu.workflow.TpsReportProcess.ANSWER_BY;
import static id.deskpemilu.workflow.TpsReportProcess.APPLY;
import static id.deskpemilu.workflow.TpsReportProcess.CLOSES_AT;
import static id.deskpemilu.workflow.TpsReportProcess.CONFIRM;
import static id.deskpemilu.workflow.TpsReportProcess.DECIDE;
import static id.deskpemilu.workflow.TpsReportProcess.RECHECK;
import static id.deskpemilu.workflow.TpsReportProcess.REOPENED;
import static id.deskpemilu.workflow.TpsReportProcess.REVIEW;
import static id.deskpemilu.workflow.TpsReportProcess.SUBMIT;
import static id.deskpemilu.workflow.TpsReportProcess.UPHELD;
import static id.deskpemilu.workflow.TpsReportProcess.VERDICT;
import static id.deskpemilu.workflow.TpsReportProcess.VERIFY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import id.deskpemilu.report.Correction.Answer;
import id.deskpemilu.report.ReportProcess.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The model alone: which way the token goes. */
@ResourceLock(TestEngine.LOCK)
class TpsReportProcessTest {

    private static final String LOCK = "ServiceTask_LockReport";
    private static final String END = "EndEvent_ReportApproved";
    private static final String OVERDUE = "BoundaryEvent_CorrectionOverdue";
    private static final String ESCALATE = "ServiceTask_EscalateCorrection";
    private static final String ENDED = "BoundaryEvent_ReopeningEnded";
    private static final String CLOSE = "ServiceTask_EndReopening";
    private static final String CLOSED = "EndEvent_ReopeningClosed";

    /** To the second, as the engine keeps it; fired as a job and never waited for. */
    private static final String SOON =
            Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();

    private String report;
    private ProcessInstance instance;

    @BeforeEach
    void begin_a_case() {
        AbstractAssertions.init(TestEngine.engine());
        report = UUID.randomUUID().toString();
        instance = TestEngine.engine().getRuntimeService().startProcessInstanceByKey(TpsReportProcess.KEY, report);
    }

    @AfterEach
    void forget_the_engine() {
        AbstractAssertions.reset();
    }

    @Test
    void a_case_begins_by_waiting_for_the_operator() {
        assertThat(instance).hasBusinessKey(report).isWaitingAtExactly(SUBMIT).hasNotPassed(LOCK, VERIFY, END);
        assertThat(task(instance)).hasCandidateGroup("operator").isNotAssigned().hasName("Kirim laporan");
    }

    @Test
    void straight_to_approval() {
        complete(SUBMIT, Map.of());
        assertThat(instance).isWaitingAtExactly(VERIFY).hasPassedInOrder(SUBMIT, LOCK);
        org.assertj.core.api.Assertions.assertThat(TestEngine.LocksNothing.last())
                .isEqualTo(report);
        assertThat(task(instance)).hasCandidateGroup("verifier");

        complete(VERIFY, judged(Verdict.APPROVED));
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(SUBMIT, LOCK, VERIFY, END)
                .hasNotPassed(CONFIRM, APPLY, RECHECK);
    }

    @Test
    void a_grave_report_is_looked_at_by_another_verifier() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.SECOND_LOOK));
        assertThat(instance).isWaitingAtExactly(RECHECK).hasNotPassed(END);
        assertThat(task(instance)).hasCandidateGroup("verifier");

        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(SUBMIT, LOCK, VERIFY, RECHECK, END)
                .hasNotPassed(CONFIRM, APPLY);
    }

    @Test
    void a_correction_is_confirmed_applied_and_checked_by_another_verifier() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        assertThat(instance).isWaitingAtExactly(CONFIRM);
        assertThat(task(instance)).hasCandidateGroup("operator");

        complete(CONFIRM, answered(Answer.CONFIRMED));
        assertThat(instance).isWaitingAtExactly(APPLY).hasNotPassed(RECHECK);
        assertThat(task(instance)).hasCandidateGroup("verifier");

        complete(APPLY, Map.of());
        assertThat(instance).isWaitingAtExactly(RECHECK);

        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance).isEnded().hasPassedInOrder(SUBMIT, LOCK, VERIFY, CONFIRM, APPLY, RECHECK, END);
    }

    @Test
    void figures_that_stand_as_written_go_to_another_verifier_and_nothing_is_applied() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        complete(CONFIRM, answered(Answer.AS_WRITTEN));
        assertThat(instance).isWaitingAtExactly(RECHECK).hasNotPassed(APPLY, DECIDE);

        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(SUBMIT, LOCK, VERIFY, CONFIRM, RECHECK, END)
                .hasNotPassed(APPLY);
    }

    @Test
    void a_disputed_correction_is_decided_by_a_supervisor() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        complete(CONFIRM, answered(Answer.DISPUTED));
        assertThat(instance).isWaitingAtExactly(DECIDE).hasNotPassed(ESCALATE);
        assertThat(task(instance)).hasCandidateGroup("supervisor");
        complete(DECIDE, Map.of(UPHELD, true));
        assertThat(instance).isWaitingAtExactly(APPLY);
        complete(APPLY, Map.of());
        complete(RECHECK, correction());
        complete(CONFIRM, answered(Answer.DISPUTED));
        complete(DECIDE, Map.of(UPHELD, false));
        assertThat(instance).isWaitingAtExactly(RECHECK);
        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance).isEnded();
    }

    @Test
    void a_correction_that_nobody_answers_in_time_is_handed_to_the_supervisors() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        org.assertj.core.api.Assertions.assertThat(job().getDuedate().toInstant())
                .isEqualTo(Instant.parse(SOON));
        TestEngine.engine().getManagementService().executeJob(job().getId());
        assertThat(instance).isWaitingAtExactly(DECIDE).hasPassedInOrder(VERIFY, OVERDUE, ESCALATE);
        org.assertj.core.api.Assertions.assertThat(TestEngine.LocksNothing.last())
                .isEqualTo(report);
        complete(DECIDE, Map.of(UPHELD, false));
        assertThat(instance).isWaitingAtExactly(RECHECK);
    }

    @Test
    void an_answer_in_time_stops_the_clock() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        complete(CONFIRM, answered(Answer.CONFIRMED));
        org.assertj.core.api.Assertions.assertThat(TestEngine.engine()
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void a_reopened_report_waits_for_a_verifier_and_closes_by_itself() {
        reopen();
        assertThat(instance).isWaitingAtExactly(REVIEW).hasBusinessKey(report);
        assertThat(task(instance)).hasCandidateGroup("verifier");
        TestEngine.engine().getManagementService().executeJob(job().getId());
        assertThat(instance).isEnded().hasPassedInOrder(REVIEW, ENDED, CLOSE, CLOSED);
    }

    @Test
    void a_reopened_report_is_corrected_like_any_other_or_closed_by_a_verifier() {
        reopen();
        complete(REVIEW, correction());
        assertThat(instance).isWaitingAtExactly(CONFIRM);
        complete(CONFIRM, answered(Answer.CONFIRMED));
        complete(APPLY, Map.of());
        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance).isEnded().hasPassedInOrder(REVIEW, CONFIRM, APPLY, RECHECK, END);

        report = UUID.randomUUID().toString();
        reopen();
        complete(REVIEW, judged(Verdict.APPROVED));
        assertThat(instance).isEnded().hasPassedInOrder(REVIEW, CLOSED).hasNotPassed(CONFIRM, END);
    }

    private void reopen() {
        instance = TestEngine.engine()
                .getRuntimeService()
                .createMessageCorrelation(REOPENED)
                .processInstanceBusinessKey(report)
                .setVariable(CLOSES_AT, SOON)
                .correlateStartMessage();
    }

    private org.camunda.bpm.engine.runtime.Job job() {
        return TestEngine.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    @Test
    void a_second_verifier_can_ask_for_a_correction_too() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.SECOND_LOOK));
        complete(RECHECK, correction());
        assertThat(instance).isWaitingAtExactly(CONFIRM).hasNotPassed(APPLY, END);
        complete(CONFIRM, answered(Answer.CONFIRMED));
        complete(APPLY, Map.of());
        assertThat(instance).isWaitingAtExactly(RECHECK);
        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance).isEnded().hasPassedInOrder(SUBMIT, LOCK, VERIFY, CONFIRM, APPLY, END);
    }

    @Test
    void the_answer_to_an_earlier_correction_does_not_answer_a_later_one() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        complete(CONFIRM, answered(Answer.CONFIRMED));
        complete(APPLY, Map.of());
        complete(RECHECK, correction());
        assertThat(instance).isWaitingAtExactly(CONFIRM);
        complete(CONFIRM, answered(Answer.AS_WRITTEN));
        assertThat(instance).isWaitingAtExactly(RECHECK);
    }

    @Test
    void a_second_look_at_the_recheck_has_no_way_out_and_moves_nothing() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.SECOND_LOOK));
        assertThatThrownBy(() -> complete(RECHECK, judged(Verdict.SECOND_LOOK)))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(instance).isWaitingAtExactly(RECHECK).hasNotPassed(END);
    }

    @Test
    void a_case_keeps_nothing_but_what_its_gateways_and_timers_read() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, correction());
        complete(CONFIRM, answered(Answer.CONFIRMED));
        assertThat(instance).variables().containsOnlyKeys(VERDICT, ANSWER, ANSWER_BY);
    }

    private static Map<String, Object> correction() {
        return Map.of(VERDICT, Verdict.CORRECTION.name(), ANSWER_BY, SOON);
    }

    private static Map<String, Object> answered(Answer answer) {
        return Map.of(ANSWER, answer.name());
    }

    private static Map<String, Object> judged(Verdict verdict) {
        return Map.of(VERDICT, verdict.name());
    }

    private void complete(String step, Map<String, Object> variables) {
        assertThat(instance).isWaitingAtExactly(step);
        TestEngine.engine().getTaskService().complete(task(instance).getId(), variables);
    }
}
