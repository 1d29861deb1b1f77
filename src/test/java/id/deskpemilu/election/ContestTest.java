package id.deskpemilu.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guards of an election and of its contests. */
class ContestTest {

    private static final RegionCode AREA = RegionCode.of("3517");
    private static final List<Choice> BALLOT = List.of(Choice.of(2, "Kolom Kosong"), Choice.of(1, "Sari dan Budi"));

    private static Election election(Phase phase) {
        return new Election("pilkada", "Pilkada", LocalDate.of(2024, 11, 27), phase);
    }

    private static Contest contest(Phase phase) {
        Contest contest = new Contest(election(phase), ContestType.BUPATI, AREA);
        contest.setBallot(AREA, BALLOT);
        return contest;
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void an_election_only_moves_forward(Phase from) {
        Map<Phase, Set<Phase>> onwards = Map.of(
                Phase.PREPARATION, Set.of(Phase.REHEARSAL, Phase.ACTIVE, Phase.ARCHIVED),
                Phase.REHEARSAL, Set.of(Phase.LOCKED),
                Phase.ACTIVE, Set.of(Phase.LOCKED),
                Phase.LOCKED, Set.of(Phase.ARCHIVED),
                Phase.ARCHIVED, Set.of());
        for (Phase to : Phase.values()) {
            Election election = election(from);
            if (onwards.get(from).contains(to)) {
                election.enter(to);
                assertThat(election.phase()).isEqualTo(to);
            } else {
                assertThat(code(() -> election.enter(to))).isEqualTo("PHASE_REFUSED");
                assertThat(election.phase()).isEqualTo(from);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void a_contest_opens_only_in_a_running_election(Phase phase) {
        Contest contest = contest(phase);
        if (phase == Phase.REHEARSAL || phase == Phase.ACTIVE) {
            contest.beginOpening();
            assertThat(contest.takesReports()).isTrue();
        } else {
            assertThat(code(contest::beginOpening)).isEqualTo("PHASE_NOT_RUNNING");
            assertThat(contest.takesReports()).isFalse();
        }
    }

    @Test
    void a_contest_needs_two_choices_to_open() {
        Contest contest = contest(Phase.ACTIVE);
        contest.setBallot(AREA, BALLOT.subList(0, 1));
        assertThat(code(contest::beginOpening)).isEqualTo("BALLOT_EMPTY");
    }

    @Test
    void a_contest_is_opened_closed_and_opened_again() {
        Contest contest = contest(Phase.ACTIVE);
        assertThat(code(contest::close)).isEqualTo("CONTEST_NOT_OPEN");
        contest.beginOpening();
        contest.opened();
        contest.beginOpening();
        assertThat(contest.state()).isEqualTo(Contest.State.OPEN);
        contest.close();
        contest.close();
        assertThat(contest.takesReports()).isFalse();
        contest.opened();
        assertThat(contest.state()).isEqualTo(Contest.State.CLOSED);
        contest.beginOpening();
        contest.opened();
        assertThat(contest.takesReports()).isTrue();
    }

    @Test
    void the_ballot_and_the_form_are_fixed_once_the_contest_opens() {
        Contest contest = contest(Phase.ACTIVE);
        contest.leaveOut(Set.of(Form.SectionKey.BALLOTS));
        assertThat(contest.choices()).extracting(Choice::number).containsExactly(1, 2);
        assertThat(contest.choices()).extracting(Choice::emptyColumn).containsExactly(false, true);
        contest.beginOpening();
        assertThat(code(() -> contest.setBallot(AREA, BALLOT))).isEqualTo("BALLOT_IN_USE");
        assertThat(code(() -> contest.leaveOut(Set.of()))).isEqualTo("BALLOT_IN_USE");
        assertThat(contest.leftOut()).containsExactly(Form.SectionKey.BALLOTS);
    }

    @ParameterizedTest
    @EnumSource(Form.SectionKey.class)
    void only_ballots_and_disability_can_be_left_out(Form.SectionKey section) {
        Contest contest = contest(Phase.PREPARATION);
        if (section == Form.SectionKey.BALLOTS || section == Form.SectionKey.DISABILITY) {
            contest.leaveOut(Set.of(section));
            assertThat(contest.leftOut()).containsExactly(section);
        } else {
            assertThat(code(() -> contest.leaveOut(Set.of(section)))).isEqualTo("SECTION_NEEDED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pilkada", "pilkada 2024", "-x", "a/b", "../x"})
    void the_code_of_an_election_fits_into_an_address(String code) {
        assertThat(code(() -> new Election(code, "Nama", LocalDate.EPOCH, Phase.PREPARATION)))
                .isEqualTo("ELECTION_CODE_INVALID");
    }

    private static String code(ThrowingCallable act) {
        return catchThrowableOfType(Refusal.class, act).code();
    }
}
