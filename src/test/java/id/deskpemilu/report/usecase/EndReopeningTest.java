package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class EndReopeningTest {

    @Test
    void when_its_hour_has_come_the_report_is_approved_as_it_was() {
        ReportDesk desk = ReportDesk.with(aReport().reopened().heldBy(People.SECOND));
        end(desk);
        assertThat(desk.report.status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(desk.report.approvedBy()).isEqualTo("verifikator.satu");
        assertThat(desk.report.holder()).isNull();
        assertThat(desk.report.reopenings().get(0).state()).isEqualTo(Reopening.State.CLOSED);
        assertThat(desk.reports.events())
                .containsExactly(new ReportEvent.ReopeningClosed(desk.report, ReportEvent.TIMER, ReportDesk.LATER));
        assertThat(desk.process.reports()).isEmpty(); // it was the process that asked for it
    }

    @Test
    void nothing_is_ended_that_is_not_open() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.REOPENED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> end(desk));
        }
    }

    @Test
    void a_report_that_there_is_not_is_a_mistake_of_the_desk() {
        ReportDesk desk = ReportDesk.with(aReport());
        assertThatThrownBy(() -> new EndReopening(desk.reports, desk.clock).execute(ReportId.next()))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static void end(ReportDesk desk) {
        new EndReopening(desk.reports, desk.clock).execute(desk.report.id());
    }
}
