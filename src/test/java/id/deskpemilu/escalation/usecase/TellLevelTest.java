package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.ChaseMother;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationPolicy.Party;
import id.deskpemilu.escalation.EscalationPolicy.Step;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.PeopleInMemory;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellLevelTest {

    private final EveningDesk desk = new EveningDesk();

    @Test
    void the_coordinator_is_told_and_waited_for() {
        Escalation escalation = desk.silent(Level.RESPONSIBLE);
        desk.waiting.unreported("9801012001", 3);
        Instant until = tell(escalation, Level.KECAMATAN);
        Instant due = EveningDesk.NOW.plus(EveningDesk.PATIENCE);
        assertThat(until).isEqualTo(due);
        assertThat(escalation.level()).isEqualTo(Level.KECAMATAN);
        assertThat(escalation.levelSince()).isEqualTo(EveningDesk.NOW);
        assertThat(escalation.dueAt()).isEqualTo(due);
        assertThat(escalation.repetition()).isEqualTo(1);
        assertThat(desk.escalations.saved()).isEqualTo(1);
        assertThat(desk.notices.told()).containsExactly("DESA_SILENT koordinator");
        NewNotice notice = desk.notices.posted().get(0);
        assertThat(notice.values()).isEqualTo(List.of("Pasir, Teluk", "3", "17.00 WIB"));
        assertThat(notice.link()).isEqualTo("/escalations/" + escalation.id());
        assertThat(desk.log.types()).containsExactly("EscalationTold");
    }

    @Test
    void the_same_level_again_is_told_again_and_keeps_who_has_taken_note() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        escalation.acknowledge(EveningDesk.COORDINATOR, EveningDesk.NOW);
        tell(escalation, Level.KECAMATAN);
        assertThat(escalation.repetition()).isEqualTo(2);
        assertThat(escalation.acknowledgedBy()).isEqualTo("koordinator");
        tell(escalation, Level.KABUPATEN);
        assertThat(escalation.repetition()).isEqualTo(1);
        assertThat(escalation.acknowledgedBy()).isNull();
    }

    @Test
    void a_delay_ends_with_it() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        escalation.snooze(EveningDesk.COORDINATOR, EveningDesk.NOW);
        tell(escalation, Level.KECAMATAN);
        assertThat(escalation.state()).isEqualTo(Escalation.State.WAITING);
    }

    @Test
    void of_one_that_has_ended_nobody_is_told() {
        Escalation escalation = desk.silent(Level.RESPONSIBLE);
        escalation.end(Escalation.Outcome.DONE, EveningDesk.NOW);
        assertThat(tell(escalation, Level.KECAMATAN)).isEqualTo(EveningDesk.NOW);
        assertThat(escalation.level()).isEqualTo(Level.RESPONSIBLE);
        assertThat(desk.notices.posted()).isEmpty();
        assertThat(desk.log.lines()).isEmpty();
        assertThat(desk.escalations.saved()).isZero();
    }

    @Test
    void in_a_rehearsal_it_is_waited_for_by_the_clock_of_the_rehearsal() {
        Instant shown = EveningDesk.NOW.plusSeconds(3600);
        desk.clocks.run(new ElectionClocks.Segment(EveningDesk.NOW, shown, 60));
        Escalation escalation = desk.silent(Level.RESPONSIBLE);
        assertThat(tell(escalation, Level.KECAMATAN)).isEqualTo(EveningDesk.NOW.plusSeconds(20));
        assertThat(escalation.dueAt()).isEqualTo(shown.plus(EveningDesk.PATIENCE));
    }

    @Test
    void where_nobody_is_there_to_be_told_it_is_the_next_ones_turn_at_once() {
        Escalation escalation = desk.silent(Level.RESPONSIBLE);
        assertThat(tellNobody(escalation, Level.KECAMATAN)).isEqualTo(EveningDesk.NOW);
        assertThat(tellNobody(escalation, Level.KABUPATEN)).isEqualTo(EveningDesk.NOW.plus(EveningDesk.PATIENCE));
    }

    @Test
    void supervisors_are_told_of_a_kecamatan_once_whichever_desa_are_silent() {
        desk.waiting.unreported("9801012001", 3);
        desk.waiting.unreported("9801012002", 1);
        tell(desk.silent(Level.KECAMATAN), Level.KABUPATEN);
        tell(
                desk.silent(EscalationKind.UNREPORTED, new RegionCode("9801012002"), Level.KECAMATAN, null),
                Level.KABUPATEN);
        assertThat(desk.notices.told()).containsExactly("KECAMATAN_SILENT supervisor");
        assertThat(desk.notices.posted().get(0).values()).isEqualTo(List.of("Teluk", "4", "17.00 WIB"));
        assertThat(desk.notices.posted().get(0).link()).isEqualTo("/escalations?election=uji&region=980101");
    }

    @Test
    void whoever_owes_it_is_led_to_the_own_tasks() {
        tell(desk.silent(Level.RESPONSIBLE), Level.RESPONSIBLE);
        tell(desk.silent(EscalationKind.UNANSWERED, EveningDesk.DESA, Level.RESPONSIBLE, null), Level.RESPONSIBLE);
        tell(desk.silent(EscalationKind.UNVERIFIED, EveningDesk.DISTRICT, Level.RESPONSIBLE, null), Level.RESPONSIBLE);
        assertThat(desk.notices.told())
                .containsExactly(
                        "REPORTS_MISSING melati", "CORRECTION_UNANSWERED melati", "VERIFICATION_OVERDUE verifikator");
        assertThat(desk.notices.posted()).extracting(NewNotice::link).containsExactly("/tasks", "/tasks", "/inbox");
    }

    @Test
    void an_escalation_that_there_is_not_is_told_to_nobody() {
        desk.refuses("ESCALATION_UNKNOWN", () -> useCase().execute(EscalationId.random(), Level.KECAMATAN));
    }

    private Instant tell(Escalation escalation, Level level) {
        return useCase().execute(escalation.id(), level);
    }

    private TellLevel useCase() {
        return new TellLevel(desk.escalations, desk.telling, desk.clocks, desk.clock);
    }

    private Instant tellNobody(Escalation escalation, Level level) {
        var nobody = ChaseMother.telling(
                (kind, asked, repetition) -> new Step(Party.COORDINATOR, Set.of(), EveningDesk.PATIENCE),
                new PeopleInMemory(),
                desk.waiting,
                desk.notices,
                desk.elections,
                desk.regions,
                desk.clocks,
                desk.log);
        return new TellLevel(desk.escalations, nobody, desk.clocks, desk.clock).execute(escalation.id(), level);
    }
}
