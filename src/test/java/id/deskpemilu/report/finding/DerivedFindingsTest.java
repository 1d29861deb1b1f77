package id.deskpemilu.report.finding;

import static id.deskpemilu.report.finding.GoldenForm.changed;
import static id.deskpemilu.report.finding.GoldenForm.tally;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Form;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who copies a form is asked once for each broken figure. */
class DerivedFindingsTest {

    private static final Form FORM = FormMother.pemilu();
    private static final Function<Tally, List<Violation>> CHECK = figures -> ReportRules.check(FORM, figures);

    private static List<String> shown(Tally tally) {
        return DerivedFindings.drop(CHECK.apply(tally), tally, CHECK).stream()
                .map(violation -> violation.code().name())
                .distinct()
                .toList();
    }

    private static List<String> raw(Tally tally) {
        return CHECK.apply(tally).stream()
                .map(violation -> violation.code().name())
                .distinct()
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource({
        "suara_2=510, H3 H9, H3",
        "suara_sah=21, H3 H4 H9, H3",
        "suara_total=21, H4 H5 H9, H4",
        "suara_total=296, H4 H5 H8 S2, H4 S2",
        "pengguna_total_j=110, H1 H2 H5, H1",
        "pengguna_total_j=310, H1 H2 H5 S5, H1",
        "pemilih_dpt_j=189, H1 H7 S1 S2 S5, H1 S2",
        "pemilih_dpt_j=389, H1 S1 S2D, H1",
        "ss_diterima=195, H6 H8 S1, H6",
        "ss_digunakan=110, H5 H6, H5",
        "suara_tidak_sah=80, H4 S6, H4",
    })
    void one_broken_figure_asks_once(String change, String all, String shown) {
        assertThat(raw(tally(change))).isEqualTo(List.of(all.split(" ")));
        assertThat(shown(tally(change))).isEqualTo(List.of(shown.split(" ")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // two figures: the cast and the voters, each wrong in its own way
        "suara_tidak_sah=5 pengguna_total_j=214, H1 H4",
        "suara_tidak_sah=5 pengguna_total_l=107 pengguna_dpt_l=99 pengguna_total_j=214 pengguna_dpt_j=202, H4 H5",
        "suara_1=91 suara_total=209 ss_digunakan=209 pengguna_total_j=209, H1 H3 H4 H6",
        "ss_sisa=80 suara_1=91, H3 H6",
    })
    void two_broken_figures_ask_twice(String change, String shown) {
        assertThat(shown(tally(change))).isEqualTo(List.of(shown.split(" ")));
    }

    @Test
    void the_total_of_a_party_hides_what_it_does_to_the_sum_of_all() {
        Tally total = tally(changed(GoldenForm.withLists(), "suara_2=20"));
        assertThat(raw(total)).containsExactly("H3", "H3P");
        assertThat(shown(total)).containsExactly("H3P");
        Tally candidate = tally(changed(GoldenForm.withLists(), "suara_2_1=10"));
        assertThat(shown(candidate)).containsExactly("H3P");
    }

    @Test
    void what_is_usual_in_the_desa_is_not_said_twice() {
        Surroundings desa = GoldenForm.desa(5);
        Function<Tally, List<Violation>> check = figures -> ReportRules.check(FORM, figures, desa);
        Tally tally = tally("pengguna_total_j=310");
        assertThat(check.apply(tally)).extracting(Violation::code).contains(FindingCode.X2, FindingCode.S5);
        assertThat(DerivedFindings.drop(check.apply(tally), tally, check))
                .extracting(Violation::code)
                .containsExactly(FindingCode.H1);
    }

    @Test
    void a_wrong_form_is_always_flagged_and_what_stands_for_itself_never_hidden() {
        Random random = new Random(20240214);
        List<String> fields = GoldenForm.figures().keySet().stream().sorted().toList();
        Set<FindingCode> never = Set.of(FindingCode.H1, FindingCode.S2, FindingCode.S3, FindingCode.S4, FindingCode.X1);
        for (int i = 0; i < 5_000; i++) {
            Map<String, Integer> figures = GoldenForm.figures();
            for (int slips = random.nextInt(4); slips >= 0; slips--) {
                figures.put(fields.get(random.nextInt(fields.size())), random.nextInt(400));
            }
            Tally tally = tally(figures);
            List<Violation> raw = CHECK.apply(tally);
            List<Violation> shown = DerivedFindings.drop(raw, tally, CHECK);
            assertThat(shown.isEmpty()).isEqualTo(raw.isEmpty());
            assertThat(raw).containsAll(shown);
            assertThat(raw.stream().filter(violation -> never.contains(violation.code())))
                    .allMatch(shown::contains);
        }
    }

    @Test
    void nothing_is_hidden_that_the_table_does_not_name() {
        assertThat(DerivedFindings.HIDES.values().stream().flatMap(Set::stream))
                .doesNotContain(FindingCode.H1, FindingCode.S2, FindingCode.S3, FindingCode.S4, FindingCode.X1);
    }
}
