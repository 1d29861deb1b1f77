package id.deskpemilu.escalation.usecase;

import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import org.junit.jupiter.api.Test;

/** What every use case that settles an escalation refuses: see {@link Escalation#requireTask}. */
interface TaskContract {

    /** Settles it. */
    void act(EveningDesk desk, Actor actor, EscalationId id);

    @Test
    default void whoever_has_another_role_is_refused() {
        for (Role role : Role.values()) {
            if (role != Role.COORDINATOR && role != Role.SUPERVISOR) {
                EveningDesk desk = new EveningDesk();
                Escalation escalation = desk.silent(Level.KECAMATAN);
                Actor other = EveningDesk.actor("orang.lain", role, new RegionCode("98"));
                desk.refuses("ROLE_MISSING", () -> act(desk, other, escalation.id()));
            }
        }
    }

    @Test
    default void whoever_acts_for_another_region_is_refused() {
        EveningDesk desk = new EveningDesk();
        Escalation escalation = desk.silent(Level.KECAMATAN);
        Actor coordinator = EveningDesk.actor("tetangga", Role.COORDINATOR, new RegionCode("980102"));
        desk.refuses("REGION_FOREIGN", () -> act(desk, coordinator, escalation.id()));
        Actor supervisor = EveningDesk.actor("tetangga", Role.SUPERVISOR, new RegionCode("9802"));
        desk.refuses("ROLE_MISSING", () -> act(desk, supervisor, escalation.id()));
    }

    @Test
    default void what_has_come_to_the_supervisors_is_not_the_coordinators_any_more() {
        EveningDesk desk = new EveningDesk();
        Escalation escalation = desk.silent(Level.KABUPATEN);
        desk.refuses("ESCALATION_OF_SUPERVISOR", () -> act(desk, EveningDesk.COORDINATOR, escalation.id()));
        act(desk, EveningDesk.SUPERVISOR, escalation.id());
    }

    @Test
    default void what_still_waits_for_those_who_owe_it_is_nobodys_task() {
        EveningDesk desk = new EveningDesk();
        Escalation escalation = desk.silent(Level.RESPONSIBLE);
        desk.refuses("ESCALATION_NO_TASK", () -> act(desk, EveningDesk.COORDINATOR, escalation.id()));
        desk.refuses("ESCALATION_NO_TASK", () -> act(desk, EveningDesk.SUPERVISOR, escalation.id()));
    }

    @Test
    default void what_was_put_off_or_is_parked_is_nobodys_task() {
        EveningDesk desk = new EveningDesk();
        Escalation snoozed = desk.silent(Level.KECAMATAN);
        snoozed.snooze(EveningDesk.COORDINATOR, EveningDesk.NOW);
        desk.refuses("ESCALATION_NO_TASK", () -> act(desk, EveningDesk.COORDINATOR, snoozed.id()));
        Escalation parked = desk.silent(Level.KABUPATEN);
        parked.markUnreachable(EveningDesk.SUPERVISOR);
        desk.refuses("ESCALATION_NO_TASK", () -> act(desk, EveningDesk.SUPERVISOR, parked.id()));
    }

    @Test
    default void what_has_ended_is_not_settled() {
        EveningDesk desk = new EveningDesk();
        Escalation escalation = desk.silent(Level.KECAMATAN);
        escalation.end(Escalation.Outcome.DONE, EveningDesk.NOW);
        desk.refuses("ESCALATION_ENDED", () -> act(desk, EveningDesk.COORDINATOR, escalation.id()));
    }

    @Test
    default void an_escalation_that_there_is_not_is_not_settled() {
        EveningDesk desk = new EveningDesk();
        desk.refuses("ESCALATION_UNKNOWN", () -> act(desk, EveningDesk.SUPERVISOR, EscalationId.random()));
    }
}
