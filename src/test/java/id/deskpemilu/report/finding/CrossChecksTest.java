package id.deskpemilu.report.finding;

import static id.deskpemilu.report.finding.GoldenForm.tally;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Surroundings.Neighbour;
import id.deskpemilu.report.finding.Surroundings.Sibling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form beside other forms: per rule just inside, on and just outside the border. */
class CrossChecksTest {

    private static List<Violation> of(FindingCode code, Tally tally, Surroundings around) {
        return ReportRules.check(FormMother.pemilu(), tally, around).stream()
                .filter(violation -> violation.code() == code)
                .toList();
    }

    private static Surroundings beside(ContestType contest, ContestType other, String changes) {
        return new Surroundings(contest, false, null, null, List.of(new Sibling(other, tally(changes))), List.of());
    }

    @ParameterizedTest
    @CsvSource({"pemilih_dpt_l,134", "pengguna_dpt_p,103", "pengguna_dpk_j,3"})
    void s3_the_listed_and_the_unlisted_get_every_ballot(String field, int value) {
        assertThat(of(FindingCode.S3, tally(""), beside(ContestType.PPWP, ContestType.DPR, "")))
                .isEmpty();
        for (int other : new int[] {value - 1, value + 1}) {
            Surroundings around = beside(ContestType.PPWP, ContestType.DPR, field + "=" + other);
            assertThat(of(FindingCode.S3, tally(""), around))
                    .containsExactly(
                            new Violation(FindingCode.S3, 1, "ppwp " + value + " ≠ dpr " + other, List.of(field)));
        }
    }

    @ParameterizedTest
    @CsvSource({"9,0", "0,0", "10,1"})
    void s3_who_moved_in_may_get_fewer_of_the_narrower_ballots(int movedNarrow, int violations) {
        String narrow = "pengguna_dptb_j=" + movedNarrow;
        assertThat(of(FindingCode.S3, tally(""), beside(ContestType.PPWP, ContestType.DPRD_KAB, narrow)))
                .hasSize(violations);
        assertThat(of(FindingCode.S3, tally(narrow), beside(ContestType.DPRD_KAB, ContestType.PPWP, "")))
                .hasSize(violations);
    }

    @ParameterizedTest
    @CsvSource({"210,", "201,", "200,1", "211,1"})
    void s3_the_gap_in_the_voters_is_at_most_those_who_moved_in(int votersNarrow, @Nullable Integer deviation) {
        String narrow = "pengguna_total_j=" + votersNarrow;
        for (List<Violation> found : List.of(
                of(FindingCode.S3, tally(""), beside(ContestType.PPWP, ContestType.DPRD_KAB, narrow)),
                of(FindingCode.S3, tally(narrow), beside(ContestType.DPRD_KAB, ContestType.PPWP, "")))) {
            assertThat(found)
                    .extracting(Violation::deviation)
                    .isEqualTo(deviation == null ? List.of() : List.of(deviation));
        }
        if (votersNarrow == 200) {
            assertThat(of(FindingCode.S3, tally(""), beside(ContestType.PPWP, ContestType.DPRD_KAB, narrow))
                            .get(0)
                            .formula())
                    .isEqualTo("ppwp 210 − dprd-kab 200 = 10 > 9");
        }
    }

    @Test
    void s3_says_nothing_of_a_form_with_other_names_for_the_voters() {
        assertThat(of(FindingCode.S3, tally(""), beside(ContestType.PPWP, ContestType.BUPATI, "pemilih_dpt_l=1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"134,155,", "133,155,'pemilih_dpt_l pemilih_dpt_j'", "134,156,'pemilih_dpt_p pemilih_dpt_j'", ",155,"})
    void s4_the_list_is_exactly_the_master_list(
            @Nullable Integer men, @Nullable Integer women, @Nullable String fields) {
        Surroundings around = new Surroundings(ContestType.PPWP, false, men, women, List.of(), List.of());
        List<Violation> found = of(FindingCode.S4, tally(""), around);
        assertThat(found.stream().map(violation -> violation.fields().get(0)))
                .isEqualTo(fields == null ? List.of() : List.of(fields.split(" ")));
        assertThat(found)
                .allSatisfy(violation -> assertThat(violation.deviation()).isEqualTo(1));
    }

    private static Surroundings desa(Neighbour... neighbours) {
        return new Surroundings(ContestType.PPWP, false, null, null, List.of(), List.of(neighbours));
    }

    @Test
    void x1_the_figures_of_another_station_to_the_last_vote() {
        Neighbour same = new Neighbour(GoldenForm.station(7), tally("pengguna_total_j=211"));
        Neighbour special = new Neighbour(GoldenForm.station(901), tally(""));
        Neighbour nearly = new Neighbour(GoldenForm.station(8), tally("suara_1=89 suara_3=11"));
        Neighbour total = new Neighbour(GoldenForm.station(9), tally("suara_tidak_sah=1"));
        assertThat(of(FindingCode.X1, tally(""), desa(same, special, nearly, total)))
                .containsExactly(new Violation(
                        FindingCode.X1,
                        2,
                        "90 · 110 · 10 · 0 · 210 = TPS 007, TPS 901",
                        List.of("suara_1", "suara_2", "suara_3")));
        assertThat(of(FindingCode.X1, tally(""), desa(nearly, total))).isEmpty();
        Tally nobody = tally("suara_1=0 suara_2=0 suara_3=0 suara_sah=0 suara_total=0");
        assertThat(of(FindingCode.X1, nobody, desa(new Neighbour(GoldenForm.station(7), nobody))))
                .isEmpty();
    }

    /** Stations of the desa with these numbers in one field. */
    private static Surroundings desa(String field, int... values) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int value : values) {
            neighbours.add(new Neighbour(GoldenForm.station(neighbours.size() + 2), tally(field + "=" + value)));
        }
        return desa(neighbours.toArray(Neighbour[]::new));
    }

    @ParameterizedTest
    @CsvSource({"253,0", "254,1", "167,0", "166,1"})
    void x2_the_turnout_is_within_fifteen_points_of_the_median_where_the_desa_is_alike(int voters, int violations) {
        // of 289 voters 210 are 72,7 %; the others lie within a point
        Surroundings alike = desa("pengguna_total_j", 209, 210, 210, 211, 212);
        List<Violation> found = of(FindingCode.X2, tally("pengguna_total_j=" + voters), alike);
        assertThat(found).hasSize(violations);
        if (voters == 254) {
            assertThat(found.get(0))
                    .isEqualTo(new Violation(
                            FindingCode.X2,
                            1,
                            "254 / 289 = 87,9% ≠ 72,7% ± 15,0%",
                            List.of("pengguna_total_j", "pemilih_dpt_j")));
        }
    }

    @Test
    void x2_the_turnout_may_lie_as_far_as_the_desa_is_wide() {
        // medians: 72,7 %; usual distance: 52 per mille, so 26,0 % are allowed
        Surroundings wide = desa("pengguna_total_j", 180, 195, 210, 225, 240);
        assertThat(of(FindingCode.X2, tally("pengguna_total_j=285"), wide)).isEmpty();
        assertThat(of(FindingCode.X2, tally("pengguna_total_j=286"), wide)).hasSize(1);
    }

    @Test
    void x2_needs_five_others_and_neither_judges_nor_counts_a_special_station() {
        Tally full = tally("pengguna_total_j=289");
        assertThat(of(FindingCode.X2, full, GoldenForm.desa(5))).hasSize(1);
        assertThat(of(FindingCode.X2, full, GoldenForm.desa(4))).isEmpty();
        List<Neighbour> others = new ArrayList<>(GoldenForm.desa(4).neighbours());
        others.add(new Neighbour(GoldenForm.station(901), tally("")));
        assertThat(of(FindingCode.X2, full, desa(others.toArray(Neighbour[]::new))))
                .isEmpty();
        others.set(4, new Neighbour(GoldenForm.station(9), tally("pemilih_dpt_j=0")));
        assertThat(of(FindingCode.X2, full, desa(others.toArray(Neighbour[]::new))))
                .isEmpty();
        Surroundings special = new Surroundings(
                ContestType.PPWP,
                true,
                null,
                null,
                List.of(),
                GoldenForm.desa(5).neighbours());
        assertThat(of(FindingCode.X2, full, special)).isEmpty();
        assertThat(of(FindingCode.X2, tally("pemilih_dpt_j=0"), GoldenForm.desa(5)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10,0", "11,1", "40,1"})
    void x3_the_share_of_invalid_votes_is_within_five_points_of_the_median(int invalid, int violations) {
        // 10 of 210 are 4,8 %, 11 are 5,2 %; nobody else has one
        assertThat(of(FindingCode.X3, tally("suara_tidak_sah=" + invalid), GoldenForm.desa(5)))
                .hasSize(violations);
        assertThat(of(FindingCode.X3, tally("suara_tidak_sah=" + invalid), GoldenForm.desa(4)))
                .isEmpty();
    }

    private static Tally votes(int one, int two, int three) {
        return tally("suara_1=" + one + " suara_2=" + two + " suara_3=" + three);
    }

    private static Surroundings voted(int[]... votes) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int[] one : votes) {
            neighbours.add(new Neighbour(GoldenForm.station(neighbours.size() + 2), votes(one[0], one[1], one[2])));
        }
        return desa(neighbours.toArray(Neighbour[]::new));
    }

    @Test
    void x4_two_choices_that_fit_the_desa_when_swapped() {
        int[] usual = {60, 140, 10};
        Surroundings desa = voted(usual, usual, usual, usual, usual);
        assertThat(of(FindingCode.X4, votes(60, 140, 10), desa)).isEmpty();
        Violation swapped = of(FindingCode.X4, votes(140, 60, 10), desa).get(0);
        assertThat(swapped.fields()).containsExactly("suara_1", "suara_2");
        assertThat(swapped.formula()).isEqualTo("66,7% : 28,6% ≠ 28,6% : 66,7%");
        assertThat(of(FindingCode.X4, votes(10, 140, 60), desa).get(0).fields()).containsExactly("suara_1", "suara_3");
    }

    @ParameterizedTest
    @CsvSource({"140,60,10,true", "125,75,10,true", "124,76,10,false", "100,100,10,false", "190,10,10,false"})
    void x4_the_swapped_figures_must_fit_four_times_better(int one, int two, int three, boolean looksSwapped) {
        int[] usual = {60, 140, 10};
        assertThat(of(FindingCode.X4, votes(one, two, three), voted(usual, usual, usual, usual, usual)))
                .hasSize(looksSwapped ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"79,121,true", "80,121,false"})
    void x4_the_desa_must_have_a_clear_leader(int one, int two, boolean clear) {
        int[] usual = {one, two, 10};
        assertThat(of(FindingCode.X4, votes(two, one, 10), voted(usual, usual, usual, usual, usual)))
                .hasSize(clear ? 1 : 0);
    }

    @Test
    void x4_nearly_every_station_of_the_desa_has_the_same_leader() {
        int[] usual = {60, 140, 10};
        int[] other = {140, 60, 10};
        assertThat(of(FindingCode.X4, votes(140, 60, 10), voted(usual, usual, usual, usual, other)))
                .hasSize(1);
        assertThat(of(FindingCode.X4, votes(141, 60, 9), voted(usual, usual, usual, usual, other, other)))
                .isEmpty();
        assertThat(of(FindingCode.X4, votes(140, 60, 10), voted(usual, usual, usual, usual)))
                .isEmpty();
    }

    @Test
    void x4_compares_only_ballots_with_the_same_numbers() {
        Map<String, Integer> two = new HashMap<>(GoldenForm.figures());
        two.remove("suara_3");
        List<Neighbour> others = new ArrayList<>(GoldenForm.desa(4).neighbours());
        others.add(new Neighbour(GoldenForm.station(9), tally(two)));
        assertThat(of(FindingCode.X4, votes(10, 110, 90), desa(others.toArray(Neighbour[]::new))))
                .isEmpty();
    }
}
