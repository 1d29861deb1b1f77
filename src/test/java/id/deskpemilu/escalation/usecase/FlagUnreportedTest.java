package id.deskpemilu.escalation.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.Stage.Kind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlagUnreportedTest {

    private final EveningDesk desk = new EveningDesk();

    FlagUnreportedTest() {
        desk.stages.with("11:30", Kind.REMINDER).with("16:00", Kind.REMINDER).with("18:30", Kind.KECAMATAN);
        desk.stages.with("19:30", Kind.KABUPATEN);
        desk.deadlines.silent(3);
        desk.waiting.unreported("9801012001", 2);
    }

    @Test
    void at_a_stage_the_silent_are_flagged_and_those_of_its_level_are_told() {
        Deadline deadline = desk.deadline();
        flag(deadline);
        assertThat(desk.deadlines.flagged()).containsExactly("16:00"); // half past eleven it did not run yet
        Escalation escalation = desk.escalations.all().get(0);
        assertThat(escalation.region()).isEqualTo(EveningDesk.DESA);
        assertThat(escalation.level()).isEqualTo(Level.RESPONSIBLE);
        assertThat(escalation.missing()).isEqualTo(2);
        assertThat(desk.notices.told()).containsExactly("REPORTS_MISSING melati");
        assertThat(desk.log.types()).containsExactly("StagePassed", "EscalationOpened", "EscalationTold");
        assertThat(desk.log.lines().get(0).data())
                .isEqualTo(Map.of(
                        "stage", 2L, "kind", Kind.REMINDER, "contest", "bupati", "district", "980101", "silent", 3));
    }

    @Test
    void done_again_it_flags_nothing_and_tells_nobody() {
        Deadline deadline = desk.deadline();
        flag(deadline);
        flag(deadline);
        assertThat(desk.deadlines.flagged()).hasSize(1);
        assertThat(desk.notices.posted()).hasSize(1);
        assertThat(desk.escalations.all()).hasSize(1);
    }

    @Test
    void after_a_long_silence_every_stage_is_flagged_and_people_are_told_of_the_last_one_only() {
        desk.clock.advance(Duration.ofHours(3));
        flag(desk.deadline());
        assertThat(desk.deadlines.flagged()).containsExactly("16:00", "18:30", "19:30");
        assertThat(desk.escalations.all()).extracting(Escalation::level).containsExactly(Level.KABUPATEN);
        assertThat(desk.notices.told()).containsExactly("KECAMATAN_SILENT supervisor");
    }

    @Test
    void a_later_stage_brings_up_what_is_under_way() {
        Deadline deadline = desk.deadline();
        flag(deadline);
        desk.clock.advance(Duration.ofHours(3));
        flag(deadline);
        assertThat(desk.escalations.all()).extracting(Escalation::level).containsExactly(Level.KABUPATEN);
        assertThat(desk.notices.told())
                .containsExactly("REPORTS_MISSING melati", "DESA_SILENT koordinator", "KECAMATAN_SILENT supervisor");
    }

    @Test
    void where_every_report_has_come_nobody_is_told() {
        desk.waiting.reported("9801012001");
        flag(desk.deadline());
        assertThat(desk.deadlines.flagged()).containsExactly("16:00");
        assertThat(desk.escalations.all()).isEmpty();
    }

    @Test
    void a_contest_that_takes_no_reports_flags_nobody() {
        desk.contest.close();
        flag(desk.deadline());
        assertThat(desk.deadlines.flagged()).isEmpty();
        assertThat(desk.log.lines()).isEmpty();
    }

    private void flag(Deadline deadline) {
        new FlagUnreported(desk.deadlines, desk.contests, desk.clocks, desk.waiting, desk.chase, desk.log)
                .execute(deadline.id());
    }
}
