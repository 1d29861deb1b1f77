package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyReader.FieldError;
import id.deskpemilu.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form cannot hold is refused; what it can hold is read, however it is written. */
class TallyReaderTest {

    private static final Map<String, Integer> VOTES = Map.of("1", 90, "2", 108, "3", 10);

    private final TallyReader reader = new TallyReader(
            FormMother.pilkada(), Ballot.of(ReportMother.contest().choices()));

    @Test
    void a_whole_form_is_read() {
        assertThat(reader.read(TallyMother.consistentFigures(), VOTES)).isEqualTo(TallyMother.consistent());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "999,999", "' 12 ',12", "007,7", "12.0,12"})
    void whole_numbers_from_0_to_999_are_read_from_text(String text, int figure) {
        assertThat(read("suara_sah", text).get("suara_sah")).isEqualTo(figure);
    }

    @ParameterizedTest
    @CsvSource({
        "1000,FIGURE_OUT_OF_RANGE",
        "-1,FIGURE_OUT_OF_RANGE",
        "99999999999999999999,FIGURE_OUT_OF_RANGE",
        "1e400000,FIGURE_OUT_OF_RANGE",
        "12.5,FIGURE_NOT_A_NUMBER",
        "'12,5',FIGURE_NOT_A_NUMBER",
        "dua,FIGURE_NOT_A_NUMBER",
        "1 2,FIGURE_NOT_A_NUMBER",
        "NaN,FIGURE_NOT_A_NUMBER",
        "0x10,FIGURE_NOT_A_NUMBER",
        "'',FIGURE_MISSING",
        "'  ',FIGURE_MISSING"
    })
    void anything_else_is_refused(String text, String code) {
        assertThat(errors("suara_sah", text)).containsExactly(new FieldError("suara_sah", code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void numbers_outside_the_boxes_are_refused(int figure) {
        assertThat(errors("pemilih_dpt_l", figure))
                .containsExactly(new FieldError("pemilih_dpt_l", "FIGURE_OUT_OF_RANGE"));
    }

    @Test
    void a_list_an_object_a_truth_and_nothing_are_refused() {
        for (Object value : List.of(List.of(1), Map.of("a", 1), true)) {
            assertThat(errors("suara_sah", value)).containsExactly(new FieldError("suara_sah", "FIGURE_NOT_A_NUMBER"));
        }
        assertThat(errors("suara_sah", null)).containsExactly(new FieldError("suara_sah", "FIGURE_MISSING"));
    }

    @Test
    void a_number_of_two_million_digits_is_refused_without_being_computed() {
        long before = System.nanoTime();
        assertThat(errors("suara_sah", "9".repeat(2_000_000)))
                .containsExactly(new FieldError("suara_sah", "FIGURE_NOT_A_NUMBER"));
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }

    @Test
    void every_error_is_told_at_once() {
        Map<String, Object> figures = new HashMap<>(TallyMother.consistentFigures());
        figures.remove("ss_sisa");
        figures.put("suara_sah", "x");
        figures.put("pengguna_dpk_j", 3);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> reader.read(figures, Map.of("1", 90, "2", 1000, "4", 1)));
        assertThat(refusal.code()).isEqualTo("FIGURES_INVALID");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.arguments()).containsExactly(6);
        assertThat(refusal.details().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(FieldError.class))
                .containsExactlyInAnyOrder(
                        new FieldError("ss_sisa", "FIGURE_MISSING"),
                        new FieldError("suara_sah", "FIGURE_NOT_A_NUMBER"),
                        new FieldError("pengguna_dpk_j", "FIELD_UNKNOWN"),
                        new FieldError("suara_2", "FIGURE_OUT_OF_RANGE"),
                        new FieldError("suara_3", "FIGURE_MISSING"),
                        new FieldError("suara_4", "FIELD_UNKNOWN"));
    }

    @Test
    void a_correction_changes_fields_that_the_form_has_and_nothing_else() {
        Tally tally = TallyMother.consistent();
        assertThat(reader.readChanges(tally, Map.of("suara_1", "91", "ss_sisa", 85)))
                .isEqualTo(new TreeMap<>(Map.of("suara_1", 91, "ss_sisa", 85)));
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> reader.readChanges(tally, Map.of("suara_9", 1, "pengguna_dpk_l", 1)));
        assertThat(refusal.details().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(FieldError.class))
                .containsExactlyInAnyOrder(
                        new FieldError("suara_9", "FIELD_UNKNOWN"), new FieldError("pengguna_dpk_l", "FIELD_UNKNOWN"));
    }

    @Test
    void a_tally_answers_by_field_and_keeps_what_is_not_changed() {
        Tally tally = TallyMother.consistent();
        assertThat(tally.get("suara_2")).isEqualTo(108);
        assertThat(tally.get("suara_sah")).isEqualTo(208);
        assertThat(tally.sumOfVotes()).isEqualTo(208);
        assertThat(tally.fields()).hasSize(28).containsEntry("suara_3", 10);
        Tally changed = tally.with(Map.of("suara_2", 8, "ss_sisa", 0, "suara_9", 5));
        assertThat(changed.get("suara_2")).isEqualTo(8);
        assertThat(changed.get("ss_sisa")).isZero();
        assertThat(changed.fields()).hasSize(28);
        assertThat(tally.get("suara_2")).isEqualTo(108);
    }

    @ParameterizedTest
    @ValueSource(strings = {"suara_9", "suara_x", "pengguna_dpk_l", ""})
    void a_field_that_a_tally_does_not_have_is_an_error(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TallyMother.consistent().get(field));
    }

    @Test
    void party_lists_are_read_with_the_marks_of_the_party_and_every_candidate() {
        Ballot ballot = BallotMother.lists(1);
        Tally tally = TallyMother.consistent(ballot);
        assertThat(tally.figures()).hasSizeGreaterThan(25 + 18 + 90);
        assertThat(listReader(1).read(tally.figures(), byText(tally))).isEqualTo(tally);
    }

    @Test
    void a_missing_place_on_a_list_and_a_place_that_it_does_not_have_are_refused() {
        Tally tally = TallyMother.consistent(BallotMother.lists(1));
        Map<String, Object> figures = new HashMap<>(tally.figures());
        figures.remove("suara_1_0");
        figures.remove("suara_2_6");
        figures.put("suara_2_7", 1);
        figures.put("suara_18_0", 1);
        figures.put("suara_2_x", 1);
        figures.put("suara_2", 1);
        figures.put("suara_3_1", 1000);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> listReader(1).read(figures, byText(tally)));
        assertThat(refusal.details().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(FieldError.class))
                .containsExactlyInAnyOrder(
                        new FieldError("suara_1_0", "FIGURE_MISSING"),
                        new FieldError("suara_2_6", "FIGURE_MISSING"),
                        new FieldError("suara_2_7", "FIELD_UNKNOWN"),
                        new FieldError("suara_18_0", "FIELD_UNKNOWN"),
                        new FieldError("suara_2_x", "FIELD_UNKNOWN"),
                        new FieldError("suara_2", "FIELD_UNKNOWN"),
                        new FieldError("suara_3_1", "FIGURE_OUT_OF_RANGE"));
    }

    @Test
    void the_candidates_of_another_dapil_are_refused() {
        Tally tally = TallyMother.consistent(BallotMother.lists(2));
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> listReader(1).read(tally.figures(), byText(tally)));
        // party 2 has six candidates in dapil 1 and seven in dapil 2
        assertThat(refusal.details().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(FieldError.class))
                .contains(new FieldError("suara_2_7", "FIELD_UNKNOWN"));
        assertThat(refusal.code()).isEqualTo("FIGURES_INVALID");
    }

    @Test
    void lists_are_refused_where_there_are_none() {
        assertThat(errors("suara_1_0", 3)).containsExactly(new FieldError("suara_1_0", "FIELD_UNKNOWN"));
    }

    @Test
    void a_correction_may_change_a_place_on_a_list() {
        Tally tally = TallyMother.consistent(BallotMother.lists(1));
        Map<String, Integer> changes = listReader(1).readChanges(tally, Map.of("suara_2_6", 7, "suara_2", 18));
        Tally changed = tally.with(changes);
        assertThat(changed.get("suara_2_6")).isEqualTo(7);
        assertThat(changed.get("suara_2")).isEqualTo(18);
        assertThat(changed.get("suara_2_0")).isEqualTo(tally.get("suara_2_0"));
    }

    private static TallyReader listReader(int dapil) {
        return new TallyReader(FormMother.forms().whole(ContestType.DPR), BallotMother.lists(dapil));
    }

    private static Map<String, Integer> byText(Tally tally) {
        Map<String, Integer> votes = new HashMap<>();
        tally.votes().forEach((number, count) -> votes.put(String.valueOf(number), count));
        return votes;
    }

    private Tally read(String field, Object value) {
        Map<String, Object> figures = new HashMap<>(TallyMother.consistentFigures());
        figures.put(field, value);
        return reader.read(figures, VOTES);
    }

    @SuppressWarnings("unchecked")
    private List<FieldError> errors(String field, Object value) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(field, value));
        assertThat(refusal).as("%s", field).isNotNull();
        return (List<FieldError>) refusal.details().get("errors");
    }
}
