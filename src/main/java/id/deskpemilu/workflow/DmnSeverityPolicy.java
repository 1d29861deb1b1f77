package id.deskpemilu.workflow;

import id.deskpemilu.report.SeverityPolicy;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.report.finding.Violation;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Judges by the table {@code bpmn/finding-severity.dmn}. */
@Component
class DmnSeverityPolicy implements SeverityPolicy {

    static final String KEY = "finding-severity";

    private final DecisionService decisions;

    DmnSeverityPolicy(DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Finding> judge(String contest, List<Violation> violations) {
        return violations.stream().map(violation -> judge(contest, violation)).toList();
    }

    private Finding judge(String contest, Violation violation) {
        Map<String, Object> inputs =
                Map.of("code", violation.code().name(), "deviation", violation.deviation(), "contest", contest);
        DmnDecisionRuleResult result =
                decisions.evaluateDecisionTableByKey(KEY, inputs).getSingleResult();
        return Finding.of(
                violation, Severity.valueOf(result.getEntry("severity")), result.<Boolean>getEntry("secondLook"));
    }
}
