package id.deskpemilu.report.finding;

import static id.deskpemilu.election.Form.Meaning.CAST;
import static id.deskpemilu.election.Form.Meaning.INVALID;
import static id.deskpemilu.election.Form.Meaning.REGISTERED;
import static id.deskpemilu.election.Form.Meaning.VALID;
import static id.deskpemilu.election.Form.Meaning.VOTED_LISTED;
import static id.deskpemilu.election.Form.Meaning.VOTED_MOVED;
import static id.deskpemilu.election.Form.Meaning.VOTED_TOTAL;
import static id.deskpemilu.election.Form.Meaning.VOTED_UNLISTED;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Column;
import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Surroundings.Neighbour;
import id.deskpemilu.report.finding.Surroundings.Sibling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What officials check by eye: the form beside the other contest of the TPS (S3), the master list (S4) and the desa's other
 * TPS (X1 to X4). What is usual in a desa is said of a TPS lokasi khusus neither way: its voters come from elsewhere.
 */
public final class CrossChecks {

    /** X2 to X4: fewer other stations do not say what is usual. */
    public static final int ENOUGH_OTHERS = 5;

    /** X2, X3: how many times the usual distance from the median is far. */
    public static final int FAR = 5;

    /** X2: a turnout less far from the median than this is never unusual, in per mille. */
    public static final int TURNOUT_FLOOR = 150;

    /** X3: a share of invalid votes less far from the median than this is never unusual, in per mille. */
    public static final int INVALID_FLOOR = 50;

    /** X4: choices nearer to each other than this in the desa cannot be told apart, in per mille. */
    public static final int CLEAR_LEAD = 200;

    /** X4: of this many other stations at most one may have the two choices the other way round. */
    public static final int SAME_ORDER = 5;

    /** X4: the figures must fit at least so many times better when swapped. */
    public static final int BETTER_FIT = 4;

    private static final int FEW_CHOICES = 6;

    private final Form form;
    private final Tally tally;
    private final Surroundings around;
    private final List<Violation> violations = new ArrayList<>();

    private CrossChecks(Form form, Tally tally, Surroundings around) {
        this.form = form;
        this.tally = tally;
        this.around = around;
    }

    static List<Violation> check(Form form, Tally tally, Surroundings around) {
        CrossChecks checks = new CrossChecks(form, tally, around);
        around.siblings().stream()
                .filter(sibling ->
                        sibling.contest().isPemilu() == around.contest().isPemilu())
                .forEach(checks::votersAreTheSame);
        checks.listIsTheMasterList();
        checks.figuresAreItsOwn();
        if (!around.special()) {
            List<Tally> others = around.neighbours().stream()
                    .filter(neighbour -> !neighbour.station().isSpecial())
                    .map(Neighbour::tally)
                    .toList();
            checks.isUsual(FindingCode.X2, VOTED_TOTAL, REGISTERED, TURNOUT_FLOOR, others);
            checks.isUsual(FindingCode.X3, INVALID, CAST, INVALID_FLOOR, others);
            checks.choicesAreNotSwapped(others);
        }
        return checks.violations;
    }

    /** S3: who is in the DPT or on no list gets every ballot; who moved in may get fewer of the narrower contests. */
    private void votersAreTheSame(Sibling sibling) {
        boolean wider = breadth(around.contest()) > breadth(sibling.contest());
        String mine = around.contest().slug() + " ";
        String its = sibling.contest().slug() + " ";
        for (Meaning meaning : List.of(REGISTERED, VOTED_LISTED, VOTED_MOVED, VOTED_UNLISTED, VOTED_TOTAL)) {
            for (Column column : Column.values()) {
                String field = form.row(meaning).orElseThrow().field(column);
                if (!sibling.tally().figures().containsKey(field)) {
                    continue;
                }
                int here = tally.get(field);
                int there = sibling.tally().get(field);
                if (meaning == VOTED_MOVED || meaning == VOTED_TOTAL) {
                    String moved = form.row(VOTED_MOVED).orElseThrow().field(column);
                    int movedIn = wider ? tally.get(moved) : sibling.tally().get(moved);
                    int missing = wider ? there - here : here - there;
                    if (missing > 0) {
                        add(FindingCode.S3, missing, mine + here + (wider ? " < " : " > ") + its + there, field);
                    } else if (-missing > movedIn) {
                        String gap = wider ? mine + here + " − " + its + there : its + there + " − " + mine + here;
                        add(FindingCode.S3, -missing - movedIn, gap + " = " + -missing + " > " + movedIn, field);
                    }
                } else if (here != there) {
                    add(FindingCode.S3, Math.abs(here - there), mine + here + " ≠ " + its + there, field);
                }
            }
        }
    }

    /** How wide the area is within which a voter who moves keeps the right to this ballot. */
    private static int breadth(ContestType contest) {
        return switch (contest) {
            case PPWP -> 5;
            case DPD -> 4;
            case DPR -> 3;
            case DPRD_PROV, GUBERNUR -> 2;
            case DPRD_KAB, BUPATI -> 1;
        };
    }

    private void listIsTheMasterList() {
        Integer men = around.dptL();
        Integer women = around.dptP();
        isListed(Column.L, men);
        isListed(Column.P, women);
        isListed(Column.J, men == null || women == null ? null : Integer.valueOf(men + women));
    }

    private void isListed(Column column, @Nullable Integer master) {
        String field = form.row(REGISTERED).orElseThrow().field(column);
        if (master != null && tally.get(field) != master) {
            add(FindingCode.S4, Math.abs(tally.get(field) - master), tally.get(field) + " ≠ " + master, field);
        }
    }

    private void figuresAreItsOwn() {
        if (tally.votes().isEmpty() || count(tally, CAST) == 0) {
            return;
        }
        List<Neighbour> same = around.neighbours().stream()
                .filter(other -> other.tally().votes().equals(tally.votes()))
                .filter(other -> IntStream.of(0, 1, 2).allMatch(i -> {
                    Meaning meaning = List.of(VALID, INVALID, CAST).get(i);
                    return count(other.tally(), meaning) == count(tally, meaning);
                }))
                .toList();
        if (!same.isEmpty()) {
            List<Integer> votes = List.copyOf(tally.votes().values());
            String terms =
                    votes.stream().limit(FEW_CHOICES).map(String::valueOf).collect(Collectors.joining(" · "))
                            + (votes.size() > FEW_CHOICES ? " · …" : "");
            String where = same.stream()
                    .map(other -> "TPS %03d".formatted(other.station().number()))
                    .collect(Collectors.joining(", "));
            List<String> fields =
                    tally.votes().keySet().stream().map(Form::voteField).toList();
            String formula = terms + " · " + count(tally, INVALID) + " · " + count(tally, CAST) + " = " + where;
            violations.add(new Violation(FindingCode.X1, same.size(), formula, fields));
        }
    }

    /** X2, X3: a share that lies far from the middle of the others, measured by how far these usually lie. */
    private void isUsual(FindingCode code, Meaning part, Meaning whole, int floor, List<Tally> others) {
        ToIntFunction<Tally> share = one -> Share.permille(count(one, part), count(one, whole));
        List<Integer> usual = others.stream()
                .filter(other -> count(other, whole) > 0)
                .map(share::applyAsInt)
                .toList();
        if (usual.size() < ENOUGH_OTHERS || count(tally, whole) == 0) {
            return;
        }
        int here = share.applyAsInt(tally);
        int median = Share.median(usual);
        int allowed = Math.max(floor, FAR * Share.usualDistance(usual));
        int beyond = Math.abs(here - median) - allowed;
        if (beyond > 0) {
            String formula = count(tally, part) + " / " + count(tally, whole) + " = " + Share.percent(here) + " ≠ "
                    + Share.percent(median) + " ± " + Share.percent(allowed);
            add(code, (beyond + 9) / 10, formula, field(part), field(whole));
        }
    }

    private void choicesAreNotSwapped(List<Tally> all) {
        List<Tally> others = all.stream()
                .filter(other -> other.votes().keySet().equals(tally.votes().keySet()))
                .filter(other -> other.sumOfVotes() > 0)
                .toList();
        if (others.size() < ENOUGH_OTHERS || tally.sumOfVotes() == 0) {
            return;
        }
        List<Integer> numbers = List.copyOf(tally.votes().keySet());
        List<Integer> usual = numbers.stream()
                .map(number -> Share.median(
                        others.stream().map(other -> share(other, number)).toList()))
                .toList();
        int best = 0;
        @Nullable Violation swapped = null;
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = i + 1; j < numbers.size(); j++) {
                int gain = gain(numbers.get(i), numbers.get(j), usual.get(i), usual.get(j), others);
                if (gain > best) {
                    best = gain;
                    String formula = Share.percent(share(tally, numbers.get(i))) + " : "
                            + Share.percent(share(tally, numbers.get(j))) + " ≠ " + Share.percent(usual.get(i)) + " : "
                            + Share.percent(usual.get(j));
                    swapped = new Violation(
                            FindingCode.X4,
                            (gain + 9) / 10,
                            formula,
                            List.of(Form.voteField(numbers.get(i)), Form.voteField(numbers.get(j))));
                }
            }
        }
        if (swapped != null) {
            violations.add(swapped);
        }
    }

    /** How much better two choices fit into the desa when swapped, in per mille; 0 if they do not look swapped. */
    private int gain(int one, int two, int usualOne, int usualTwo, List<Tally> others) {
        if (Math.abs(usualOne - usualTwo) < CLEAR_LEAD) {
            return 0;
        }
        long otherWay = others.stream()
                .filter(other ->
                        Integer.signum(share(other, one) - share(other, two)) != Integer.signum(usualOne - usualTwo))
                .count();
        int asWritten = Math.abs(share(tally, one) - usualOne) + Math.abs(share(tally, two) - usualTwo);
        int asSwapped = Math.abs(share(tally, one) - usualTwo) + Math.abs(share(tally, two) - usualOne);
        boolean looksSwapped = otherWay * SAME_ORDER <= others.size() && asSwapped * BETTER_FIT <= asWritten;
        return looksSwapped ? asWritten - asSwapped : 0;
    }

    private static int share(Tally of, int number) {
        return Share.permille(of.get(Form.voteField(number)), of.sumOfVotes());
    }

    private int count(Tally of, Meaning meaning) {
        return of.figures().getOrDefault(field(meaning), 0);
    }

    private String field(Meaning meaning) {
        return form.row(meaning).orElseThrow().total();
    }

    private void add(FindingCode code, int deviation, String formula, String... fields) {
        violations.add(new Violation(code, deviation, formula, List.of(fields)));
    }
}
