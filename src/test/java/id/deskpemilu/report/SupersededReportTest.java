package id.deskpemilu.report;

import static id.deskpemilu.report.ReportMother.NOW;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report that gave way to that of a later round keeps everything and takes no further act. */
class SupersededReportTest {

    private static final Round PSU = new Round(
            2, RoundKind.PSU, LocalDate.of(2025, 4, 19), 1, "Putusan MK", "admin", NOW.plusSeconds(60), false);

    @ParameterizedTest
    @EnumSource(ReportStatus.class)
    void in_every_status_everything_is_refused(ReportStatus status) {
        Report report = aReport().in(status).report();
        int revisions = report.revisions().size();
        report.supersede(PSU, NOW);

        assertThat(report.isCurrent()).isFalse();
        assertThat(report.status()).isEqualTo(status);
        assertThat(report.revisions()).hasSize(revisions);
        for (Actor person : List.of(People.OPERATOR, People.FIRST, People.SECOND, People.THIRD)) {
            assertThat(report.actionsFor(person)).isEmpty();
        }
        for (Action action : Action.values()) {
            for (Actor person : List.of(People.OPERATOR, People.THIRD, People.COORDINATOR, People.SUPERVISOR)) {
                if (action.roles().containsAll(person.roles())) {
                    assertThat(codeOf(() -> report.require(action, person)))
                            .as(action.name())
                            .isEqualTo("SUPERSEDED");
                }
            }
        }
        assertThat(codeOf(() -> report.supersede(PSU, NOW))).isEqualTo("SUPERSEDED");
        assertThat(codeOf(report::requireCurrent)).isEqualTo("SUPERSEDED");
    }

    @Test
    void nobody_holds_it_any_more() {
        Report report = aReport().locked().heldBy(People.FIRST).report();
        report.supersede(PSU, NOW);
        assertThat(report.holder()).isNull();
    }

    @Test
    void two_rounds_never_share_a_version() {
        Report first = aReport().report();
        Report second = Report.awaited(first.contest(), first.station(), 2);
        assertThat(second.round()).isEqualTo(2);
        assertThat(codeOf(() -> second.requireVersion(first.version()))).isEqualTo("STALE");
        second.requireVersion(second.version());
    }

    private static String codeOf(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run).code();
    }
}
