package id.deskpemilu.workflow;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.shared.Refusal;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the token of a letter; always inside the transaction that changes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineLetterProcess implements LetterProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;

    EngineLetterProcess(RuntimeService runtime, TaskService tasks, ManagementService jobs) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    @Override
    public void planned(LetterId letter, Instant cutAt) {
        runtime.startProcessInstanceByKey(
                TieredReportProcess.KEY, letter.toString(), Map.of(TieredReportProcess.CUT_AT, Hour.of(cutAt)));
    }

    @Override
    public void redated(LetterId letter, Instant cutAt) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(letter.toString(), TieredReportProcess.KEY)
                .singleResult();
        if (instance == null) {
            return;
        }
        for (Job timer : jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list()) {
            Conflicts.translated(() -> jobs.setJobDuedate(timer.getId(), java.util.Date.from(cutAt)));
        }
    }

    @Override
    public void requireReviewable(LetterId letter) {
        review(letter);
    }

    @Override
    public void reviewed(LetterId letter, Review review) {
        String task = review(letter).getId();
        Conflicts.translated(() -> tasks.complete(task, Map.of(TieredReportProcess.REVIEW, review.name())));
    }

    private Task review(LetterId letter) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(letter.toString())
                .taskDefinitionKey(TieredReportProcess.TASK_REVIEW)
                .singleResult();
        if (task == null) {
            throw Refusal.conflict("LETTER_BEING_DRAFTED");
        }
        return task;
    }

    @Override
    public void resend(LetterId letter) {
        correlate(letter, TieredReportProcess.SENT_AGAIN);
    }

    @Override
    public void receipted(LetterId letter) {
        correlate(letter, TieredReportProcess.RECEIPTED);
    }

    @Override
    public void ended(LetterId letter) {
        correlate(letter, TieredReportProcess.ENDED);
    }

    /** What nobody waits for is no mistake: a receipt may come twice, or after the letter was withdrawn. */
    private void correlate(LetterId letter, String message) {
        Conflicts.translated(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(letter.toString())
                .correlateAll());
    }
}
