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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecideReopeningTest implements InHandContract.WithVersion {

    /** 23.59 at the place, which is two hours ahead of Jakarta. */
    private static final Instant TONIGHT = Instant.parse("2024-11-27T14:59:00Z");

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().reopeningAsked());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        useCase(desk).execute(actor, address, true, null, version);
    }

    @Test
    void a_supervisor_opens_it_until_the_hour_of_the_place() {
        ReportDesk desk = ready();
        Report report = decide(desk, People.SUPERVISOR, true, null);
        assertThat(report.status()).isEqualTo(ReportStatus.REOPENED);
        Reopening granted = report.reopenings().get(0);
        assertThat(granted.state()).isEqualTo(Reopening.State.GRANTED);
        assertThat(granted.decidedBy()).isEqualTo("supervisor");
        assertThat(granted.decidedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(granted.closesAt()).isEqualTo(TONIGHT);
        assertThat(desk.process.told(report)).containsExactly("reopened until " + TONIGHT);
        assertThat(desk.reports.eventTypes()).containsExactly("Reopened");
    }

    @Test
    void what_is_opened_after_the_hour_closes_a_day_later() {
        ReportDesk desk = ready();
        desk.clock.advance(Duration.between(ReportDesk.LATER, TONIGHT));
        decide(desk, People.SUPERVISOR, true, null);
        assertThat(desk.process.told(desk.report))
                .containsExactly("reopened until " + TONIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void a_supervisor_leaves_it_approved_and_says_why() {
        ReportDesk desk = ready();
        Report report = decide(desk, People.SUPERVISOR, false, " foto jelas ");
        assertThat(report.status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(report.reopenings().get(0).state()).isEqualTo(Reopening.State.REFUSED);
        assertThat(report.reopenings().get(0).comment()).isEqualTo("foto jelas");
        assertThat(desk.process.reports()).isEmpty();
        assertThat(desk.reports.eventTypes()).containsExactly("ReopeningRefused");
    }

    @Test
    void a_refusal_has_a_reason() {
        ReportDesk desk = ready();
        desk.refuses("REASON_MISSING", () -> decide(desk, People.SUPERVISOR, false, null));
        desk.refuses("REASON_MISSING", () -> decide(desk, People.SUPERVISOR, false, " "));
        desk.refuses("TEXT_TOO_LONG", () -> decide(desk, People.SUPERVISOR, false, "a".repeat(2001)));
        desk.refuses("TEXT_TOO_LONG", () -> decide(desk, People.SUPERVISOR, true, "a".repeat(2001)));
    }

    @Test
    void nothing_is_decided_that_nobody_asked_for_and_nothing_twice() {
        ReportDesk never = ReportDesk.with(aReport().approved());
        never.refuses("REOPENING_NOT_ASKED", () -> decide(never, People.SUPERVISOR, true, null));
        ReportDesk refused = ready();
        decide(refused, People.SUPERVISOR, false, "foto jelas");
        refused.refuses("REOPENING_NOT_ASKED", () -> decide(refused, People.SUPERVISOR, true, null));
        ReportDesk granted = ready();
        decide(granted, People.SUPERVISOR, true, null);
        granted.refuses("NOT_NOW", () -> decide(granted, People.SUPERVISOR, true, null));
    }

    @Test
    void it_takes_two_people_and_neither_of_them_sent_the_figures() {
        ReportDesk desk = ready();
        for (String involved : new String[] {"verifikator.dua", "melati"}) {
            Actor both = People.person(involved, Role.SUPERVISOR, STATION.village());
            desk.refuses("FOUR_EYES", () -> decide(desk, both, true, null));
            desk.refuses("FOUR_EYES", () -> decide(desk, both, false, "tidak"));
        }
    }

    @Test
    void only_what_is_approved_is_opened_again() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.APPROVED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> decide(desk, People.SUPERVISOR, true, null));
        }
    }

    private static Report decide(ReportDesk desk, Actor supervisor, boolean granted, @Nullable String comment) {
        return useCase(desk).execute(supervisor, desk.address(), granted, comment, null);
    }

    private static DecideReopening useCase(ReportDesk desk) {
        return new DecideReopening(desk.inHand, desk.review, desk.process);
    }
}
