package id.deskpemilu.escalation.usecase;

import static id.deskpemilu.escalation.usecase.EveningDesk.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandOverTest implements TaskContract {

    private final EveningDesk desk = new EveningDesk();

    @Override
    public void act(EveningDesk at, Actor actor, EscalationId id) {
        handOver(at, actor, id, "mawar", "melati sakit");
    }

    @Test
    void somebody_else_reports_for_the_desa_from_now_on_and_the_old_one_no_longer() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        handOver(desk, COORDINATOR, escalation.id(), "mawar", " melati sakit ");
        assertThat(desk.operators.lock(EveningDesk.DESA))
                .extracting(Assignment::username)
                .containsExactly("mawar");
        assertThat(desk.assignments.of(List.of("melati")))
                .extracting(Assignment::until)
                .containsExactly(EveningDesk.NOW);
        assertThat(desk.assignments.of(List.of("mawar"))).hasSize(2); // and for the own desa as before
        assertThat(escalation.turn()).isEqualTo(1);
        assertThat(escalation.isUnreachable()).isFalse();
        assertThat(desk.escalations.saved()).isEqualTo(1);
        assertThat(desk.process.told()).containsExactly("HANDED_OVER " + escalation.id());
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "koordinator",
                        escalation.subject(),
                        "EscalationHandedOver",
                        Map.of("to", "mawar", "from", List.of("melati"), "reason", "melati sakit")));
    }

    @Test
    void a_correction_that_nobody_answers_is_handed_over_too() {
        Escalation escalation = desk.silent(EscalationKind.UNANSWERED, EveningDesk.DESA, Level.KECAMATAN, null);
        act(desk, COORDINATOR, escalation.id());
        assertThat(escalation.turn()).isEqualTo(1);
    }

    @Test
    void what_waits_for_verifiers_is_not_handed_to_an_operator() {
        Escalation escalation = desk.silent(EscalationKind.UNVERIFIED, EveningDesk.DISTRICT, Level.KECAMATAN, null);
        desk.refuses("ESCALATION_NOT_OF_DESA", () -> act(desk, COORDINATOR, escalation.id()));
    }

    @Test
    void it_is_handed_to_an_operator_within_reach() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        for (String username : new String[] {"siapa", "koordinator", "anggrek", ""}) {
            desk.refuses("OPERATOR_UNKNOWN", () -> handOver(desk, COORDINATOR, escalation.id(), username, "sakit"));
        }
    }

    @Test
    void it_is_not_handed_to_who_has_it_already() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        desk.refuses("OPERATOR_SAME", () -> handOver(desk, COORDINATOR, escalation.id(), "melati", "sakit"));
    }

    @Test
    void it_has_a_reason() {
        Escalation escalation = desk.silent(Level.KECAMATAN);
        desk.refuses("REASON_MISSING", () -> handOver(desk, COORDINATOR, escalation.id(), "mawar", " "));
        desk.refuses("TEXT_TOO_LONG", () -> handOver(desk, COORDINATOR, escalation.id(), "mawar", "a".repeat(501)));
    }

    @Test
    void a_desa_without_an_operator_gets_one() {
        desk.operators.lock(EveningDesk.DESA).forEach(one -> desk.assignments.end("admin", one));
        act(desk, COORDINATOR, desk.silent(Level.KECAMATAN).id());
        assertThat(desk.operators.lock(EveningDesk.DESA))
                .extracting(Assignment::username, Assignment::role)
                .containsExactly(tuple("mawar", Role.OPERATOR));
    }

    private static void handOver(EveningDesk at, Actor actor, EscalationId id, String username, String reason) {
        new HandOver(at.escalations, at.operators, at.assignments, at.process, at.log, at.clock)
                .execute(actor, id, username, reason);
    }
}
