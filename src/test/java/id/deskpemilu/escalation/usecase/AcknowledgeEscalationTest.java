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

class AcknowledgeEscalationTest implements TaskContract {

    @Override
    public void act(EveningDesk desk, Actor actor, EscalationId id) {
        new AcknowledgeEscalation(desk.escalations, desk.log, desk.clock).execute(actor, id);
    }

    @Test
    void somebody_takes_note_and_it_goes_its_way() {
        EveningDesk desk = new EveningDesk();
        Escalation escalation = desk.silent(Level.KECAMATAN);
        act(desk, COORDINATOR, escalation.id());
        assertThat(escalation.acknowledgedBy()).isEqualTo("koordinator");
        assertThat(escalation.acknowledgedAt()).isEqualTo(EveningDesk.NOW);
        assertThat(escalation.state()).isEqualTo(Escalation.State.WAITING);
        assertThat(desk.process.told()).isEmpty();
        assertThat(desk.log.lines())
                .containsExactly(
                        new RecordingLog.Line("koordinator", escalation.subject(), "EscalationAcknowledged", Map.of()));
    }

    @Test
    void the_last_one_who_takes_note_is_named() {
        EveningDesk desk = new EveningDesk();
        Escalation escalation = desk.silent(Level.KECAMATAN);
        act(desk, COORDINATOR, escalation.id());
        act(desk, EveningDesk.SUPERVISOR, escalation.id());
        assertThat(escalation.acknowledgedBy()).isEqualTo("supervisor");
    }
}
