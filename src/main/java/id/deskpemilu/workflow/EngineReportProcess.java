package id.deskpemilu.workflow;

import id.deskpemilu.report.Correction;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.ReportProcess;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
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
    public void judged(ReportId report, Verdict verdict, @Nullable Instant answerBy) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(TpsReportProcess.VERDICT, verdict.name());
        if (answerBy != null) {
            variables.put(TpsReportProcess.ANSWER_BY, hour(answerBy));
        }
        complete(report, variables, TpsReportProcess.VERIFY, TpsReportProcess.RECHECK, TpsReportProcess.REVIEW);
    }

    @Override
    public void answered(ReportId report, Correction.Answer answer) {
        complete(report, Map.of(TpsReportProcess.ANSWER, answer.name()), TpsReportProcess.CONFIRM);
    }

    @Override
    public void decided(ReportId report, boolean upheld) {
        complete(report, Map.of(TpsReportProcess.UPHELD, upheld), TpsReportProcess.DECIDE);
    }

    @Override
    public void reopened(ReportId report, Instant until) {
        runtime.createMessageCorrelation(TpsReportProcess.REOPENED)
                .processInstanceBusinessKey(report.toString())
                .setVariable(TpsReportProcess.CLOSES_AT, hour(until))
                .correlateStartMessage();
    }

    @Override
    public void closed(ReportId report) {
        complete(report, Map.of(TpsReportProcess.VERDICT, Verdict.APPROVED.name()), TpsReportProcess.REVIEW);
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
                Conflicts.translated(() -> runtime.deleteProcessInstance(instance.getId(), reason));
            }
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> currentStep(ReportId report) {
        return Optional.ofNullable(task(report)).map(Task::getTaskDefinitionKey);
    }

    /** As a timer of the model reads it (ISO 8601). */
    private static String hour(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void complete(ReportId report, Map<String, Object> variables, String... expected) {
        Task task = task(report);
        if (task == null || !List.of(expected).contains(task.getTaskDefinitionKey())) {
            throw new IllegalStateException("the case of report " + report + " does not wait in "
                    + String.join(" or ", expected) + " but in "
                    + (task == null ? "no step" : task.getTaskDefinitionKey()));
        }
        Conflicts.translated(() -> tasks.complete(task.getId(), variables));
    }

    private @Nullable Task task(ReportId report) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(report.toString())
                .singleResult();
    }
}
