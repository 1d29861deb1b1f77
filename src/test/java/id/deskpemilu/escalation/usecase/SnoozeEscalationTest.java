package id.deskpemilu.escalation.usecase;

import static id.deskpemilu.escalation.usecase.EveningDesk.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.identity.Actor;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnoozeEscalationTest implements TaskContract {

    private final EveningDesk desk = new EveningDesk();

    @Override
    public void act(EveningDesk at, Actor actor, EscalationId id) {
        snooze(at, actor, id, 30, "hujan");
    }

    @Test
    void it_is_put_off_until_an_hour() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        snooze(desk, COORDINATOR, escalation.id(), 30, " hujan ");
        Instant until = EveningDesk.NOW.plusSeconds(1800);
        assertThat(escalation.state()).isEqualTo(Escalation.State.SNOOZED);
        assertThat(escalation.dueAt()).isEqualTo(until);
        assertThat(desk.escalations.saved()).isEqualTo(1);
        assertThat(desk.process.told()).containsExactly("SNOOZED " + escalation.id() + " until " + until);
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "koordinator",
                        escalation.subject(),
                        "EscalationSnoozed",
                        Map.of("until", until, "reason", "hujan")));
    }

    @Test
    void in_a_rehearsal_the_hour_is_that_of_the_rehearsal_and_the_process_waits_in_real_time() {
        Instant shown = EveningDesk.NOW.plusSeconds(7200);
        desk.clocks.run(new ElectionClocks.Segment(EveningDesk.NOW, shown, 60));
        Escalation escalation = desk.silent(Level.KECAMATAN);
        snooze(desk, COORDINATOR, escalation.id(), 30, "hujan");
        assertThat(escalation.dueAt()).isEqualTo(shown.plusSeconds(1800));
        assertThat(desk.process.told())
                .containsExactly("SNOOZED " + escalation.id() + " until " + EveningDesk.NOW.plusSeconds(30));
    }

    @Test
    void it_is_put_off_for_a_minute_at_least_and_three_hours_at_most() {
        for (int minutes : new int[] {Integer.MIN_VALUE, 0, 181, Integer.MAX_VALUE}) {
            Escalation escalation = desk.silent(Level.KECAMATAN);
            desk.refuses("SNOOZE_INVALID", () -> snooze(desk, COORDINATOR, escalation.id(), minutes, "hujan"));
        }
        snooze(desk, COORDINATOR, desk.silent(Level.KECAMATAN).id(), 1, "hujan");
        snooze(desk, COORDINATOR, desk.silent(Level.KECAMATAN).id(), 180, "hujan");
    }

    @Test
    void it_is_put_off_once_until_it_wakes() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        act(desk, COORDINATOR, escalation.id());
        desk.refuses("ESCALATION_NO_TASK", () -> act(desk, COORDINATOR, escalation.id()));
    }

    @Test
    void a_delay_has_a_reason() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        desk.refuses("REASON_MISSING", () -> snooze(desk, COORDINATOR, escalation.id(), 30, " "));
        desk.refuses("TEXT_TOO_LONG", () -> snooze(desk, COORDINATOR, escalation.id(), 30, "a".repeat(501)));
    }

    private static void snooze(EveningDesk at, Actor actor, EscalationId id, int minutes, String reason) {
        new SnoozeEscalation(at.escalations, at.process, at.clocks, at.log).execute(actor, id, minutes, reason);
    }
}
