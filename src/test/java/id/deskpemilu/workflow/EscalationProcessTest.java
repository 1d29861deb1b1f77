package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import id.deskpemilu.escalation.EscalationProcess.Outcome;
import id.deskpemilu.escalation.Level;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way through an escalation, the model alone; its hours are fired as jobs and never waited for. */
@ResourceLock(TestEngine.LOCK)
class EscalationProcessTest {

    private static final String REMIND = "ServiceTask_RemindResponsible";
    private static final String WAIT = "Gateway_WaitForResponsible";
    private static final String COORDINATOR = "ServiceTask_NotifyCoordinator";
    private static final String CALL = EscalationCalendar.TASKS.get(Level.KECAMATAN);
    private static final String CALL_LATER = "Gateway_CoordinatorSnoozed";
    private static final String SUPERVISOR = "ServiceTask_NotifySupervisor";
    private static final String RESOLVE = EscalationCalendar.TASKS.get(Level.KABUPATEN);
    private static final String RESOLVE_LATER = "Gateway_SupervisorSnoozed";
    private static final String PARKED = "IntermediateEvent_NextStage";
    private static final String ANNOUNCE = "ServiceTask_AnnounceEnd";

    private ProcessInstance escalation;

    @BeforeEach
    void ask_the_engine() {
        AbstractAssertions.init(TestEngine.engine());
    }

    @AfterEach
    void forget_the_engine() {
        AbstractAssertions.reset();
    }

    @Test
    void first_the_operator_is_reminded_then_the_coordinator_then_the_supervisor() {
        begin(Level.RESPONSIBLE);
        assertThat(escalation).isWaitingAtExactly(WAIT).hasPassed(REMIND).hasNotPassed(COORDINATOR);

        fire();
        assertThat(escalation).isWaitingAtExactly(CALL).hasPassedInOrder(REMIND, COORDINATOR);
        assertThat(task(escalation)).hasCandidateGroup("coordinator");

        fire();
        assertThat(escalation).isWaitingAtExactly(RESOLVE).hasPassedInOrder(REMIND, COORDINATOR, SUPERVISOR);
        assertThat(task(escalation)).hasCandidateGroup("supervisor");
    }

    @Test
    void the_supervisor_is_told_again_and_again() {
        begin(Level.KABUPATEN);
        String task = task(escalation).getId();
        fire();
        assertThat(escalation).isWaitingAtExactly(RESOLVE);
        org.assertj.core.api.Assertions.assertThat(task(escalation).getId()).isNotEqualTo(task);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void it_begins_where_the_stage_says(Level level) {
        begin(level);
        assertThat(escalation)
                .isWaitingAtExactly(level == Level.RESPONSIBLE ? WAIT : level == Level.KECAMATAN ? CALL : RESOLVE);
        if (level != Level.RESPONSIBLE) {
            assertThat(escalation).hasNotPassed(REMIND);
        }
    }

    @Test
    void a_stage_of_a_higher_level_does_not_wait_for_the_hour() {
        begin(Level.RESPONSIBLE);
        raise();
        assertThat(escalation).isWaitingAtExactly(CALL);
        raise();
        assertThat(escalation).isWaitingAtExactly(RESOLVE);
    }

    @Test
    void a_coordinator_puts_it_off_and_gets_it_back() {
        begin(Level.KECAMATAN);
        settle(Outcome.SNOOZED);
        assertThat(escalation).isWaitingAtExactly(CALL_LATER);
        fire();
        assertThat(escalation)
                .isWaitingAtExactly(CALL)
                .hasPassed("ServiceTask_RecallCoordinator")
                .hasNotPassed(SUPERVISOR);
    }

    @Test
    void a_stage_ends_what_the_coordinator_put_off() {
        begin(Level.KECAMATAN);
        settle(Outcome.SNOOZED);
        raise();
        assertThat(escalation).isWaitingAtExactly(RESOLVE);
    }

    @Test
    void whom_the_coordinator_cannot_reach_the_supervisor_gets() {
        begin(Level.KECAMATAN);
        settle(Outcome.UNREACHABLE);
        assertThat(escalation).isWaitingAtExactly(RESOLVE).hasPassed(SUPERVISOR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Level.class,
            names = {"KECAMATAN", "KABUPATEN"})
    void a_desa_in_other_hands_begins_anew(Level level) {
        begin(level);
        settle(Outcome.HANDED_OVER);
        assertThat(escalation).isWaitingAtExactly(WAIT).hasPassed(REMIND);
    }

    @Test
    void a_supervisor_puts_it_off_and_gets_it_back() {
        begin(Level.KABUPATEN);
        settle(Outcome.SNOOZED);
        assertThat(escalation).isWaitingAtExactly(RESOLVE_LATER);
        fire();
        assertThat(escalation).isWaitingAtExactly(RESOLVE);

        settle(Outcome.SNOOZED);
        raise();
        assertThat(escalation).isWaitingAtExactly(RESOLVE);
    }

    @Test
    void what_nobody_can_reach_is_asked_again_at_the_next_stage_only() {
        begin(Level.KABUPATEN);
        settle(Outcome.UNREACHABLE);
        assertThat(escalation).isWaitingAtExactly(PARKED);
        org.assertj.core.api.Assertions.assertThat(TestEngine.engine()
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(escalation.getId())
                        .count())
                .isZero();
        raise();
        assertThat(escalation).isWaitingAtExactly(RESOLVE);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void the_last_report_ends_it_on_every_level_and_that_is_announced(Level level) {
        begin(level);
        resolve();
        assertThat(escalation).isEnded().hasPassedInOrder(ANNOUNCE, "EndEvent_EscalationEnded");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"SNOOZED", "UNREACHABLE"})
    void the_last_report_ends_also_what_was_put_off(Outcome outcome) {
        begin(Level.KABUPATEN);
        settle(outcome);
        resolve();
        assertThat(escalation).isEnded().hasPassed(ANNOUNCE);
        begin(Level.KECAMATAN);
        settle(Outcome.SNOOZED);
        resolve();
        assertThat(escalation).isEnded().hasPassed(ANNOUNCE);
    }

    @Test
    void what_has_ended_is_not_raised() {
        begin(Level.RESPONSIBLE);
        resolve();
        assertThatThrownBy(this::raise).isInstanceOf(MismatchingMessageCorrelationException.class);
    }

    private void begin(Level level) {
        escalation = TestEngine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        EscalationCalendar.KEY,
                        UUID.randomUUID().toString(),
                        Map.of(EscalationCalendar.LEVEL, level.name()));
    }

    private void settle(Outcome outcome) {
        TestEngine.engine()
                .getTaskService()
                .complete(
                        task(escalation).getId(),
                        Map.of(
                                EscalationCalendar.OUTCOME,
                                outcome.name(),
                                EscalationCalendar.SNOOZED_UNTIL,
                                "2999-01-01T00:00:00Z"));
    }

    private void fire() {
        ManagementService jobs = TestEngine.engine().getManagementService();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(escalation.getId())
                .timers()
                .singleResult()
                .getId());
    }

    private void raise() {
        correlate(EscalationCalendar.RAISED);
    }

    private void resolve() {
        correlate(EscalationCalendar.RESOLVED);
    }

    private void correlate(String message) {
        TestEngine.engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(escalation.getBusinessKey())
                .correlate();
    }
}
