package id.deskpemilu.report.finding;

import static id.deskpemilu.election.Form.SectionKey.BALLOTS;
import static id.deskpemilu.election.Form.SectionKey.DISABILITY;
import static id.deskpemilu.report.finding.GoldenForm.changed;
import static id.deskpemilu.report.finding.GoldenForm.tally;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Form;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Per rule: just inside, on and just outside the border. */
class ReportRulesTest {

    /** The golden form as a Pilkada writes it: moved-in voters are DPPh, unlisted ones DPTb. */
    private static Map<String, Integer> goldenPilkada() {
        Map<String, Integer> figures = GoldenForm.figures();
        for (String column : List.of("_l", "_p", "_j")) {
            figures.put("pengguna_dpph" + column, figures.get("pengguna_dptb" + column));
            figures.put("pengguna_dptb" + column, figures.remove("pengguna_dpk" + column));
        }
        figures.put("ss_diterima", 297);
        figures.put("ss_sisa", 86);
        return figures;
    }

    /** The violations of the golden Pemilu form with some fields changed, e.g. {@code "suara_1=89 suara_2=111"}. */
    private static List<Violation> violations(String changes) {
        return ReportRules.check(FormMother.pemilu(), tally(changed(GoldenForm.figures(), changes)));
    }

    private static List<FindingCode> codes(String changes) {
        return violations(changes).stream().map(Violation::code).distinct().toList();
    }

    private static Violation only(FindingCode code, String changes) {
        List<Violation> found =
                violations(changes).stream().filter(v -> v.code() == code).toList();
        assertThat(found).as("%s of %s", code, violations(changes)).hasSize(1);
        return found.get(0);
    }

    @Test
    void the_golden_form_breaks_no_rule_and_gets_the_ballots_that_the_paper_says() {
        assertThat(ReportRules.check(FormMother.pemilu(), tally(GoldenForm.figures())))
                .isEmpty();
        assertThat(FormMother.pemilu().ballotsFor(289)).isEqualTo(295);
        assertThat(ReportRules.check(FormMother.pilkada(), tally(goldenPilkada())))
                .isEmpty();
        assertThat(FormMother.pilkada().ballotsFor(289)).isEqualTo(297);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pemilih_dpt", "pengguna_dpt", "pengguna_dptb", "pengguna_dpk", "pengguna_total", "disabilitas"})
    void h1_each_row_adds_up_to_the_unit(String row) {
        int total = GoldenForm.figures().get(row + "_j");
        Violation above = only(FindingCode.H1, row + "_j=" + (total + 1));
        assertThat(above.deviation()).isEqualTo(1);
        assertThat(above.fields()).containsExactly(row + "_l", row + "_p", row + "_j");
        assertThat(above.formula())
                .isEqualTo(GoldenForm.figures().get(row + "_l") + " + "
                        + GoldenForm.figures().get(row + "_p") + " = " + total + " ≠ " + (total + 1));
        if (total > 0) {
            assertThat(only(FindingCode.H1, row + "_j=" + (total - 1)).deviation())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"l,102,1", "l,104,1", "p,106,1", "p,108,1", "j,209,1", "j,211,1", "j,110,100"})
    void h2_each_column_of_the_voters_adds_up(String column, int written, int deviation) {
        Violation violation = only(FindingCode.H2, "pengguna_total_" + column + "=" + written);
        assertThat(violation.deviation()).isEqualTo(deviation);
        assertThat(violation.fields())
                .containsExactly(
                        "pengguna_dpt_" + column,
                        "pengguna_dptb_" + column,
                        "pengguna_dpk_" + column,
                        "pengguna_total_" + column);
    }

    @ParameterizedTest
    @CsvSource({"89,1", "91,1", "0,90", "190,100"})
    void h3_the_paslon_add_up_to_the_valid_votes(int first, int deviation) {
        Violation violation = only(FindingCode.H3, "suara_1=" + first);
        assertThat(violation.deviation()).isEqualTo(deviation);
        assertThat(violation.fields()).containsExactly("suara_1", "suara_2", "suara_3", "suara_sah");
        assertThat(violation.formula()).isEqualTo(first + " + 110 + 10 = " + (first + 120) + " ≠ 210");
        assertThat(codes("suara_1=89 suara_2=111")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "7"})
    void h4_valid_and_invalid_add_up_to_the_cast(int invalid) {
        Violation violation = only(FindingCode.H4, "suara_tidak_sah=" + invalid);
        assertThat(violation.deviation()).isEqualTo(invalid);
        assertThat(violation.fields()).containsExactly("suara_sah", "suara_tidak_sah", "suara_total");
        assertThat(codes("suara_2=109 suara_sah=209 suara_tidak_sah=1")).isEmpty();
    }

    @Test
    void h5_cast_are_the_ballots_used_and_the_voters() {
        assertThat(only(FindingCode.H5, "ss_digunakan=209 ss_sisa=85").fields())
                .containsExactly("suara_total", "ss_digunakan");
        assertThat(only(FindingCode.H5, "ss_digunakan=211 ss_sisa=83").formula())
                .isEqualTo("210 ≠ 211");
        assertThat(only(FindingCode.H5, "pengguna_total_j=209").fields())
                .containsExactly("suara_total", "pengguna_total_j");
        assertThat(violations("suara_total=209"))
                .filteredOn(v -> v.code() == FindingCode.H5)
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"83,1", "85,1", "86,2", "87,3", "0,84"})
    void h6_the_ballots_add_up(int unused, int deviation) {
        assertThat(codes("ss_sisa=" + unused)).containsExactly(FindingCode.H6);
        assertThat(only(FindingCode.H6, "ss_sisa=" + unused).deviation()).isEqualTo(deviation);
        assertThat(codes("ss_rusak=0 ss_sisa=85")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"l,94,true", "l,95,false", "l,96,false", "p,102,true", "p,103,false", "j,197,true", "j,198,false"})
    void h7_voters_from_the_list_are_at_most_the_list(String column, int listed, boolean broken) {
        List<Violation> found = violations("pemilih_dpt_" + column + "=" + listed).stream()
                .filter(v -> v.code() == FindingCode.H7)
                .toList();
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0).deviation()).isEqualTo(1);
            assertThat(found.get(0).fields()).containsExactly("pengguna_dpt_" + column, "pemilih_dpt_" + column);
        }
    }

    @ParameterizedTest
    @CsvSource({"l,102,false", "l,103,false", "l,104,true", "p,107,false", "p,108,true", "j,210,false", "j,211,true"})
    void h7_voters_with_a_disability_are_at_most_the_voters(String column, int disabled, boolean broken) {
        assertThat(codes("disabilitas_" + column + "=" + disabled).contains(FindingCode.H7))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"211,false", "210,false", "209,true"})
    void h8_cast_are_at_most_the_ballots_received(int received, boolean broken) {
        assertThat(codes("ss_diterima=" + received).contains(FindingCode.H8)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"209,false", "210,false", "211,true"})
    void h9_each_paslon_has_at_most_the_valid_votes(int votes, boolean broken) {
        List<Violation> found = violations("suara_3=" + votes).stream()
                .filter(v -> v.code() == FindingCode.H9)
                .toList();
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0))
                    .isEqualTo(new Violation(FindingCode.H9, 1, "211 > 210", List.of("suara_3", "suara_sah")));
        }
    }

    @ParameterizedTest
    @CsvSource({"211,false", "210,false", "209,true"})
    void h9_the_valid_votes_are_at_most_the_cast(int cast, boolean broken) {
        assertThat(codes("suara_total=" + cast).contains(FindingCode.H9)).isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"294,false", "295,false", "296,true"})
    void s2_in_a_pemilu_cast_are_at_most_the_list_and_two_percent(int cast, boolean broken) {
        List<Violation> found = violations("suara_total=" + cast).stream()
                .filter(v -> v.code() == FindingCode.S2)
                .toList();
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0))
                    .isEqualTo(new Violation(
                            FindingCode.S2, 1, "296 > 289 + 2% = 295", List.of("suara_total", "pemilih_dpt_j")));
        }
    }

    @ParameterizedTest
    @CsvSource({"296,false", "297,false", "298,true"})
    void s2_in_a_pilkada_cast_are_at_most_the_list_and_two_and_a_half_percent(int cast, boolean broken) {
        Map<String, Integer> figures = changed(goldenPilkada(), "suara_total=" + cast);
        List<Violation> found = ReportRules.check(FormMother.pilkada(), tally(figures)).stream()
                .filter(v -> v.code() == FindingCode.S2)
                .toList();
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0).formula()).isEqualTo("298 > 289 + 2,5% = 297");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "suara_1_0=21,1",
        "suara_1_0=19,1",
        "suara_1_1=160,100",
        "suara_1_2=9,1",
    })
    void h3p_a_party_has_its_own_votes_and_those_of_its_candidates(String change, int deviation) {
        List<Violation> found = withLists(change);
        assertThat(found).extracting(Violation::code).containsExactly(FindingCode.H3P);
        assertThat(found.get(0).deviation()).isEqualTo(deviation);
        assertThat(found.get(0).fields()).containsExactly("suara_1_0", "suara_1_1", "suara_1_2", "suara_1");
        assertThat(withLists("")).isEmpty();
        assertThat(withLists("suara_2_1=101 suara_2_2=19")).isEmpty();
        assertThat(withLists("suara_2=121"))
                .extracting(Violation::code)
                .containsExactly(FindingCode.H3, FindingCode.H3P);
    }

    @Test
    void h3p_adds_the_candidates_in_the_order_of_their_numbers() {
        Map<String, Integer> figures = GoldenForm.withLists();
        figures.putAll(Map.of("suara_1_10", 5, "suara_1_3", 1));
        Violation violation =
                ReportRules.check(FormMother.pemilu(), tally(figures)).get(0);
        assertThat(violation.formula()).isEqualTo("20 + 60 + 10 + 1 + 5 = 96 ≠ 90");
    }

    private static List<Violation> withLists(String changes) {
        return ReportRules.check(FormMother.pemilu(), tally(changed(GoldenForm.withLists(), changes)));
    }

    @ParameterizedTest
    @CsvSource({"293,2", "294,0", "295,0", "296,0", "297,2"})
    void s1_the_ballots_received_are_list_and_reserve_within_one(int received, int deviation) {
        List<Violation> found = of(FindingCode.S1, "ss_diterima=" + received);
        assertThat(found).hasSize(deviation == 0 ? 0 : 1);
        if (deviation > 0) {
            assertThat(found.get(0))
                    .isEqualTo(new Violation(
                            FindingCode.S1,
                            deviation,
                            received + " ≠ 289 + 2% = 295",
                            List.of("ss_diterima", "pemilih_dpt_j")));
        }
    }

    @ParameterizedTest
    @CsvSource({"299,false", "300,false", "301,true"})
    void s2d_the_list_is_not_larger_than_a_station_may_be(int registered, boolean broken) {
        assertThat(of(FindingCode.S2D, "pemilih_dpt_j=" + registered)).hasSize(broken ? 1 : 0);
        Map<String, Integer> pilkada = changed(goldenPilkada(), "pemilih_dpt_j=" + (registered + 300));
        assertThat(ReportRules.check(FormMother.pilkada(), tally(pilkada)).stream()
                        .anyMatch(violation -> violation.code() == FindingCode.S2D))
                .isEqualTo(broken);
    }

    @ParameterizedTest
    @CsvSource({"288,false", "289,false", "290,true"})
    void s5_the_voters_are_at_most_the_list(int voters, boolean broken) {
        assertThat(of(FindingCode.S5, "pengguna_total_j=" + voters)).hasSize(broken ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "0,true"})
    void s6_somebody_voted(int cast, boolean broken) {
        List<Violation> found = of(FindingCode.S6, "suara_total=" + cast + " suara_sah=" + cast);
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0).formula()).isEqualTo("0 / 289");
        }
    }

    @ParameterizedTest
    @CsvSource({"41,false", "42,false", "43,true"})
    void s6_at_most_a_fifth_is_invalid(int invalid, boolean broken) {
        List<Violation> found = of(FindingCode.S6, "suara_tidak_sah=" + invalid);
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0))
                    .isEqualTo(new Violation(
                            FindingCode.S6, 1, "43 / 210 = 20,5% > 20%", List.of("suara_tidak_sah", "suara_total")));
        }
    }

    @ParameterizedTest
    @CsvSource({"suara_1=0 suara_2=209 suara_3=1,false", "suara_1=0 suara_2=210 suara_3=0,true"})
    void s6_not_all_votes_are_for_one_choice(String votes, boolean broken) {
        List<Violation> found = of(FindingCode.S6, votes);
        assertThat(found).hasSize(broken ? 1 : 0);
        if (broken) {
            assertThat(found.get(0))
                    .isEqualTo(new Violation(FindingCode.S6, 210, "210 / 210 = 100%", List.of("suara_2", "suara_sah")));
        }
    }

    @Test
    void at_a_special_station_list_and_reserve_say_nothing_but_votes_beyond_the_ballots_do() {
        Tally tally = tally("pemilih_dpt_l=17 pemilih_dpt_p=20 pemilih_dpt_j=37 pengguna_dpt_l=17 pengguna_dpt_p=20 "
                + "pengguna_dpt_j=37 pengguna_dptb_l=84 pengguna_dptb_p=86 pengguna_dptb_j=170");
        assertThat(ReportRules.check(FormMother.pemilu(), tally))
                .extracting(Violation::code)
                .containsExactly(FindingCode.S1, FindingCode.S2, FindingCode.S5);
        Surroundings special =
                new Surroundings(id.deskpemilu.election.ContestType.PPWP, true, null, null, List.of(), List.of());
        assertThat(ReportRules.check(FormMother.pemilu(), tally, special))
                .extracting(Violation::code)
                .containsExactly(FindingCode.S2);
    }

    private static List<Violation> of(FindingCode code, String changes) {
        return violations(changes).stream()
                .filter(violation -> violation.code() == code)
                .toList();
    }

    @Test
    void a_section_that_is_not_filled_in_to_the_end_is_not_judged() {
        Map<String, Integer> wrong = changed(
                GoldenForm.withLists(),
                "pemilih_dpt_j=300 pengguna_total_j=211 suara_1_1=61 suara_2=121 suara_total=209");
        List<String> ballot = wrong.keySet().stream()
                .filter(field -> field.matches("suara_\\d.*"))
                .toList();
        Map<String, Integer> typed = new HashMap<>();
        List<List<FindingCode>> steps = List.of(
                step(typed, wrong, ballot, "pemilih_dpt_l", "pemilih_dpt_p"),
                step(typed, wrong, ballot, "pemilih_dpt_j"),
                step(typed, wrong, ballot, "suara_1", "suara_1_0", "suara_1_1"),
                step(typed, wrong, ballot, "suara_1_2"),
                step(typed, wrong, ballot, "suara_sah", "suara_tidak_sah"),
                step(typed, wrong, ballot, "suara_total"),
                step(typed, wrong, ballot, "suara_2_0", "suara_2_1", "suara_2_2"),
                step(typed, wrong, ballot, "suara_2"));
        assertThat(steps)
                .containsExactly(
                        List.of(),
                        List.of(FindingCode.H1),
                        List.of(FindingCode.H1),
                        List.of(FindingCode.H1, FindingCode.H3P),
                        List.of(FindingCode.H1, FindingCode.H3P),
                        List.of(FindingCode.H1, FindingCode.H3P, FindingCode.H4, FindingCode.H9),
                        List.of(FindingCode.H1, FindingCode.H3P, FindingCode.H4, FindingCode.H9),
                        List.of(FindingCode.H1, FindingCode.H3, FindingCode.H3P, FindingCode.H4, FindingCode.H9));
        assertThat(ReportRules.check(FormMother.pemilu(), List.of(), new Tally(Map.of(), Map.of())))
                .isEmpty();
    }

    private static List<FindingCode> step(
            Map<String, Integer> typed, Map<String, Integer> paper, List<String> ballot, String... fields) {
        Arrays.stream(fields).forEach(field -> typed.put(field, paper.get(field)));
        return ReportRules.check(FormMother.pemilu(), ballot, tally(typed)).stream()
                .map(Violation::code)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,2,2", "40,41,41", "50,51,52", "200,204,205", "250,255,257", "300,306,308", "600,612,615"})
    void the_reserve_is_rounded_up_per_station(int registered, int pemilu, int pilkada) {
        assertThat(FormMother.pemilu().ballotsFor(registered)).isEqualTo(pemilu);
        assertThat(FormMother.pilkada().ballotsFor(registered)).isEqualTo(pilkada);
    }

    @Test
    void the_voters_of_a_pilkada_are_added_under_its_own_names() {
        Map<String, Integer> figures = changed(goldenPilkada(), "pengguna_dpph_j=10 pengguna_dpph_l=7");
        assertThat(ReportRules.check(FormMother.pilkada(), tally(figures)))
                .extracting(Violation::code, Violation::fields)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                FindingCode.H2,
                                List.of("pengguna_dpt_l", "pengguna_dpph_l", "pengguna_dptb_l", "pengguna_total_l")),
                        org.assertj.core.groups.Tuple.tuple(
                                FindingCode.H2,
                                List.of("pengguna_dpt_j", "pengguna_dpph_j", "pengguna_dptb_j", "pengguna_total_j")));
    }

    @Test
    void without_the_ballots_their_rules_are_silent() {
        Form form = FormMother.pemilu().without(Set.of(BALLOTS));
        Map<String, Integer> figures = GoldenForm.figures();
        figures.keySet().removeIf(field -> field.startsWith("ss_"));
        assertThat(ReportRules.check(form, tally(figures))).isEmpty();
        figures.put("suara_total", 211);
        assertThat(ReportRules.check(form, tally(figures)))
                .extracting(Violation::code)
                .containsExactly(FindingCode.H4, FindingCode.H5);
    }

    @Test
    void without_the_disability_section_its_rules_are_silent() {
        Form form = FormMother.pemilu().without(Set.of(DISABILITY));
        Map<String, Integer> figures = GoldenForm.figures();
        figures.keySet().removeIf(field -> field.startsWith("disabilitas"));
        assertThat(ReportRules.check(form, tally(figures))).isEmpty();
    }

    @Test
    void without_both_optional_sections_the_rest_is_still_checked() {
        Form form = FormMother.pilkada().without(EnumSet.of(BALLOTS, DISABILITY));
        Map<String, Integer> figures = goldenPilkada();
        figures.keySet().removeIf(field -> field.startsWith("disabilitas") || field.startsWith("ss_"));
        figures.put("suara_1", 89);
        assertThat(ReportRules.check(form, tally(figures)))
                .extracting(Violation::code)
                .containsExactly(FindingCode.H3);
    }

    @Test
    void an_empty_form_and_a_full_one_are_measured_without_an_error() {
        Map<String, Integer> nothing = GoldenForm.figures();
        nothing.replaceAll((field, value) -> 0);
        assertThat(ReportRules.check(FormMother.pemilu(), tally(nothing)))
                .extracting(Violation::code, Violation::formula)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FindingCode.S6, "0 / 0"));
        Map<String, Integer> everything = GoldenForm.figures();
        everything.replaceAll((field, value) -> Form.LARGEST_FIGURE);
        assertThat(ReportRules.check(FormMother.pemilu(), tally(everything)))
                .extracting(Violation::code)
                .containsOnly(
                        FindingCode.H1,
                        FindingCode.H2,
                        FindingCode.H3,
                        FindingCode.H4,
                        FindingCode.H6,
                        FindingCode.S1,
                        FindingCode.S2D,
                        FindingCode.S6);
    }

    @Test
    void violations_come_in_the_order_of_the_codes_and_name_fields_of_the_form() {
        Map<String, Integer> figures = GoldenForm.figures();
        int next = 1;
        for (String field : figures.keySet().stream().sorted().toList()) {
            figures.put(field, next = (next * 7 + 3) % 400);
        }
        List<Violation> found = ReportRules.check(FormMother.pemilu(), tally(figures));
        assertThat(found).extracting(Violation::code).isSorted();
        assertThat(found).allSatisfy(violation -> {
            assertThat(violation.deviation()).isPositive();
            assertThat(violation.formula()).matches(".*\\d.*[≠>].*\\d.*");
            assertThat(figures.keySet()).containsAll(violation.fields());
        });
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void every_code_is_the_number_of_a_rule_that_can_be_broken(FindingCode code) {
        Violation violation = GoldenForm.breaking(code);
        assertThat(violation.deviation()).isPositive();
        assertThat(violation.formula()).containsPattern("\\d");
        assertThat(violation.fields()).isNotEmpty();
    }

    @Test
    void both_forms_have_the_field_codes_of_the_paper() {
        assertThat(FormMother.pemilu().figures().keySet())
                .containsExactlyElementsOf(fields("pemilih_dpt", "pengguna_dpt", "pengguna_dptb", "pengguna_dpk"));
        assertThat(FormMother.pilkada().figures().keySet())
                .containsExactlyElementsOf(fields("pemilih_dpt", "pengguna_dpt", "pengguna_dpph", "pengguna_dptb"));
    }

    private static List<String> fields(String... voters) {
        return Stream.of(
                        Arrays.stream(voters).flatMap(ReportRulesTest::columns),
                        columns("pengguna_total"),
                        Stream.of("ss_diterima", "ss_digunakan", "ss_rusak", "ss_sisa"),
                        columns("disabilitas"),
                        Stream.of("suara_sah", "suara_tidak_sah", "suara_total"))
                .flatMap(stream -> stream)
                .toList();
    }

    private static Stream<String> columns(String row) {
        return Stream.of(row + "_l", row + "_p", row + "_j");
    }
}
