package id.deskpemilu.workflow;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the token of a letter of the tier below; always inside the transaction that changes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineReceivedLetterProcess implements ReceivedLetterProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineReceivedLetterProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void taken(LetterId letter) {
        runtime.startProcessInstanceByKey(ReceivedLetterCalendar.KEY, letter.toString());
    }

    @Override
    public void reviewed(LetterId letter, Verdict verdict) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(letter.toString())
                .taskDefinitionKey(ReceivedLetterCalendar.TASK_REVIEW)
                .singleResult();
        if (task != null) {
            Conflicts.translated(
                    () -> tasks.complete(task.getId(), Map.of(ReceivedLetterCalendar.VERDICT, verdict.name())));
        }
    }

    @Override
    public void forwarded(LetterId letter) {
        correlate(letter, ReceivedLetterCalendar.FORWARDED);
    }

    @Override
    public void ended(LetterId letter) {
        correlate(letter, ReceivedLetterCalendar.ENDED);
    }

    private void correlate(LetterId letter, String message) {
        Conflicts.translated(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(letter.toString())
                .correlateAll());
    }
}
