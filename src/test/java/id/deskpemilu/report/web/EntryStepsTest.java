package id.deskpemilu.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Candidate;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.FormMother;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EntryStepsTest {

    private static final Paper PAPER = new Paper(
            FormMother.forms().whole(ContestType.DPRD_KAB),
            new Ballot(
                    List.of(Choice.of(1, "Partai Satu"), Choice.of(2, "Partai Dua")),
                    new TreeMap<>(Map.of(1, List.of(new Candidate(1, "A"), new Candidate(2, "B")), 2, List.of()))));

    private final Map<String, String> typed = new HashMap<>();

    @Test
    void one_step_before_the_lists_one_for_each_party_and_one_after_them() {
        assertThat(page(1).all())
                .extracting(EntryPage.Step::label)
                .containsExactly("I.A–III", "Partai Satu", "Partai Dua", "V");
        assertThat(page(1).all()).extracting(EntryPage.Step::party).containsExactly(null, 1, 2, null);
        assertThat(page(2).step().boxes()).isEqualTo(4);
        assertThat(page(3).step().boxes()).isEqualTo(2);
        assertThat(page(3).party()).isEqualTo(2);
        assertThat(page(3).parties()).isEqualTo(2);
    }

    @Test
    void a_step_says_how_far_it_is() {
        assertThat(state(2)).isEqualTo("EMPTY");
        type("suara_1_0", 2);
        assertThat(state(2)).isEqualTo("PART");
        type("suara_1_1", 5);
        type("suara_1_2", 0);
        type("suara_1", 8);
        assertThat(state(2)).isEqualTo("DIFFERS");
        type("suara_1", 7);
        assertThat(state(2)).isEqualTo("FULL");
        typed.put("suara_1_2", "o");
        assertThat(state(2)).isEqualTo("WRONG");
    }

    @Test
    void the_totals_are_compared_with_all_parties() {
        type("suara_1", 7);
        type("suara_2", 3);
        type("suara_sah", 11);
        assertThat(state(4)).isEqualTo("DIFFERS");
        type("suara_sah", 10);
        assertThat(state(4)).isEqualTo("PART");
        assertThat(page(4).known()).isEqualTo(Map.of("suara_1", 7, "suara_2", 3));
        assertThat(page(4).valid()).isNull();
        assertThat(page(2).known()).isEqualTo(Map.of("suara_2", 3));
        assertThat(page(2).knownText()).isEqualTo("suara_2=3");
        assertThat(page(2).valid()).isEqualTo(10);
        assertThat(page(2).votes(steps().of(2))).isEqualTo(10);
    }

    @Test
    void whoever_comes_back_goes_on_where_something_is_missing() {
        assertThat(steps().firstOpen()).isEqualTo(1);
        PAPER.typed(Map.of()).keySet().forEach(field -> type(field, 0));
        assertThat(steps().firstOpen()).isEqualTo(4);
        typed.remove("suara_2_0");
        assertThat(steps().firstOpen()).isEqualTo(3);
    }

    @Test
    void a_step_that_is_not_there_is_the_nearest() {
        assertThat(steps().number("3")).isEqualTo(3);
        assertThat(steps().number("99")).isEqualTo(4);
        assertThat(steps().number("0")).isEqualTo(1);
        assertThat(steps().number("-1")).isEqualTo(1);
        assertThat(steps().number("12345678901")).isEqualTo(1);
        assertThat(steps().number(null)).isEqualTo(1);
    }

    private void type(String field, int figure) {
        typed.put(field, String.valueOf(figure));
    }

    private String state(int step) {
        return page(step).step().state();
    }

    private EntryPage.Steps page(int step) {
        return steps().page(step, List.of(), false);
    }

    private EntrySteps steps() {
        return new EntrySteps(PAPER.toFill(typed, Map.of()));
    }
}
