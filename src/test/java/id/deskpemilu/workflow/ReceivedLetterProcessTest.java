package id.deskpemilu.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import id.deskpemilu.dispatch.ReceivedLetterProcess.Verdict;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every way of a letter of the tier below, the model alone. */
@ResourceLock(TestEngine.LOCK)
class ReceivedLetterProcessTest {

    private static final String FORWARD = "IntermediateEvent_LetterForwarded";

    private ProcessInstance letter;

    @BeforeEach
    void take() {
        AbstractAssertions.init(TestEngine.engine());
        letter = TestEngine.engine()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        ReceivedLetterCalendar.KEY, UUID.randomUUID().toString());
    }

    @AfterEach
    void forget_the_engine() {
        AbstractAssertions.reset();
    }

    @Test
    void it_is_reviewed_added_up_and_forwarded() {
        assertThat(letter).isWaitingAtExactly(ReceivedLetterCalendar.TASK_REVIEW);
        assertThat(task(letter)).hasCandidateGroup("supervisor");
        review(Verdict.CHECKED);
        assertThat(letter).isWaitingAtExactly(FORWARD);
        correlate(ReceivedLetterCalendar.FORWARDED);
        assertThat(letter).isEnded().hasPassed("EndEvent_LetterForwarded");
    }

    @Test
    void what_is_questioned_is_reviewed_again() {
        review(Verdict.QUESTIONED);
        assertThat(letter).isWaitingAtExactly(ReceivedLetterCalendar.TASK_REVIEW);
        review(Verdict.CHECKED);
        assertThat(letter).isWaitingAtExactly(FORWARD);
    }

    @Test
    void the_hour_does_not_wait_for_the_review() {
        correlate(ReceivedLetterCalendar.FORWARDED);
        assertThat(letter).isEnded().hasPassed("BoundaryEvent_ForwardedUnreviewed");
    }

    @Test
    void what_is_superseded_or_withdrawn_waits_for_nothing() {
        correlate(ReceivedLetterCalendar.ENDED);
        assertThat(letter).isEnded().hasNotPassed(FORWARD);
        take();
        review(Verdict.CHECKED);
        correlate(ReceivedLetterCalendar.ENDED);
        assertThat(letter).isEnded().hasNotPassed("EndEvent_LetterForwarded");
    }

    private void review(Verdict verdict) {
        TestEngine.engine()
                .getTaskService()
                .complete(task(letter).getId(), Map.of(ReceivedLetterCalendar.VERDICT, verdict.name()));
    }

    private void correlate(String message) {
        TestEngine.engine()
                .getRuntimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(letter.getBusinessKey())
                .correlate();
    }
}
