package id.deskpemilu.report.finding;

import id.deskpemilu.election.Form;
import id.deskpemilu.report.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Points at the box that was probably misread: where one digit of one figure explains every broken sum (H1 to H6) and
 * changing it would break none of H1 to H9. Nothing is ever changed; somebody looks at the paper again.
 */
public final class LikelyCells {

    private static final int BOXES = 3;
    private static final Set<FindingCode> BOUNDS = EnumSet.of(FindingCode.H7, FindingCode.H8, FindingCode.H9);

    private LikelyCells() {}

    /**
     * The boxes, in the order of the paper; none if all sums are right. For each box the sums themselves say which figure
     * it needs, so that only boxes that stand in all the broken sums and in no right one are looked at.
     */
    public static List<LikelyCell> suggest(Form form, Tally tally) {
        List<Sum> sums = Sum.of(form, Reached.of(form, tally));
        List<Sum> broken = sums.stream().filter(sum -> sum.excess(tally) != 0).toList();
        if (broken.isEmpty()) {
            return List.of();
        }
        Set<String> candidates = new LinkedHashSet<>(broken.get(0).fields().toList());
        for (Sum sum : sums) {
            if (sum.excess(tally) == 0) {
                sum.fields().forEach(candidates::remove);
            } else {
                candidates.retainAll(sum.fields().toList());
            }
        }
        List<LikelyCell> cells = new ArrayList<>();
        for (String field : candidates) {
            int from = tally.get(field);
            int to = broken.get(0).needed(field, tally);
            boolean fits = to >= 0
                    && to <= Form.LARGEST_FIGURE
                    && broken.stream().allMatch(sum -> sum.needed(field, tally) == to)
                    && isOneSlip(from, to)
                    && !breaksBounds(form, tally, field, to);
            if (fits) {
                cells.add(new LikelyCell(field, from, to));
            }
        }
        Map<String, Integer> places = places(form, tally);
        cells.sort(Comparator.comparing(cell -> places.getOrDefault(cell.field(), Integer.MAX_VALUE)));
        return List.copyOf(cells);
    }

    /**
     * Whether two figures differ in one digit of their three boxes, or by one digit lost or gained ({@code 196} read as
     * {@code 96}, {@code 210} as {@code 21}), or one is a box left blank and read as 0.
     */
    static boolean isOneSlip(int from, int to) {
        if (from == to) {
            return false;
        }
        if (from == 0) {
            return true;
        }
        String one = "%03d".formatted(from);
        String two = "%03d".formatted(to);
        int different = 0;
        for (int i = 0; i < BOXES; i++) {
            different += one.charAt(i) == two.charAt(i) ? 0 : 1;
        }
        return different == 1
                || losesOneDigit(String.valueOf(from), String.valueOf(to))
                || losesOneDigit(String.valueOf(to), String.valueOf(from));
    }

    private static boolean losesOneDigit(String whole, String rest) {
        if (whole.length() != rest.length() + 1) {
            return false;
        }
        for (int i = 0; i < whole.length(); i++) {
            if ((whole.substring(0, i) + whole.substring(i + 1)).equals(rest)) {
                return true;
            }
        }
        return false;
    }

    private static boolean breaksBounds(Form form, Tally tally, String field, int to) {
        Set<List<String>> before = bounds(form, tally);
        return !before.containsAll(bounds(form, tally.with(Map.of(field, to))));
    }

    private static Set<List<String>> bounds(Form form, Tally tally) {
        Set<List<String>> broken = new LinkedHashSet<>();
        ReportRules.check(form, tally).stream()
                .filter(violation -> BOUNDS.contains(violation.code()))
                .forEach(violation -> broken.add(violation.fields()));
        return broken;
    }

    /** Where each field stands on the paper; votes in the order of the ballot. */
    private static Map<String, Integer> places(Form form, Tally tally) {
        Reached reached = Reached.of(form, tally);
        Map<String, Integer> places = new HashMap<>();
        for (Form.Section section : form.sections()) {
            if (section.key() == Form.SectionKey.VOTES) {
                for (String vote : reached.votes()) {
                    int party = Integer.parseInt(vote.substring(Form.VOTE_PREFIX.length()));
                    reached.lists()
                            .getOrDefault(party, List.of())
                            .forEach(field -> places.putIfAbsent(field, places.size()));
                    places.putIfAbsent(vote, places.size());
                }
            }
            section.rows().forEach(row -> row.fields().forEach(field -> places.putIfAbsent(field, places.size())));
        }
        return places;
    }
}
