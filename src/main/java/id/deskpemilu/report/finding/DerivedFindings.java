package id.deskpemilu.report.finding;

import static id.deskpemilu.report.finding.FindingCode.H1;
import static id.deskpemilu.report.finding.FindingCode.H2;
import static id.deskpemilu.report.finding.FindingCode.H3;
import static id.deskpemilu.report.finding.FindingCode.H3P;
import static id.deskpemilu.report.finding.FindingCode.H4;
import static id.deskpemilu.report.finding.FindingCode.H5;
import static id.deskpemilu.report.finding.FindingCode.H6;
import static id.deskpemilu.report.finding.FindingCode.H7;
import static id.deskpemilu.report.finding.FindingCode.H8;
import static id.deskpemilu.report.finding.FindingCode.H9;
import static id.deskpemilu.report.finding.FindingCode.S1;
import static id.deskpemilu.report.finding.FindingCode.S2;
import static id.deskpemilu.report.finding.FindingCode.S2D;
import static id.deskpemilu.report.finding.FindingCode.S5;
import static id.deskpemilu.report.finding.FindingCode.S6;
import static id.deskpemilu.report.finding.FindingCode.X2;
import static id.deskpemilu.report.finding.FindingCode.X3;
import static id.deskpemilu.report.finding.FindingCode.X4;

import id.deskpemilu.election.Form;
import id.deskpemilu.report.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One broken figure often breaks several rules; who copies a form is asked once. A finding is left out if one that is shown
 * may hide it by the table, names a common field, and, where it is a sum, would take the other along when that field is
 * put right.
 */
public final class DerivedFindings {

    /**
     * Which finding may hide which, the causes in the order in which they are looked at. H1, S2, S3, S4 and X1 are never
     * hidden: each of them says something of its own.
     */
    public static final Map<FindingCode, Set<FindingCode>> HIDES = table();

    private DerivedFindings() {}

    private static Map<FindingCode, Set<FindingCode>> table() {
        Map<FindingCode, Set<FindingCode>> hides = new LinkedHashMap<>();
        hides.put(H1, EnumSet.of(H2, H5, H7, S1, S2D, S5, X2));
        hides.put(H2, EnumSet.of(H5, H7, S5, X2));
        hides.put(H3P, EnumSet.of(H3, H9, X4));
        hides.put(H3, EnumSet.of(H4, H9, S6, X3, X4));
        hides.put(H4, EnumSet.of(H5, H8, H9, S6, X3));
        hides.put(H5, EnumSet.of(H6, H8, S5, X2));
        hides.put(H6, EnumSet.of(H8, S1));
        hides.put(H7, EnumSet.of(S5));
        hides.put(S2, EnumSet.of(S5, X2));
        hides.put(S5, EnumSet.of(X2));
        hides.put(S6, EnumSet.of(X3));
        return Collections.unmodifiableMap(hides);
    }

    /**
     * The violations without those that follow from others, in the same order.
     *
     * @param violations everything that {@code check} says of the tally
     * @param check what the rules say of other figures in the same place
     */
    public static List<Violation> drop(
            List<Violation> violations, Tally tally, Function<Tally, List<Violation>> check) {
        List<Violation> shown = new ArrayList<>(violations);
        HIDES.forEach((code, hidden) -> {
            for (Violation cause : violations) {
                List<Violation> candidates = shown.stream()
                        .filter(other -> hidden.contains(other.code()))
                        .filter(other -> !Collections.disjoint(other.fields(), cause.fields()))
                        .toList();
                if (cause.code() == code && shown.contains(cause) && !candidates.isEmpty()) {
                    shown.removeAll(derived(cause, candidates, tally, check));
                }
            }
        });
        return List.copyOf(shown);
    }

    private static List<Violation> derived(
            Violation cause, List<Violation> candidates, Tally tally, Function<Tally, List<Violation>> check) {
        if (!Sum.RULES.contains(cause.code())) {
            return candidates;
        }
        Sum sum = Sum.of(cause);
        List<Violation> derived = new ArrayList<>();
        for (String field : cause.fields()) {
            int right = sum.needed(field, tally);
            List<Violation> here = candidates.stream()
                    .filter(other -> other.fields().contains(field))
                    .toList();
            if (!here.isEmpty() && right >= 0 && right <= Form.LARGEST_FIGURE) {
                List<Violation> left = check.apply(tally.with(Map.of(field, right)));
                here.stream()
                        .filter(other -> left.stream().noneMatch(same -> isSame(other, same)))
                        .forEach(derived::add);
            }
        }
        return derived;
    }

    private static boolean isSame(Violation one, Violation two) {
        return one.code() == two.code() && one.fields().equals(two.fields());
    }
}
