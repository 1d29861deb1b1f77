package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.LetterDesk.REGENCY;
import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Phase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MakeLetterTest {

    private final LetterDesk desk = new LetterDesk();

    @Test
    void a_letter_is_made_and_its_figures_are_frozen_at_once() {
        LetterId id = make(SUPERVISOR, REGENCY);
        Letter letter = desk.letters.get(id);
        assertThat(letter.status()).isEqualTo(LetterStatus.PLANNED);
        assertThat(letter.region()).isEqualTo(REGENCY);
        assertThat(letter.kind()).isEqualTo(LetterKind.FLASH);
        assertThat(letter.cutAt()).isEqualTo(LetterDesk.NOW);
        assertThat(desk.process.told()).containsExactly("planned " + id + " at " + LetterDesk.NOW);
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor",
                        letter.subject(),
                        "LetterAsked",
                        Map.of("election", "uji", "region", "9801", "kind", LetterKind.FLASH)));
    }

    @Test
    void in_a_rehearsal_its_hour_is_that_of_the_rehearsal_and_the_process_waits_for_the_real_one() {
        desk.clocks.run(new ElectionClocks.Segment(LetterDesk.NOW, LetterDesk.NOW.plus(Duration.ofHours(3)), 60));
        LetterId id = make(SUPERVISOR, REGENCY);
        assertThat(desk.letters.get(id).cutAt()).isEqualTo(LetterDesk.NOW.plus(Duration.ofHours(3)));
        assertThat(desk.process.told()).containsExactly("planned " + id + " at " + LetterDesk.NOW);
    }

    @Test
    void a_coordinator_makes_that_of_the_kecamatan() {
        assertThat(desk.letters
                        .get(make(LetterDesk.COORDINATOR, LetterDesk.DISTRICT))
                        .region())
                .isEqualTo(LetterDesk.DISTRICT);
    }

    @Test
    void nobody_else_makes_it() {
        desk.refusesAllButSupervisors((at, actor) -> make(actor, REGENCY));
    }

    @Test
    void an_election_that_there_is_not_has_no_letters() {
        desk.refuses("ELECTION_UNKNOWN", () -> useCase().execute(SUPERVISOR, "lain", REGENCY, LetterKind.FULL));
    }

    @Test
    void a_region_that_there_is_not_has_no_letters() {
        RegionCode unknown = new RegionCode("980199");
        desk.refuses("REGION_UNKNOWN", () -> make(SUPERVISOR, unknown));
    }

    @Test
    void a_desa_writes_no_letters() {
        desk.refuses("LETTER_REGION_TOO_SMALL", () -> make(SUPERVISOR, new RegionCode("9801012001")));
    }

    @Test
    void when_the_election_is_over_no_letter_is_made() {
        desk.election.enter(Phase.LOCKED);
        desk.refuses("PHASE_NOT_RUNNING", () -> make(SUPERVISOR, REGENCY));
    }

    @Test
    void a_province_is_for_its_own_supervisors() {
        RegionCode province = new RegionCode("98");
        desk.refuses("REGION_FOREIGN", () -> make(SUPERVISOR, province));
        make(LetterDesk.actor("provinsi", Role.SUPERVISOR, province), province);
    }

    private LetterId make(Actor actor, RegionCode region) {
        return useCase().execute(actor, "uji", region, LetterKind.FLASH);
    }

    private MakeLetter useCase() {
        return new MakeLetter(
                desk.elections, desk.regions, desk.letters, desk.process, desk.clocks, desk.clock, desk.log);
    }
}
