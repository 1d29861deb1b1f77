package id.deskpemilu.escalation.usecase;

import static id.deskpemilu.escalation.usecase.EveningDesk.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.identity.Actor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkUnreachableTest implements TaskContract {

    private final EveningDesk desk = new EveningDesk();

    @Override
    public void act(EveningDesk at, Actor actor, EscalationId id) {
        mark(at, actor, id, "tanpa sinyal");
    }

    @Test
    void on_the_level_of_the_kecamatan_the_next_one_is_asked() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        mark(desk, COORDINATOR, escalation.id(), " tanpa sinyal ");
        assertThat(escalation.isUnreachable()).isTrue();
        assertThat(escalation.state()).isEqualTo(Escalation.State.WAITING);
        assertThat(desk.escalations.saved()).isEqualTo(1);
        assertThat(desk.process.told()).containsExactly("UNREACHABLE " + escalation.id());
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "koordinator",
                        escalation.subject(),
                        "EscalationUnreachable",
                        Map.of("reason", "tanpa sinyal")));
    }

    @Test
    void on_the_highest_level_it_is_parked_until_the_next_stage() {
        Escalation escalation = desk.silent(Level.KABUPATEN);
        act(desk, EveningDesk.SUPERVISOR, escalation.id());
        assertThat(escalation.state()).isEqualTo(Escalation.State.PARKED);
        assertThat(escalation.dueAt()).isNull();
        desk.refuses("ESCALATION_NO_TASK", () -> act(desk, EveningDesk.SUPERVISOR, escalation.id()));
    }

    @Test
    void it_has_a_reason() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        desk.refuses("REASON_MISSING", () -> mark(desk, COORDINATOR, escalation.id(), " "));
        desk.refuses("TEXT_TOO_LONG", () -> mark(desk, COORDINATOR, escalation.id(), "a".repeat(501)));
    }

    private static void mark(EveningDesk at, Actor actor, EscalationId id, String reason) {
        new MarkUnreachable(at.escalations, at.process, at.log).execute(actor, id, reason);
    }
}
