package id.deskpemilu.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import id.deskpemilu.dispatch.LetterProcess.Review;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every way of a letter, the model alone; its hours are fired as jobs and never waited for. */
@ResourceLock(TestEngine.LOCK)
class TieredReportProcessTest {

    private static final String FREEZE = "ServiceTask_FreezeLetter";
    private static final String DRAFT = "ServiceTask_DraftLetter";
    private static final String DISPATCH = "ServiceTask_DispatchLetter";
    private static final String RESEND = "ServiceTask_ResendLetter";
    private static final String ESCALATE = "ServiceTask_EscalateReceipt";
    private static final String WAIT = "Gateway_Receipt";
    private static final String CHASE = "Task_ChaseReceipt";

    private ProcessInstance letter;

    @BeforeEach
    void begin() {
        AbstractAssertions.init(TestEngine.engine());
        TestEngine.Dispatches.needReceipt(true);
        letter = TestEngine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        TieredReportProcess.KEY,
                        UUID.randomUUID().toString(),
                        Map.of(TieredReportProcess.CUT_AT, "2999-01-01T00:00:00Z"));
    }

    @AfterEach
    void forget_the_engine() {
        AbstractAssertions.reset();
    }

    @Test
    void nothing_is_frozen_before_the_hour() {
        assertThat(letter).isWaitingAtExactly("IntermediateEvent_CutCame").hasNotPassed(FREEZE);
    }

    @Test
    void at_its_hour_it_is_frozen_drafted_and_waits_for_the_supervisor() {
        run();
        assertThat(letter).hasPassed(FREEZE).isWaitingAtExactly(DRAFT);
        run();
        assertThat(letter).hasPassedInOrder(FREEZE, DRAFT).isWaitingAtExactly(TieredReportProcess.TASK_REVIEW);
        assertThat(task(letter)).hasCandidateGroup("supervisor");
    }

    @Test
    void figures_can_be_frozen_anew_as_often_as_one_likes() {
        drafted();
        for (int again = 0; again < 2; again++) {
            review(Review.REFREEZE);
            assertThat(letter).isWaitingAtExactly(DRAFT);
            run();
            assertThat(letter).isWaitingAtExactly(TieredReportProcess.TASK_REVIEW);
        }
        assertThat(letter).hasNotPassed(DISPATCH);
    }

    @Test
    void signed_it_is_sent_and_the_receipt_ends_it() {
        dispatched();
        assertThat(letter).hasPassed(DISPATCH).isWaitingAtExactly(WAIT);
        correlate(TieredReportProcess.RECEIPTED);
        assertThat(letter).isEnded().hasPassed("EndEvent_LetterReceipted").hasNotPassed(RESEND, ESCALATE);
    }

    @Test
    void the_letter_of_a_kecamatan_waits_for_no_receipt() {
        TestEngine.Dispatches.needReceipt(false);
        dispatched();
        assertThat(letter).isEnded().hasPassed("EndEvent_LetterHandedOver");
    }

    @Test
    void without_a_receipt_it_is_sent_again_and_then_the_supervisor_is_told() {
        dispatched();
        run();
        assertThat(letter).hasPassed(RESEND).isWaitingAtExactly(WAIT).hasNotPassed(ESCALATE);
        run();
        assertThat(letter).hasPassedInOrder(RESEND, ESCALATE).isWaitingAtExactly(CHASE);
        assertThat(task(letter)).hasCandidateGroup("supervisor");
    }

    @Test
    void a_receipt_after_the_second_sending_ends_it() {
        dispatched();
        run();
        correlate(TieredReportProcess.RECEIPTED);
        assertThat(letter).isEnded().hasNotPassed(ESCALATE);
    }

    @Test
    void a_late_receipt_ends_the_supervisors_task() {
        chased();
        correlate(TieredReportProcess.RECEIPTED);
        assertThat(letter).isEnded().hasPassed("BoundaryEvent_ReceiptCame");
    }

    @Test
    void the_supervisor_sends_it_again_and_the_waiting_begins_anew() {
        chased();
        correlate(TieredReportProcess.SENT_AGAIN);
        assertThat(letter).isWaitingAtExactly(DISPATCH);
        run();
        assertThat(letter).isWaitingAtExactly(WAIT);
        run();
        assertThat(letter).isWaitingAtExactly(WAIT);
    }

    @Test
    void what_is_superseded_or_withdrawn_waits_for_nothing_wherever_it_stands() {
        correlate(TieredReportProcess.ENDED);
        assertThat(letter).isEnded().hasNotPassed(FREEZE);
        begin();
        drafted();
        correlate(TieredReportProcess.ENDED);
        assertThat(letter).isEnded().hasNotPassed(DISPATCH);
        begin();
        dispatched();
        correlate(TieredReportProcess.ENDED);
        assertThat(letter).isEnded().hasNotPassed("EndEvent_LetterReceipted");
        begin();
        chased();
        correlate(TieredReportProcess.ENDED);
        assertThat(letter).isEnded();
    }

    private void drafted() {
        run();
        run();
    }

    private void dispatched() {
        drafted();
        review(Review.SIGNED);
        run();
    }

    private void chased() {
        dispatched();
        run();
        run();
        assertThat(letter).isWaitingAtExactly(CHASE);
    }

    private void review(Review review) {
        TestEngine.engine()
                .getTaskService()
                .complete(task(letter).getId(), Map.of(TieredReportProcess.REVIEW, review.name()));
    }

    /** Fires the hour, or takes the step, that the letter waits for. */
    private void run() {
        ManagementService jobs = TestEngine.engine().getManagementService();
        List<Job> waiting =
                jobs.createJobQuery().processInstanceId(letter.getId()).list();
        org.assertj.core.api.Assertions.assertThat(waiting).hasSize(1);
        jobs.executeJob(waiting.get(0).getId());
    }

    private void correlate(String message) {
        TestEngine.engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(letter.getBusinessKey())
                .correlate();
    }
}
