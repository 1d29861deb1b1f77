package id.deskpemilu.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The calendar of a kecamatan, the model alone; its hours are fired as jobs and never waited for. */
@ResourceLock(TestEngine.LOCK)
class ReportingDeadlineProcessTest {

    private static final String PLAN = "ServiceTask_PlanNext";
    private static final String FLAG = "ServiceTask_FlagUnreported";
    private static final String CHASE = "ServiceTask_ChaseOverdue";
    private static final String WAIT = "Gateway_First";
    private static final String END = "EndEvent_DeadlinesEnded";

    @BeforeEach
    void ask_the_engine() {
        AbstractAssertions.init(TestEngine.engine());
    }

    @AfterEach
    void forget_the_engine() {
        TestEngine.PlansAsTold.plan();
        AbstractAssertions.reset();
    }

    @Test
    void it_waits_for_the_first_hour() {
        ProcessInstance calendar = begin("STAGE");
        assertThat(calendar).isWaitingAtExactly(WAIT).hasPassedInOrder(PLAN, "Gateway_Next");
        assertThat(job(calendar)).isNotNull();
    }

    @Test
    void at_a_stage_the_silent_are_flagged_and_the_next_hour_is_waited_for() {
        ProcessInstance calendar = begin("STAGE", "STAGE", "SWEEP");
        fire(calendar);
        assertThat(calendar).hasPassed(FLAG).hasNotPassed(CHASE).isWaitingAtExactly(WAIT);
        org.assertj.core.api.Assertions.assertThat(TestEngine.LocksNothing.last())
                .isEqualTo(calendar.getBusinessKey());
        fire(calendar);
        assertThat(calendar).hasNotPassed(CHASE).isWaitingAtExactly(WAIT);
        fire(calendar);
        assertThat(calendar).hasPassed(CHASE).isWaitingAtExactly(WAIT);
    }

    @Test
    void between_stages_the_overdue_are_chased() {
        ProcessInstance calendar = begin("SWEEP", "STAGE");
        fire(calendar);
        assertThat(calendar).hasPassed(CHASE).hasNotPassed(FLAG).isWaitingAtExactly(WAIT);
    }

    @Test
    void changed_stages_are_planned_again_and_the_old_hour_is_forgotten() {
        ProcessInstance calendar = begin("STAGE", "SWEEP");
        String hour = job(calendar).getId();
        changed(calendar);
        assertThat(calendar).hasNotPassed(FLAG, CHASE).isWaitingAtExactly(WAIT);
        org.assertj.core.api.Assertions.assertThat(job(calendar).getId()).isNotEqualTo(hour);
        fire(calendar);
        assertThat(calendar).hasPassed(CHASE).hasNotPassed(FLAG);
    }

    @Test
    void it_ends_when_nothing_comes_any_more() {
        assertThat(begin("NONE")).isEnded().hasPassed(END).hasNotPassed(FLAG, CHASE);
        ProcessInstance calendar = begin("SWEEP", "NONE");
        changed(calendar);
        assertThat(calendar).isEnded().hasNotPassed(CHASE);
    }

    private static ProcessInstance begin(String... plans) {
        TestEngine.PlansAsTold.plan(plans);
        return TestEngine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        ReportingDeadlineProcess.KEY, UUID.randomUUID().toString());
    }

    private static void fire(ProcessInstance calendar) {
        ManagementService jobs = TestEngine.engine().getManagementService();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(calendar.getId())
                .singleResult()
                .getId());
    }

    private static void changed(ProcessInstance calendar) {
        TestEngine.engine()
                .getRuntimeService()
                .createMessageCorrelation(ReportingDeadlineProcess.STAGES_CHANGED)
                .processInstanceBusinessKey(calendar.getBusinessKey())
                .correlateAll();
    }
}
