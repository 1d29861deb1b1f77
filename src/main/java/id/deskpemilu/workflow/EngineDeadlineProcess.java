package id.deskpemilu.workflow;

import id.deskpemilu.escalation.DeadlineProcess;
import java.util.Collection;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the token of a kecamatan's calendar; always inside a transaction that has locked the calendar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EngineDeadlineProcess implements DeadlineProcess {

    private final RuntimeService runtime;

    EngineDeadlineProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(Collection<UUID> deadlines) {
        for (UUID deadline : deadlines) {
            runtime.startProcessInstanceByKey(ReportingDeadlineProcess.KEY, deadline.toString());
        }
    }

    @Override
    public void replan(Collection<UUID> deadlines) {
        for (UUID deadline : deadlines) {
            Conflicts.translated(() -> runtime.createMessageCorrelation(ReportingDeadlineProcess.STAGES_CHANGED)
                    .processInstanceBusinessKey(deadline.toString())
                    .correlateAll());
        }
    }
}
