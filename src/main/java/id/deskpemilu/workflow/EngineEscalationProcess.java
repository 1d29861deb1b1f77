package id.deskpemilu.workflow;

import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationProcess;
import id.deskpemilu.escalation.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the token of an escalation; always inside the transaction that changes it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineEscalationProcess implements EscalationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;

    EngineEscalationProcess(RuntimeService runtime, TaskService tasks, ManagementService jobs) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
    }

    @Override
    public void opened(EscalationId escalation, Level level) {
        Conflicts.translated(() -> runtime.startProcessInstanceByKey(
                EscalationCalendar.KEY, escalation.toString(), Map.of(EscalationCalendar.LEVEL, level.name())));
    }

    @Override
    public void raised(EscalationId escalation) {
        correlate(escalation, EscalationCalendar.RAISED);
    }

    @Override
    public void settled(EscalationId escalation, Outcome outcome, @Nullable Instant until) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(escalation.toString())
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("escalation " + escalation + " waits in no task");
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(EscalationCalendar.OUTCOME, outcome.name());
        if (until != null) {
            variables.put(EscalationCalendar.SNOOZED_UNTIL, Hour.of(until));
        }
        Conflicts.translated(() -> tasks.complete(task.getId(), variables));
    }

    @Override
    public void resolved(EscalationId escalation) {
        correlate(escalation, EscalationCalendar.RESOLVED);
    }

    @Override
    public void redated(EscalationId escalation, Instant due) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(escalation.toString(), EscalationCalendar.KEY)
                .singleResult();
        if (instance == null) {
            return;
        }
        List<Job> timers = jobs.createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
        for (Job timer : timers) {
            Conflicts.translated(() -> jobs.setJobDuedate(timer.getId(), java.util.Date.from(due)));
        }
    }

    private void correlate(EscalationId escalation, String message) {
        Conflicts.translated(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(escalation.toString())
                .correlate());
    }
}
