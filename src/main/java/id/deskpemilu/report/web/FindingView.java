package id.deskpemilu.report.web;

import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.FindingCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown.
 *
 * @param code rule number, such as {@code H3}; names the message {@code finding.<code>}
 * @param severity {@code INFO}, {@code WARN} or {@code EXPLAIN}
 * @param secondLook whether it may never be approved without a second verifier
 * @param formula the rule with the numbers put in, such as "90 + 110 + 10 = 210 ≠ 211"
 * @param fields boxes it names; the first is where a link leads
 * @param explanation the operator's reason; null while there is none
 * @param error why the reason is not accepted
 */
public record FindingView(
        String code,
        String severity,
        boolean secondLook,
        String formula,
        List<String> fields,
        @Nullable String explanation,
        @Nullable String error) {

    /**
     * The findings, one for each rule however often it is broken: its reason is given once.
     *
     * @param explanations the reasons by rule
     * @param errors why reasons are not accepted, by rule
     */
    static List<FindingView> of(List<Finding> findings, Map<String, String> explanations, Map<String, String> errors) {
        Map<FindingCode, List<Finding>> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
        return byRule.entrySet().stream()
                .map(entry -> {
                    String code = entry.getKey().name();
                    List<Finding> broken = entry.getValue();
                    return new FindingView(
                            code,
                            broken.stream()
                                    .map(Finding::severity)
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow()
                                    .name(),
                            broken.stream().anyMatch(Finding::secondLook),
                            broken.stream().map(Finding::formula).collect(Collectors.joining("; ")),
                            broken.stream()
                                    .flatMap(finding -> finding.fields().stream())
                                    .distinct()
                                    .toList(),
                            explanations.get(code),
                            errors.get(code));
                })
                .toList();
    }

    /** Whether the operator must give a reason. */
    public boolean explain() {
        return "EXPLAIN".equals(severity);
    }
}
