package id.deskpemilu.report.web;

import id.deskpemilu.election.Form;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.LikelyCell;
import id.deskpemilu.report.finding.LikelyCells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown. Which boxes were probably misread is worked out when it is shown: it follows from the figures.
 *
 * @param code rule number, such as {@code H3P}; names the messages {@code finding.<code>} and, for each role,
 *     {@code finding.<code>.operator} and {@code finding.<code>.verifier}
 * @param severity {@code INFO}, {@code WARN} or {@code EXPLAIN}
 * @param secondLook whether it may never be approved without a second verifier
 * @param formula the rule with the numbers put in, such as "90 + 110 + 10 = 210 ≠ 211"
 * @param fields boxes it names; the first is where a link leads
 * @param sections the sections of the form that it is about, as printed and in that order
 * @param likely boxes of which one digit would explain it
 * @param explanation the operator's reason; null while there is none
 * @param error why the reason is not accepted
 */
public record FindingView(
        String code,
        String severity,
        boolean secondLook,
        String formula,
        List<String> fields,
        List<String> sections,
        List<Likely> likely,
        @Nullable String explanation,
        @Nullable String error) {

    /**
     * A box that was probably misread.
     *
     * @param place where it stands on the paper, such as "IV.2 Ani – Budi"
     * @param from what was typed
     * @param to what would fit
     */
    public record Likely(String field, String place, int from, int to) {}

    /**
     * The findings, one for each rule however often it is broken: its reason is given once. A likely box is shown with the
     * first finding that names it.
     *
     * @param explanations the reasons by rule
     * @param errors why reasons are not accepted, by rule
     */
    static List<FindingView> of(
            Form form,
            Paper paper,
            Tally tally,
            List<Finding> findings,
            Map<String, String> explanations,
            Map<String, String> errors) {
        Map<FindingCode, List<Finding>> byRule =
                findings.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
        List<LikelyCell> cells = new ArrayList<>(LikelyCells.suggest(form, tally));
        List<FindingView> views = new ArrayList<>();
        byRule.forEach((rule, broken) -> {
            String code = rule.name();
            List<String> fields = broken.stream()
                    .flatMap(finding -> finding.fields().stream())
                    .distinct()
                    .toList();
            List<LikelyCell> here =
                    cells.stream().filter(cell -> fields.contains(cell.field())).toList();
            cells.removeAll(here);
            views.add(new FindingView(
                    code,
                    broken.stream()
                            .map(Finding::severity)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()
                            .name(),
                    broken.stream().anyMatch(Finding::secondLook),
                    broken.stream().map(Finding::formula).collect(Collectors.joining("; ")),
                    fields,
                    sections(form, fields),
                    here.stream()
                            .map(cell -> new Likely(cell.field(), paper.place(cell.field()), cell.from(), cell.to()))
                            .toList(),
                    explanations.get(code),
                    errors.get(code)));
        });
        return List.copyOf(views);
    }

    private static List<String> sections(Form form, List<String> fields) {
        Set<Form.Section> named =
                fields.stream().map(form::sectionOf).filter(Objects::nonNull).collect(Collectors.toSet());
        return form.sections().stream()
                .filter(named::contains)
                .map(Form.Section::number)
                .toList();
    }

    /** The code as people read it. */
    public String label() {
        return FindingCode.valueOf(code).label();
    }

    /** Whether the operator must give a reason. */
    public boolean explain() {
        return "EXPLAIN".equals(severity);
    }
}
