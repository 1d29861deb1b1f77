package id.deskpemilu.report.finding;

import static id.deskpemilu.report.finding.GoldenForm.changed;
import static id.deskpemilu.report.finding.GoldenForm.tally;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.SectionKey;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where one digit of one figure explains all broken sums, that figure is pointed at. */
class LikelyCellsTest {

    private static final Set<FindingCode> BOUNDS = EnumSet.of(FindingCode.H7, FindingCode.H8, FindingCode.H9);

    /** A form that adds up, and the definition it is written on. */
    record Paper(Form form, Map<String, Integer> figures) {

        Tally tally() {
            return GoldenForm.tally(figures);
        }

        /** With another figure in one field. */
        Tally with(String field, int value) {
            Map<String, Integer> other = new HashMap<>(figures);
            other.put(field, value);
            return GoldenForm.tally(other);
        }
    }

    /** What can happen to one figure on its way from the paper. */
    enum Slip {
        OTHER_DIGIT,
        DIGIT_LOST,
        DIGIT_GAINED,
        LEFT_BLANK
    }

    @Example
    void the_digit_of_the_issue() {
        Tally misread = tally("suara_2=506");
        assertThat(LikelyCells.suggest(FormMother.pemilu(), misread)).isEmpty();
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally("suara_2=510")))
                .containsExactly(new LikelyCell("suara_2", 510, 110));
    }

    @Example
    void a_total_that_stands_in_several_sums() {
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally("pengguna_total_j=110")))
                .containsExactly(new LikelyCell("pengguna_total_j", 110, 210));
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally("suara_total=0")))
                .containsExactly(new LikelyCell("suara_total", 0, 210));
    }

    @Example
    void every_cell_that_explains_it_in_the_order_of_the_paper() {
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally("pemilih_dpt_p=165")))
                .containsExactly(
                        new LikelyCell("pemilih_dpt_l", 134, 124),
                        new LikelyCell("pemilih_dpt_p", 165, 155),
                        new LikelyCell("pemilih_dpt_j", 289, 299));
    }

    @Example
    void two_wrong_figures_and_a_right_form_have_none() {
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally(""))).isEmpty();
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally("suara_1=91 pengguna_dpt_l=96")))
                .isEmpty();
    }

    @Example
    void a_cell_is_not_named_if_the_other_figure_would_break_a_bound() {
        // 96 men of 95: the list of men cannot be the slip of the tens that would make the sum right
        Tally tally = tally(changed(GoldenForm.figures(), "pemilih_dpt_p=225 pemilih_dpt_j=289"));
        assertThat(LikelyCells.suggest(FormMother.pemilu(), tally))
                .doesNotContain(new LikelyCell("pemilih_dpt_l", 134, 64));
    }

    @Example
    void one_slip_of_the_pen() {
        for (int[] pair :
                new int[][] {{506, 206}, {96, 196}, {196, 96}, {210, 21}, {21, 210}, {0, 47}, {8, 0}, {6, 506}}) {
            assertThat(LikelyCells.isOneSlip(pair[0], pair[1]))
                    .as("%s → %s", pair[0], pair[1])
                    .isTrue();
        }
        for (int[] pair : new int[][] {{5, 5}, {12, 21}, {65, 506}, {47, 0}, {99, 100}}) {
            assertThat(LikelyCells.isOneSlip(pair[0], pair[1]))
                    .as("%s → %s", pair[0], pair[1])
                    .isFalse();
        }
    }

    @Property
    void the_true_figure_is_among_the_suggestions(
            @ForAll("papers") Paper paper,
            @ForAll("slips") Slip slip,
            @ForAll("places") int place,
            @ForAll("digits") int box,
            @ForAll("digits") int digit) {
        List<String> fields = List.copyOf(paper.figures().keySet());
        String field = fields.get(place % fields.size());
        int right = paper.figures().get(field);
        int wrong = slipped(right, slip, box, digit);
        Tally misread = paper.with(field, wrong);
        List<LikelyCell> cells = LikelyCells.suggest(paper.form(), misread);
        if (wrong == right) {
            assertThat(cells).isEmpty();
        } else {
            assertThat(cells).contains(new LikelyCell(field, wrong, right));
            assertRepairs(paper.form(), misread, cells);
        }
    }

    @Property
    void a_form_that_adds_up_has_none(@ForAll("papers") Paper paper) {
        assertThat(ReportRules.check(paper.form(), paper.tally()))
                .noneMatch(violation -> violation.code().name().startsWith("H"));
        assertThat(LikelyCells.suggest(paper.form(), paper.tally())).isEmpty();
    }

    @Property(tries = 40)
    void algebra_finds_what_trying_every_digit_of_every_cell_finds(
            @ForAll("shortPapers") Paper paper,
            @ForAll("places") int place,
            @ForAll("places") int other,
            @ForAll("digits") int d) {
        List<String> fields = List.copyOf(paper.figures().keySet());
        Map<String, Integer> wrong = new HashMap<>(paper.figures());
        wrong.merge(fields.get(place % fields.size()), 10 * d + 1, (was, off) -> Math.min(999, was + off));
        if (d > 6) {
            wrong.merge(fields.get(other % fields.size()), 1, (was, off) -> Math.max(0, was - off));
        }
        Tally tally = tally(wrong);
        List<LikelyCell> tried = new ArrayList<>();
        Set<String> inBroken = new HashSet<>();
        sums(paper.form(), tally).forEach(violation -> inBroken.addAll(violation.fields()));
        for (String field : inBroken) {
            for (int to = 0; to <= Form.LARGEST_FIGURE; to++) {
                int from = tally.get(field);
                if (LikelyCells.isOneSlip(from, to) && repairs(paper.form(), tally, field, to)) {
                    tried.add(new LikelyCell(field, from, to));
                }
            }
        }
        assertThat(LikelyCells.suggest(paper.form(), tally)).containsExactlyInAnyOrderElementsOf(tried);
    }

    private static void assertRepairs(Form form, Tally tally, List<LikelyCell> cells) {
        assertThat(cells).allMatch(cell -> repairs(form, tally, cell.field(), cell.to()));
        assertThat(cells).allMatch(cell -> cell.from() == tally.get(cell.field()) && cell.from() != cell.to());
        assertThat(cells).doesNotHaveDuplicates();
    }

    /** Whether all sums are right with the other figure, and no bound is newly broken. */
    private static boolean repairs(Form form, Tally tally, String field, int to) {
        List<Violation> left = ReportRules.check(form, tally.with(Map.of(field, to))).stream()
                .filter(violation -> violation.code().name().startsWith("H"))
                .toList();
        return left.stream().allMatch(violation -> BOUNDS.contains(violation.code()))
                && (left.isEmpty()
                        || bounds(form, tally)
                                .containsAll(
                                        left.stream().map(Violation::fields).toList()));
    }

    private static List<Violation> sums(Form form, Tally tally) {
        return ReportRules.check(form, tally).stream()
                .filter(violation -> violation.code().name().startsWith("H") && !BOUNDS.contains(violation.code()))
                .toList();
    }

    private static List<List<String>> bounds(Form form, Tally tally) {
        return ReportRules.check(form, tally).stream()
                .filter(violation -> BOUNDS.contains(violation.code()))
                .map(Violation::fields)
                .toList();
    }

    private static int slipped(int right, Slip slip, int box, int digit) {
        String written = String.valueOf(right);
        return switch (slip) {
            case OTHER_DIGIT -> {
                StringBuilder boxes = new StringBuilder("%03d".formatted(right));
                boxes.setCharAt(box % 3, (char) ('0' + digit));
                yield Integer.parseInt(boxes.toString());
            }
            case DIGIT_LOST -> Integer.parseInt("0" + new StringBuilder(written).deleteCharAt(box % written.length()));
            case DIGIT_GAINED ->
                written.length() == 3
                        ? right
                        : Integer.parseInt(new StringBuilder(written)
                                .insert(box % (written.length() + 1), digit)
                                .toString());
            case LEFT_BLANK -> 0;
        };
    }

    @Provide
    Arbitrary<Slip> slips() {
        return Arbitraries.of(Slip.class);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 999);
    }

    @Provide
    Arbitrary<Integer> digits() {
        return Arbitraries.integers().between(0, 9);
    }

    /** Pemilu and Pilkada forms, with and without the optional sections, some with party lists, all adding up. */
    @Provide
    Arbitrary<Paper> papers() {
        return papers(18, 12);
    }

    /** The same with few choices: each digit of each of their figures can be tried. */
    @Provide
    Arbitrary<Paper> shortPapers() {
        return papers(4, 3);
    }

    private static Arbitrary<Paper> papers(int mostChoices, int mostCandidates) {
        Arbitrary<int[]> voters =
                Arbitraries.integers().between(0, 300).array(int[].class).ofSize(13);
        Arbitrary<Integer> choices = Arbitraries.integers().between(2, mostChoices);
        Arbitrary<Integer> candidates = Arbitraries.integers().between(0, mostCandidates);
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 3);
        Arbitrary<Long> seed = Arbitraries.longs();
        return Combinators.combine(voters, choices, candidates, kind, seed).as(LikelyCellsTest::paper);
    }

    private static Paper paper(int[] n, int choices, int candidates, int kind, long seed) {
        boolean pilkada = kind % 2 == 1;
        Map<String, Integer> figures = new TreeMap<>();
        String moved = pilkada ? "pengguna_dpph" : "pengguna_dptb";
        String unlisted = pilkada ? "pengguna_dptb" : "pengguna_dpk";
        row(figures, "pemilih_dpt", n[0], n[1]);
        row(figures, "pengguna_dpt", share(n[0], n[2]), share(n[1], n[3]));
        row(figures, moved, n[4] % 40, n[5] % 40);
        row(figures, unlisted, n[6] % 20, n[7] % 20);
        row(
                figures,
                "pengguna_total",
                sum(figures, "_l", "pengguna_dpt", moved, unlisted),
                sum(figures, "_p", "pengguna_dpt", moved, unlisted));
        int cast = figures.get("pengguna_total_j");
        figures.put("suara_total", cast);
        figures.put("suara_tidak_sah", share(cast, n[8] / 6));
        int valid = cast - figures.get("suara_tidak_sah");
        figures.put("suara_sah", valid);
        Form form = pilkada ? FormMother.pilkada() : FormMother.pemilu();
        if (kind < 2) {
            figures.putAll(Map.of("ss_digunakan", cast, "ss_rusak", n[9] % 10, "ss_sisa", n[10]));
            figures.put("ss_diterima", cast + n[9] % 10 + n[10]);
            row(
                    figures,
                    "disabilitas",
                    share(figures.get("pengguna_total_l"), n[11]),
                    share(figures.get("pengguna_total_p"), n[12]));
        } else {
            form = form.without(EnumSet.of(SectionKey.BALLOTS, SectionKey.DISABILITY));
        }
        java.util.Random random = new java.util.Random(seed);
        int[] votes = split(valid, choices, random);
        for (int choice = 1; choice <= choices; choice++) {
            figures.put("suara_" + choice, votes[choice - 1]);
            if (!pilkada && candidates > 0) {
                int[] own = split(votes[choice - 1], candidates + 1, random);
                for (int candidate = 0; candidate <= candidates; candidate++) {
                    figures.put("suara_" + choice + "_" + candidate, own[candidate]);
                }
            }
        }
        return new Paper(form, figures);
    }

    private static void row(Map<String, Integer> figures, String code, int l, int p) {
        figures.putAll(Map.of(code + "_l", l, code + "_p", p, code + "_j", l + p));
    }

    private static int sum(Map<String, Integer> figures, String column, String... rows) {
        return List.of(rows).stream().mapToInt(row -> figures.get(row + column)).sum();
    }

    /** That part of the whole, of 300. */
    private static int share(int whole, int part) {
        return whole * part / 300;
    }

    private static int[] split(int whole, int parts, java.util.Random random) {
        int[] split = new int[parts];
        int left = whole;
        for (int i = 0; i < parts - 1; i++) {
            split[i] = random.nextInt(4) == 0 ? 0 : random.nextInt(left + 1);
            left -= split[i];
        }
        split[parts - 1] = left;
        return split;
    }
}
