package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChaseOverdueTest {

    private final EveningDesk desk = new EveningDesk();
    private final Deadline deadline = desk.deadline();

    @Test
    void whoever_lets_others_wait_for_too_long_is_told() {
        desk.waiting.unverified("980101", EveningDesk.NOW.minus(Duration.ofMinutes(61)));
        desk.waiting.unverified("980101", EveningDesk.NOW.minus(Duration.ofMinutes(90)));
        desk.waiting.unanswered("9801012001", EveningDesk.NOW.minus(Duration.ofMinutes(21)));
        chase();
        assertThat(desk.escalations.all())
                .extracting(Escalation::kind)
                .containsExactly(EscalationKind.UNVERIFIED, EscalationKind.UNANSWERED);
        assertThat(desk.escalations.all().get(0).missing()).isEqualTo(2);
        assertThat(desk.notices.told())
                .containsExactly("VERIFICATION_OVERDUE verifikator", "CORRECTION_UNANSWERED melati");
        assertThat(desk.deadlines.lock(deadline.id()).sweptAt()).isEqualTo(EveningDesk.NOW);
    }

    @Test
    void what_is_on_its_way_goes_by_its_own_hours() {
        desk.waiting.unverified("980101", EveningDesk.NOW.minus(Duration.ofMinutes(61)));
        chase();
        chase();
        assertThat(desk.escalations.all()).hasSize(1);
        assertThat(desk.notices.posted()).hasSize(1);
    }

    @Test
    void nobody_is_told_before_the_time_is_over() {
        desk.waiting.unverified("980101", EveningDesk.NOW.minus(Duration.ofMinutes(60)));
        desk.waiting.unanswered("9801012001", EveningDesk.NOW.minus(Duration.ofMinutes(20)));
        chase();
        assertThat(desk.escalations.all()).isEmpty();
    }

    @Test
    void in_a_rehearsal_the_time_runs_by_its_clock() {
        desk.clocks.run(
                new ElectionClocks.Segment(EveningDesk.NOW.minusSeconds(600), EveningDesk.NOW.minusSeconds(600), 60));
        desk.waiting.unverified("980101", EveningDesk.NOW.minusSeconds(61)); // 61 minutes there
        chase();
        assertThat(desk.escalations.all()).hasSize(1);
    }

    @Test
    void what_has_come_ends_what_was_chased_for_it() {
        Escalation unverified = desk.silent(EscalationKind.UNVERIFIED, EveningDesk.DISTRICT, Level.KECAMATAN, null);
        Escalation unanswered = desk.silent(EscalationKind.UNANSWERED, EveningDesk.DESA, Level.KECAMATAN, null);
        Escalation unreported = desk.silent(Level.KECAMATAN);
        chase();
        for (Escalation ended : new Escalation[] {unverified, unanswered, unreported}) {
            assertThat(ended.outcome()).isEqualTo(Escalation.Outcome.DONE);
            assertThat(ended.endedAt()).isEqualTo(EveningDesk.NOW);
            assertThat(desk.process.told()).contains("resolved " + ended.id());
        }
        assertThat(desk.log.types()).containsExactly("EscalationEnded", "EscalationEnded", "EscalationEnded");
    }

    @Test
    void what_is_still_waited_for_goes_on() {
        Escalation unreported = desk.silent(Level.KECAMATAN);
        desk.waiting.unreported("9801012001", 1);
        chase();
        assertThat(unreported.isActive()).isTrue();
        assertThat(desk.process.told()).isEmpty();
    }

    @Test
    void a_contest_that_takes_no_reports_chases_nobody() {
        desk.waiting.unverified("980101", EveningDesk.NOW.minus(Duration.ofMinutes(61)));
        desk.contest.close();
        chase();
        assertThat(desk.escalations.all()).isEmpty();
        assertThat(desk.deadlines.lock(deadline.id()).sweptAt()).isEqualTo(deadline.sweptAt());
    }

    private void chase() {
        new ChaseOverdue(
                        desk.deadlines,
                        desk.contests,
                        desk.clocks,
                        desk.settings,
                        desk.waiting,
                        desk.escalations,
                        desk.chase)
                .execute(deadline.id());
    }
}
