package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseReportTest implements InHandContract {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().locked().heldBy(People.FIRST));
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.VERIFIER);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new ReleaseReport(desk.inHand).execute(actor, address);
    }

    @Test
    void it_is_put_back_for_everybody() {
        ReportDesk desk = ready();
        Report report = release(desk, People.FIRST);
        assertThat(report.holder()).isNull();
        assertThat(report.heldSince()).isNull();
        assertThat(report.status()).isEqualTo(ReportStatus.LOCKED);
        assertThat(desk.reports.eventTypes()).containsExactly("Released");
        assertThat(desk.process.reports()).isEmpty();
    }

    @Test
    void only_the_one_who_holds_it_puts_it_back_and_only_once() {
        ReportDesk desk = ready();
        desk.refuses("NOT_HELD", () -> release(desk, People.SECOND));
        release(desk, People.FIRST);
        desk.refuses("NOT_HELD", () -> release(desk, People.FIRST));
    }

    @Test
    void what_waits_for_nobody_of_the_desk_is_not_put_back() {
        ReportDesk desk = ReportDesk.with(aReport().approved());
        desk.refuses("NOT_NOW", () -> release(desk, People.FIRST));
    }

    private static Report release(ReportDesk desk, Actor verifier) {
        return new ReleaseReport(desk.inHand).execute(verifier, desk.address());
    }
}
