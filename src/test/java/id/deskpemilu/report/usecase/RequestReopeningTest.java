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

class RequestReopeningTest implements InHandContract.WithVersion {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().approved());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.VERIFIER);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new RequestReopening(desk.inHand).execute(actor, address, Reopening.Cause.MISREAD, "terbaca 91", version);
    }

    @Test
    void a_verifier_asks_and_the_report_stays_approved() {
        ReportDesk desk = ready();
        Report report = request(desk, People.SECOND, " terbaca 91 ");
        assertThat(report.status()).isEqualTo(ReportStatus.APPROVED);
        Reopening asked = report.reopenings().get(0);
        assertThat(asked.state()).isEqualTo(Reopening.State.REQUESTED);
        assertThat(asked.cause()).isEqualTo(Reopening.Cause.MISREAD);
        assertThat(asked.reason()).isEqualTo("terbaca 91");
        assertThat(asked.requestedBy()).isEqualTo("verifikator.dua");
        assertThat(asked.requestedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.reports.eventTypes()).containsExactly("ReopeningRequested");
        assertThat(desk.process.reports()).isEmpty();
    }

    @Test
    void even_whoever_approved_it_asks() {
        assertThat(request(ready(), People.FIRST, "terbaca 91").isReopeningAsked())
                .isTrue();
    }

    @Test
    void it_is_asked_for_once_until_somebody_has_decided() {
        ReportDesk desk = ReportDesk.with(aReport().reopeningAsked());
        desk.refuses("REOPENING_PENDING", () -> request(desk, People.SECOND, "lagi"));
        desk.refuses("REOPENING_PENDING", () -> request(desk, People.THIRD, "juga"));
        desk.report.refuseReopening(People.SUPERVISOR, "foto jelas", ReportDesk.LATER);
        assertThat(request(desk, People.SECOND, "ada foto baru").reopenings()).hasSize(2);
    }

    @Test
    void a_request_has_a_reason() {
        ReportDesk desk = ready();
        desk.refuses("REASON_MISSING", () -> request(desk, People.SECOND, " "));
        desk.refuses("TEXT_TOO_LONG", () -> request(desk, People.SECOND, "a".repeat(2001)));
    }

    @Test
    void whoever_sent_the_figures_does_not_ask() {
        ReportDesk desk = ready();
        Actor both = People.person("melati", Role.VERIFIER, STATION.village());
        desk.refuses("FOUR_EYES", () -> request(desk, both, "terbaca 91"));
    }

    @Test
    void only_what_is_approved_is_opened_again() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.APPROVED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> request(desk, People.THIRD, "terbaca 91"));
        }
    }

    private static Report request(ReportDesk desk, Actor verifier, String reason) {
        return new RequestReopening(desk.inHand)
                .execute(verifier, desk.address(), Reopening.Cause.MISREAD, reason, null);
    }
}
