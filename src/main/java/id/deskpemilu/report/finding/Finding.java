package id.deskpemilu.report.finding;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A broken rule and its weight.
 *
 * @param code the rule
 * @param severity what it asks of the operator
 * @param secondLook whether two verifiers have to look, and recaps show the report apart until they have
 * @param deviation by how much the rule is broken
 * @param formula the rule with the numbers filled in
 * @param fields the fields concerned
 */
public record Finding(
        FindingCode code, Severity severity, boolean secondLook, int deviation, String formula, List<String> fields) {

    /** The finding that a violation becomes. */
    public static Finding of(Violation violation, Severity severity, boolean secondLook) {
        return new Finding(
                violation.code(), severity, secondLook, violation.deviation(), violation.formula(), violation.fields());
    }

    /** The codes of the findings that ask for a reason and have none among the explanations. */
    public static SortedSet<String> unexplained(List<Finding> findings, Map<String, String> explanations) {
        SortedSet<String> missing = new TreeSet<>();
        for (Finding finding : findings) {
            String code = finding.code().name();
            if (finding.severity() == Severity.EXPLAIN
                    && explanations.getOrDefault(code, "").isBlank()) {
                missing.add(code);
            }
        }
        return missing;
    }
}
