package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LockReportTest {

    @Test
    void what_was_sent_is_locked_and_gets_a_receipt() {
        ReportDesk desk = ReportDesk.with(aReport().submitted());
        lock(desk);
        assertThat(desk.report.status()).isEqualTo(ReportStatus.LOCKED);
        assertThat(desk.report.lockedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.report.receipt()).isNotBlank();
        assertThat(desk.reports.eventTypes()).containsExactly("Locked");
    }

    @Test
    void nothing_else_is_locked_and_nothing_twice() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.SUBMITTED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> lock(desk));
        }
    }

    private static void lock(ReportDesk desk) {
        new LockReport(desk.reports, desk.clock).execute(desk.report.id());
    }
}
