package id.deskpemilu.election;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ElectionClocks.Segment;
import id.deskpemilu.election.ElectionClocks.Timeline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock of a rehearsal: an evening in ten minutes, with pauses. */
class ElectionClocksTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant EVENING = Instant.parse("2024-11-27T06:00:00Z");

    /** From 13.00 sixty times as fast for two minutes, a pause of one minute, then a jump to 19.00 at usual speed. */
    private final Timeline clock = new Timeline(List.of(
            new Segment(MORNING, EVENING, 60),
            new Segment(MORNING.plusSeconds(120), EVENING.plusSeconds(7_200), 0),
            new Segment(MORNING.plusSeconds(180), EVENING.plusSeconds(21_600), 1)));

    @Test
    void a_real_election_has_the_real_clock() {
        Timeline real = new Timeline(List.of());
        assertThat(real.shown(MORNING)).isEqualTo(MORNING);
        assertThat(real.real(MORNING)).isEqualTo(MORNING);
    }

    @Test
    void an_hour_passes_in_a_minute() {
        assertThat(clock.shown(MORNING.plusSeconds(60))).isEqualTo(EVENING.plusSeconds(3_600));
        assertThat(clock.real(EVENING.plusSeconds(3_600))).isEqualTo(MORNING.plusSeconds(60));
    }

    @Test
    void it_stands_still_in_a_pause() {
        assertThat(clock.shown(MORNING.plusSeconds(130))).isEqualTo(EVENING.plusSeconds(7_200));
        assertThat(clock.shown(MORNING.plusSeconds(179))).isEqualTo(EVENING.plusSeconds(7_200));
    }

    @Test
    void an_hour_that_it_jumps_over_comes_with_the_jump() {
        assertThat(clock.real(EVENING.plusSeconds(10_000))).isEqualTo(MORNING.plusSeconds(180));
        assertThat(clock.real(EVENING.plusSeconds(21_600))).isEqualTo(MORNING.plusSeconds(180));
    }

    @Test
    void it_runs_on_after_the_last_change() {
        assertThat(clock.shown(MORNING.plusSeconds(190))).isEqualTo(EVENING.plusSeconds(21_610));
        assertThat(clock.real(EVENING.plusSeconds(21_610))).isEqualTo(MORNING.plusSeconds(190));
    }

    @Test
    void before_it_was_set_it_ran_like_the_real_one() {
        assertThat(clock.shown(MORNING.minusSeconds(30))).isEqualTo(EVENING.minusSeconds(30));
        assertThat(clock.real(EVENING.minusSeconds(30))).isEqualTo(MORNING.minusSeconds(30));
    }

    @Test
    void a_clock_that_stands_still_reaches_no_later_hour() {
        Timeline paused = new Timeline(List.of(new Segment(MORNING, EVENING, 0)));
        assertThat(paused.real(EVENING.plusSeconds(1))).isEqualTo(ElectionClocks.NEVER);
        assertThat(paused.real(EVENING)).isEqualTo(MORNING);
    }
}
