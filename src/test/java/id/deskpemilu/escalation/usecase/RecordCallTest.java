package id.deskpemilu.escalation.usecase;

import static id.deskpemilu.escalation.usecase.EveningDesk.COORDINATOR;
import static id.deskpemilu.escalation.usecase.EveningDesk.DESA;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordCallTest {

    private final EveningDesk desk = new EveningDesk();

    @Test
    void that_somebody_was_called_is_noted() {
        record(COORDINATOR, DESA, true);
        assertThat(desk.calls.all()).containsOnlyKeys(desk.election.id() + " 9801012001");
        assertThat(desk.calls.all().values()).containsExactly("koordinator");
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "koordinator", "election:uji", "VillageCalled", Map.of("region", "9801012001")));
    }

    @Test
    void the_last_one_who_called_is_named() {
        record(COORDINATOR, DESA, true);
        record(EveningDesk.SUPERVISOR, DESA, true);
        assertThat(desk.calls.all().values()).containsExactly("supervisor");
        assertThat(desk.log.types()).containsExactly("VillageCalled", "VillageCalled");
    }

    @Test
    void a_note_is_taken_back_and_what_there_is_not_takes_nothing_back() {
        record(COORDINATOR, DESA, true);
        record(COORDINATOR, DESA, false);
        record(COORDINATOR, DESA, false);
        assertThat(desk.calls.all()).isEmpty();
        assertThat(desk.log.types()).containsExactly("VillageCalled", "VillageCallTakenBack");
    }

    @Test
    void only_those_who_call_in_the_region_note_it() {
        for (Role role : Role.values()) {
            if (role != Role.COORDINATOR && role != Role.SUPERVISOR) {
                Actor other = EveningDesk.actor("orang.lain", role, new RegionCode("98"));
                desk.refuses("ROLE_MISSING", () -> record(other, DESA, true));
            }
        }
        for (Role role : new Role[] {Role.COORDINATOR, Role.SUPERVISOR}) {
            Actor neighbour = EveningDesk.actor("tetangga", role, new RegionCode("980102"));
            desk.refuses("REGION_FOREIGN", () -> record(neighbour, DESA, true));
            desk.refuses("REGION_FOREIGN", () -> record(neighbour, DESA, false));
        }
    }

    @Test
    void calls_are_of_a_desa() {
        desk.refuses("REGION_NOT_A_VILLAGE", () -> record(COORDINATOR, EveningDesk.DISTRICT, true));
    }

    @Test
    void an_election_that_there_is_not_has_no_calls() {
        desk.refuses(
                "ELECTION_UNKNOWN",
                () -> new RecordCall(desk.elections, desk.calls, desk.log).execute(COORDINATOR, "lain", DESA, true));
    }

    private void record(Actor actor, RegionCode village, boolean called) {
        new RecordCall(desk.elections, desk.calls, desk.log).execute(actor, "uji", village, called);
    }
}
