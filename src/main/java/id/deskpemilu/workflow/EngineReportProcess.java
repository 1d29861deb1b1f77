package id.deskpemilu.workflow;

import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.ReportProcess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the token of a report's case; always inside the transaction that changes the report. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineReportProcess implements ReportProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;

    EngineReportProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void begin(List<ReportId> reports) {
        for (ReportId report : reports) {
            runtime.startProcessInstanceByKey(TpsReportProcess.KEY, report.toString());
        }
    }

    @Override
    public void submitted(ReportId report) {
        complete(report, Map.of(), TpsReportProcess.SUBMIT);
    }

    @Override
    public void judged(ReportId report, Verdict verdict) {
        complete(
                report,
                Map.of(TpsReportProcess.VERDICT, verdict.name()),
                TpsReportProcess.VERIFY,
                TpsReportProcess.RECHECK);
    }

    @Override
    public void answered(ReportId report, boolean confirmed) {
        complete(report, Map.of(TpsReportProcess.CONFIRMED, confirmed), TpsReportProcess.CONFIRM);
    }

    @Override
    public void applied(ReportId report) {
        complete(report, Map.of(), TpsReportProcess.APPLY);
    }

    @Override
    public void withdraw(List<ReportId> reports, String reason) {
        for (ReportId report : reports) {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(report.toString(), TpsReportProcess.KEY)
                    .singleResult();
            if (instance != null) {
                moved(() -> runtime.deleteProcessInstance(instance.getId(), reason));
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> currentStep(ReportId report) {
        return Optional.ofNullable(task(report)).map(Task::getTaskDefinitionKey);
    }

    private void complete(ReportId report, Map<String, Object> variables, String... expected) {
        Task task = task(report);
        if (task == null || !List.of(expected).contains(task.getTaskDefinitionKey())) {
            throw new IllegalStateException("the case of report " + report + " does not wait in "
                    + String.join(" or ", expected) + " but in "
                    + (task == null ? "no step" : task.getTaskDefinitionKey()));
        }
        moved(() -> tasks.complete(task.getId(), variables));
    }

    private static void moved(Runnable move) {
        try {
            move.run();
        } catch (OptimisticLockingException conflict) {
            throw new OptimisticLockingFailureException("the case was moved at the same time", conflict);
        }
    }

    private @org.jspecify.annotations.Nullable Task task(ReportId report) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(report.toString())
                .singleResult();
    }
}
