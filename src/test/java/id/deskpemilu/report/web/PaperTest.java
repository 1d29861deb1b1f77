package id.deskpemilu.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.TallyMother;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The paper of a contest with party lists, and of one with many candidates. */
class PaperTest {

    private static final Ballot BALLOT = BallotMother.lists(1);

    private final Paper paper = new Paper(FormMother.forms().whole(ContestType.DPRD_KAB), BALLOT);

    @Test
    void each_party_is_a_section_of_its_own_between_the_voters_and_the_totals() {
        List<Section> sections = paper.toFill(Map.of(), Map.of());
        assertThat(sections)
                .extracting(Section::id)
                .startsWith("VOTERS", "TURNOUT", "BALLOTS", "DISABILITY", "VOTES-1")
                .endsWith("VOTES-17", "VOTES-24", "TOTALS");
        assertThat(sections.stream().filter(Section::isList)).hasSize(18);
        Section second = sections.get(5);
        assertThat(second.number()).isEqualTo("IV.2");
        assertThat(second.title()).isEqualTo("Partai Uji 2");
        assertThat(second.party()).isEqualTo(2);
        assertThat(second.votes()).isFalse();
        assertThat(second.rows())
                .extracting(Section.Row::number)
                .containsExactly("A.1", "1", "2", "3", "4", "5", "6", "B");
        assertThat(second.rows().get(1).label()).isEqualTo("Calon 1.2.1");
        assertThat(second.rows())
                .extracting(row -> row.cells().get(0).field())
                .startsWith("suara_2_0", "suara_2_1")
                .endsWith("suara_2_6", "suara_2");
    }

    @Test
    void b_should_hold_the_sum_of_a_and_the_valid_votes_the_sum_of_all_b() {
        List<Section> sections = paper.toFill(Map.of(), Map.of());
        assertThat(sections.get(5).total().sumOf())
                .containsExactly(
                        "suara_2_0", "suara_2_1", "suara_2_2", "suara_2_3", "suara_2_4", "suara_2_5", "suara_2_6");
        Section totals = sections.get(sections.size() - 1);
        assertThat(totals.rows().get(0).cells().get(0).sumOf())
                .hasSize(18)
                .startsWith("suara_1")
                .endsWith("suara_24");
        assertThat(totals.total()).isNull();
    }

    @Test
    void a_party_without_candidates_has_its_own_votes_and_the_total() {
        assertThat(paper.toFill(Map.of(), Map.of()).stream()
                        .filter(section -> section.rows().size() == 2))
                .filteredOn(Section::isList)
                .singleElement()
                .satisfies(empty ->
                        assertThat(empty.rows()).extracting(Section.Row::number).containsExactly("A.1", "B"));
    }

    @Test
    void what_is_typed_goes_to_figures_and_votes_as_the_reader_wants_them() {
        Tally tally = TallyMother.consistent(BALLOT);
        Map<String, String> parameters = new HashMap<>(Map.of("confirmed", "true", "suara_99", "3"));
        tally.fields().forEach((field, figure) -> parameters.put(field, " " + figure + " "));
        Map<String, String> typed = paper.typed(parameters);
        assertThat(typed).hasSameSizeAs(tally.fields());
        assertThat(paper.figures(typed).keySet()).isEqualTo(tally.figures().keySet());
        assertThat(paper.votes(typed))
                .hasSize(18)
                .containsEntry("24", String.valueOf(tally.votes().get(24)));
    }

    @Test
    void a_section_is_notable_when_something_is_to_be_seen_in_it() {
        Tally tally = TallyMother.consistent(BALLOT);
        List<Section> read = paper.toRead(tally, Map.of("suara_3_1", 9), Set.of("suara_2"));
        assertThat(read.stream().filter(Section::notable))
                .extracting(Section::id)
                .containsExactly("VOTES-2", "VOTES-3");
    }

    @Test
    void a_place_on_a_list_is_named_with_party_and_candidate() {
        assertThat(paper.place("suara_2"))
                .isEqualTo("IV.2.B Partai Uji 2 · Jumlah suara sah partai politik dan calon (A.1 + A.2)");
        assertThat(paper.place("suara_2_0")).isEqualTo("IV.2.A.1 Partai Uji 2 · Suara partai politik");
        assertThat(paper.place("suara_2_6")).isEqualTo("IV.2.A.2.6 Partai Uji 2 · Calon 1.2.6");
        assertThat(paper.place("suara_sah")).isEqualTo("V.A Jumlah seluruh suara sah");
        assertThat(paper.place("pemilih_dpt_l")).isEqualTo("I.A.1 Jumlah pemilih dalam DPT · L");
    }

    @Test
    void fifty_four_candidates_of_the_dpd_are_rows_of_one_section() {
        Paper dpd = new Paper(FormMother.forms().whole(ContestType.DPD), Ballot.of(BallotMother.candidates(54)));
        assertThat(dpd.toFill(Map.of(), Map.of()))
                .filteredOn(Section::votes)
                .singleElement()
                .satisfies(votes -> {
                    assertThat(votes.id()).isEqualTo("VOTES");
                    assertThat(votes.isList()).isFalse();
                    assertThat(votes.rows()).hasSize(54);
                });
        assertThat(dpd.place("suara_54")).isEqualTo("IV.54 Calon DPD 54");
    }
}
