package id.deskpemilu.workflow;

import static id.deskpemilu.workflow.TpsReportProcess.APPLY;
import static id.deskpemilu.workflow.TpsReportProcess.CONFIRM;
import static id.deskpemilu.workflow.TpsReportProcess.CONFIRMED;
import static id.deskpemilu.workflow.TpsReportProcess.RECHECK;
import static id.deskpemilu.workflow.TpsReportProcess.SUBMIT;
import static id.deskpemilu.workflow.TpsReportProcess.VERDICT;
import static id.deskpemilu.workflow.TpsReportProcess.VERIFY;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import id.deskpemilu.report.ReportProcess.Verdict;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model alone: which way the token goes. */
class TpsReportProcessTest {

    private static final String LOCK = "ServiceTask_LockReport";
    private static final String END = "EndEvent_ReportApproved";

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
        complete(VERIFY, judged(Verdict.CORRECTION));
        assertThat(instance).isWaitingAtExactly(CONFIRM);
        assertThat(task(instance)).hasCandidateGroup("operator");

        complete(CONFIRM, Map.of(CONFIRMED, true));
        assertThat(instance).isWaitingAtExactly(APPLY).hasNotPassed(RECHECK);
        assertThat(task(instance)).hasCandidateGroup("verifier");

        complete(APPLY, Map.of());
        assertThat(instance).isWaitingAtExactly(RECHECK);

        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance).isEnded().hasPassedInOrder(SUBMIT, LOCK, VERIFY, CONFIRM, APPLY, RECHECK, END);
    }

    @Test
    void a_declined_correction_goes_to_another_verifier_and_is_never_applied() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.CORRECTION));
        complete(CONFIRM, Map.of(CONFIRMED, false));
        assertThat(instance).isWaitingAtExactly(RECHECK).hasNotPassed(APPLY);

        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance)
                .isEnded()
                .hasPassedInOrder(SUBMIT, LOCK, VERIFY, CONFIRM, RECHECK, END)
                .hasNotPassed(APPLY);
    }

    @Test
    void a_second_verifier_can_ask_for_a_correction_too() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.SECOND_LOOK));
        complete(RECHECK, judged(Verdict.CORRECTION));
        assertThat(instance).isWaitingAtExactly(CONFIRM).hasNotPassed(APPLY, END);
        complete(CONFIRM, Map.of(CONFIRMED, true));
        complete(APPLY, Map.of());
        assertThat(instance).isWaitingAtExactly(RECHECK);
        complete(RECHECK, judged(Verdict.APPROVED));
        assertThat(instance).isEnded().hasPassedInOrder(SUBMIT, LOCK, VERIFY, CONFIRM, APPLY, END);
    }

    @Test
    void the_answer_to_an_earlier_correction_does_not_answer_a_later_one() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.CORRECTION));
        complete(CONFIRM, Map.of(CONFIRMED, true));
        complete(APPLY, Map.of());
        complete(RECHECK, judged(Verdict.CORRECTION));
        assertThat(instance).isWaitingAtExactly(CONFIRM);
        complete(CONFIRM, Map.of(CONFIRMED, false));
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
    void a_case_keeps_nothing_but_what_its_gateways_read() {
        complete(SUBMIT, Map.of());
        complete(VERIFY, judged(Verdict.CORRECTION));
        complete(CONFIRM, Map.of(CONFIRMED, true));
        assertThat(instance).variables().containsOnlyKeys(VERDICT, CONFIRMED);
    }

    private static Map<String, Object> judged(Verdict verdict) {
        return Map.of(VERDICT, verdict.name());
    }

    private void complete(String step, Map<String, Object> variables) {
        assertThat(instance).isWaitingAtExactly(step);
        TestEngine.engine().getTaskService().complete(task(instance).getId(), variables);
    }
}
