package id.deskpemilu.election;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.election.Form.SectionKey;
import id.deskpemilu.report.FormMother;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The papers of the seven kinds of contest. */
class FormsTest {

    @ParameterizedTest
    @EnumSource(ContestType.class)
    void every_kind_of_contest_has_the_sections_of_its_paper_in_their_order(ContestType type) {
        assertThat(form(type).sections())
                .extracting(Form.Section::key, Form.Section::number)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(SectionKey.VOTERS, "I.A"),
                        org.assertj.core.api.Assertions.tuple(SectionKey.TURNOUT, "I.B"),
                        org.assertj.core.api.Assertions.tuple(SectionKey.BALLOTS, "II"),
                        org.assertj.core.api.Assertions.tuple(SectionKey.DISABILITY, "III"),
                        org.assertj.core.api.Assertions.tuple(SectionKey.VOTES, "IV"),
                        org.assertj.core.api.Assertions.tuple(SectionKey.TOTALS, "V"));
        assertThat(form(type).optionalSections()).containsExactly(SectionKey.BALLOTS, SectionKey.DISABILITY);
    }

    @ParameterizedTest
    @EnumSource(ContestType.class)
    void every_kind_of_contest_has_each_row_that_the_rules_know_once(ContestType type) {
        assertThat(form(type).rows()).extracting(Form.Row::meaning).containsExactlyInAnyOrder(Meaning.values());
        assertThat(form(type).figures()).hasSize(6 * 3 + 7);
        assertThat(form(type).rows()).allSatisfy(row -> assertThat(row.label()).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(ContestType.class)
    void the_name_of_the_voters_who_moved_in_differs_between_pemilu_and_pilkada(ContestType type) {
        Form.Row moved = form(type).row(Meaning.VOTED_MOVED).orElseThrow();
        Form.Row unlisted = form(type).row(Meaning.VOTED_UNLISTED).orElseThrow();
        assertThat(moved.code()).isEqualTo(type.isPemilu() ? "pengguna_dptb" : "pengguna_dpph");
        assertThat(moved.label()).contains(type.isPemilu() ? "DPTb" : "DPPh");
        assertThat(unlisted.code()).isEqualTo(type.isPemilu() ? "pengguna_dpk" : "pengguna_dptb");
        assertThat(unlisted.label()).contains(type.isPemilu() ? "DPK" : "DPTb");
    }

    @ParameterizedTest
    @CsvSource({
        "PPWP,20,300,2%",
        "DPR,20,300,2%",
        "DPD,20,300,2%",
        "DPRD_PROV,20,300,2%",
        "DPRD_KAB,20,300,2%",
        "GUBERNUR,25,600,'2,5%'",
        "BUPATI,25,600,'2,5%'"
    })
    void the_reserve_and_the_largest_station_are_those_of_the_law(
            ContestType type, int reserve, int largest, String label) {
        assertThat(form(type).reservePermille()).isEqualTo(reserve);
        assertThat(form(type).largestStation()).isEqualTo(largest);
        assertThat(form(type).row(Meaning.BALLOTS_RECEIVED).orElseThrow().label())
                .contains("cadangan " + label + " dari");
    }

    @Test
    void only_dpr_and_dprd_ask_for_party_lists() {
        assertThat(Stream.of(ContestType.values())
                        .filter(type -> form(type).hasLists())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ContestType.DPR, ContestType.DPRD_PROV, ContestType.DPRD_KAB);
        Form.PartyList list = form(ContestType.DPR).list();
        assertThat(Stream.of(list.mark(), list.candidates(), list.total()))
                .extracting(Form.Line::number)
                .containsExactly("A.1", "A.2", "B");
        assertThat(list.total().label()).contains("A.1 + A.2");
    }

    @Test
    void the_form_without_a_section_still_has_its_lists() {
        Form form = form(ContestType.DPRD_KAB).without(java.util.Set.of(SectionKey.BALLOTS));
        assertThat(form.hasLists()).isTrue();
        assertThat(form.sections()).hasSize(5);
    }

    @Test
    void the_codes_of_votes_say_whose_they_are() {
        assertThat(Form.voteField(24)).isEqualTo("suara_24");
        assertThat(Form.listField(24, 12)).isEqualTo("suara_24_12");
        assertThat(Form.choiceOf("suara_24_12")).hasValue(24);
        assertThat(Form.candidateOf("suara_24_12")).hasValue(12);
        assertThat(Form.choiceOf("suara_3")).hasValue(3);
        assertThat(Form.candidateOf("suara_3")).isEmpty();
        assertThat(Form.candidateOf("suara_3_0")).hasValue(Form.PARTY_MARK);
        for (String other :
                new String[] {"suara_sah", "suara_", "suara_3_", "suara_123", "suara_3_4_5", "pemilih_dpt_l"}) {
            assertThat(Form.choiceOf(other)).as(other).isEmpty();
            assertThat(Form.candidateOf(other)).as(other).isEmpty();
        }
        assertThat(form(ContestType.DPR).sectionOf("suara_3_0").key()).isEqualTo(SectionKey.VOTES);
        assertThat(form(ContestType.DPR).sectionOf("suara_sah").key()).isEqualTo(SectionKey.TOTALS);
    }

    @Test
    void a_ballot_has_its_fields_in_the_order_of_the_paper() {
        Ballot ballot = BallotMother.lists(1);
        assertThat(ballot.hasLists()).isTrue();
        assertThat(ballot.list(1)).hasSize(1);
        assertThat(ballot.fields()).startsWith("suara_1_0", "suara_1_1", "suara_1", "suara_2_0");
        assertThat(ballot.fields()).endsWith("suara_24").hasSize(18 + 18 + sizes(ballot));
        assertThat(ballot.listFields(99)).isEmpty();
        assertThat(ballot.list(99)).isEmpty();
        Ballot plain = Ballot.of(BallotMother.candidates(54));
        assertThat(plain.hasLists()).isFalse();
        assertThat(plain.listFields()).isEmpty();
        assertThat(plain.fields()).hasSize(54).startsWith("suara_1").endsWith("suara_54");
    }

    private static int sizes(Ballot ballot) {
        return ballot.lists().values().stream().mapToInt(java.util.List::size).sum();
    }

    private static Form form(ContestType type) {
        return FormMother.forms().whole(type);
    }
}
