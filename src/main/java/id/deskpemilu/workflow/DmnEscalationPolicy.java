package id.deskpemilu.workflow;

import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationPolicy;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.notification.Channel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Decides by the table {@code bpmn/escalation-policy.dmn}. */
@Component
class DmnEscalationPolicy implements EscalationPolicy {

    static final String KEY = "escalation-policy";

    private final DecisionService decisions;

    DmnEscalationPolicy(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Step decide(EscalationKind kind, Level level, int repetition) {
        Map<String, Object> found = decisions
                .evaluateDecisionTableByKey(
                        KEY, Map.of("kind", kind.name(), "level", level.name(), "repetition", repetition))
                .getSingleResult()
                .getEntryMap();
        return new Step(
                Party.valueOf(found.get("recipients").toString()),
                Arrays.stream(found.get("channels").toString().split(" "))
                        .map(Channel::valueOf)
                        .collect(Collectors.toSet()),
                Duration.ofMinutes(((Number) found.get("wait")).longValue()));
    }
}
