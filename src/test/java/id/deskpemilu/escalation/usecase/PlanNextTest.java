package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.Stage.Kind;
import id.deskpemilu.escalation.usecase.PlanNext.Next;
import id.deskpemilu.escalation.usecase.PlanNext.What;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanNextTest {

    private static final Instant NOON = Instant.parse("2024-11-27T05:00:00Z");

    private final EveningDesk desk = new EveningDesk();

    @Test
    void a_stage_comes_before_a_look_at_the_same_hour() {
        desk.stages.with("17:04", Kind.REMINDER);
        assertThat(plan(desk.deadline()))
                .isEqualTo(new Next(What.STAGE, EveningDesk.NOW.plusSeconds(240))); // swept a minute ago
    }

    @Test
    void otherwise_the_overdue_are_looked_for_every_few_minutes() {
        desk.stages.with("17:05", Kind.REMINDER);
        assertThat(plan(desk.deadline())).isEqualTo(new Next(What.SWEEP, EveningDesk.NOW.plusSeconds(240)));
    }

    @Test
    void a_stage_whose_hour_has_come_is_asked_at_once_and_one_before_the_beginning_never() {
        desk.stages.with("11:59", Kind.REMINDER).with("16:30", Kind.REMINDER);
        assertThat(plan(desk.deadline()))
                .isEqualTo(new Next(What.STAGE, EveningDesk.NOW.minus(Duration.ofMinutes(30))));
    }

    @Test
    void a_stage_that_has_passed_is_not_asked_again() {
        desk.stages.with("16:30", Kind.REMINDER);
        Deadline deadline = desk.deadline();
        desk.deadlines.pass(deadline, desk.stages.all().get(0));
        assertThat(plan(deadline).what()).isEqualTo(What.SWEEP);
    }

    @Test
    void before_the_noon_of_the_election_nothing_is_overdue() {
        desk.clock.advance(Duration.ofHours(-8));
        assertThat(plan(desk.deadline())).isEqualTo(new Next(What.SWEEP, NOON));
    }

    @Test
    void after_the_noon_of_the_next_day_they_are_looked_for_seldom() {
        desk.clock.advance(Duration.between(EveningDesk.NOW, NOON.plus(Duration.ofDays(1))));
        Deadline deadline = desk.deadline();
        assertThat(plan(deadline))
                .isEqualTo(new Next(What.SWEEP, deadline.sweptAt().plus(Duration.ofHours(6))));
    }

    @Test
    void in_a_rehearsal_the_hours_come_sooner() {
        desk.clocks.run(new ElectionClocks.Segment(EveningDesk.NOW, EveningDesk.NOW, 60));
        desk.stages.with("17:04", Kind.REMINDER);
        assertThat(plan(desk.deadline())).isEqualTo(new Next(What.STAGE, EveningDesk.NOW.plusSeconds(4)));
    }

    @Test
    void when_the_contest_takes_no_reports_any_more_the_calendar_has_ended() {
        desk.contest.close();
        Deadline deadline = desk.deadline();
        assertThat(plan(deadline)).isEqualTo(new Next(What.NONE, ElectionClocks.NEVER));
        assertThat(desk.deadlines.lock(deadline.id()).ended()).isTrue();
    }

    private Next plan(Deadline deadline) {
        return new PlanNext(desk.deadlines, desk.contests, desk.clocks, desk.settings).execute(deadline.id());
    }
}
