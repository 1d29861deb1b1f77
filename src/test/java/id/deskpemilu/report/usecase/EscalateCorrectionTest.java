package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.report.Correction;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class EscalateCorrectionTest {

    @Test
    void what_the_operator_did_not_answer_in_time_goes_to_a_supervisor() {
        ReportDesk desk = ReportDesk.with(aReport().correctionRequested());
        escalate(desk);
        assertThat(desk.report.status()).isEqualTo(ReportStatus.DISPUTED);
        Correction correction = desk.report.corrections().get(0);
        assertThat(correction.state()).isEqualTo(Correction.State.OVERDUE);
        assertThat(correction.answeredBy()).isNull();
        assertThat(correction.answeredAt()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.reports.events())
                .containsExactly(
                        new ReportEvent.CorrectionOverdue(desk.report, ReportEvent.TIMER, ReportDesk.LATER, 1));
    }

    @Test
    void what_was_answered_meanwhile_stays_answered() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.CORRECTION_REQUESTED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> escalate(desk));
        }
    }

    private static void escalate(ReportDesk desk) {
        new EscalateCorrection(desk.reports, desk.clock).execute(desk.report.id());
    }
}
