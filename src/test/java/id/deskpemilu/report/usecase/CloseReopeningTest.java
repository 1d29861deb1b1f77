package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloseReopeningTest implements InHandContract.WithVersion {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().reopened());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.VERIFIER);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new CloseReopening(desk.inHand, desk.process).execute(actor, address, version);
    }

    @Test
    void what_was_right_is_approved_as_it_was() {
        ReportDesk desk = ReportDesk.with(aReport().reopened().heldBy(People.SECOND));
        Report report = close(desk, People.SECOND);
        assertThat(report.status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(report.approvedBy()).isEqualTo("verifikator.satu");
        assertThat(report.holder()).isNull();
        assertThat(report.reopenings().get(0).state()).isEqualTo(Reopening.State.CLOSED);
        assertThat(report.reopenings().get(0).closedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.process.told(report)).containsExactly("closed");
        assertThat(desk.reports.eventTypes()).containsExactly("ReopeningClosed");
    }

    @Test
    void what_a_colleague_holds_is_left_to_the_colleague() {
        ReportDesk desk = ReportDesk.with(aReport().reopened().heldBy(People.SECOND));
        desk.refuses("HELD_BY_ANOTHER", () -> close(desk, People.THIRD));
    }

    @Test
    void whoever_sent_the_figures_does_not_close_it() {
        ReportDesk desk = ready();
        desk.refuses("FOUR_EYES", () -> close(desk, People.person("melati", Role.VERIFIER, STATION.village())));
    }

    @Test
    void it_is_closed_once() {
        ReportDesk desk = ready();
        close(desk, People.SECOND);
        desk.refuses("NOT_NOW", () -> close(desk, People.SECOND));
    }

    @Test
    void nothing_is_closed_that_is_not_open() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.REOPENED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> close(desk, People.THIRD));
        }
    }

    private static Report close(ReportDesk desk, Actor verifier) {
        return new CloseReopening(desk.inHand, desk.process).execute(verifier, desk.address(), null);
    }
}
