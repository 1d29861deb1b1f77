package id.deskpemilu.workflow;

import id.deskpemilu.report.BlindCheckPolicy;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Judges by the table {@code bpmn/blind-check.dmn}. */
@Component
class DmnBlindCheckPolicy implements BlindCheckPolicy {

    static final String KEY = "blind-check";

    /** Stands for the worst severity where there is no finding. */
    static final String CLEAN = "NONE";

    private final DecisionService decisions;

    DmnBlindCheckPolicy(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public boolean requires(String contest, List<Finding> findings, int revision, int sample) {
        Map<String, Object> inputs = Map.of(
                "contest",
                contest,
                "worst",
                findings.stream()
                        .map(Finding::severity)
                        .max(Comparator.naturalOrder())
                        .map(Severity::name)
                        .orElse(CLEAN),
                "codes",
                findings.stream()
                        .map(finding -> finding.code().name())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                "revision",
                revision,
                "sample",
                sample);
        return decisions
                .evaluateDecisionTableByKey(KEY, inputs)
                .getSingleResult()
                .<Boolean>getEntry("required");
    }
}
