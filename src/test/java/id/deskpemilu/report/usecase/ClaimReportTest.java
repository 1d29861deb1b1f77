package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.shared.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimReportTest implements InHandContract {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().locked());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.VERIFIER);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new ClaimReport(desk.inHand).execute(actor, address, null);
    }

    @Test
    void a_verifier_takes_it_in_hand() {
        ReportDesk desk = ready();
        Report report = claim(desk, People.FIRST);
        assertThat(report.holder()).isEqualTo("verifikator.satu");
        assertThat(report.heldSince()).isEqualTo(ReportDesk.LATER);
        assertThat(report.hasBeenOpened()).isTrue();
        assertThat(desk.reports.eventTypes()).containsExactly("Claimed");
        assertThat(desk.process.reports()).isEmpty();
    }

    @Test
    void taking_it_again_changes_nothing() {
        ReportDesk desk = held();
        Report report = claim(desk, People.FIRST);
        assertThat(report.heldSince()).isEqualTo(ReportMother.NOW);
        assertThat(desk.reports.events()).isEmpty();
    }

    @Test
    void what_a_colleague_holds_is_not_taken_without_a_reason() {
        ReportDesk desk = held();
        Refusal refusal = desk.refuses("HELD_BY_ANOTHER", () -> claim(desk, People.SECOND));
        assertThat(refusal.details())
                .containsEntry("holder", "verifikator.satu")
                .containsEntry("since", ReportMother.NOW);
    }

    @Test
    void it_is_taken_from_a_colleague_with_a_reason() {
        ReportDesk desk = held();
        Report report = takeOver(desk, People.SECOND, " pulang ");
        assertThat(report.holder()).isEqualTo("verifikator.dua");
        assertThat(report.heldSince()).isEqualTo(ReportDesk.LATER);
        ReportEvent.TakenOver taken =
                (ReportEvent.TakenOver) desk.reports.events().get(0);
        assertThat(taken.from()).isEqualTo("verifikator.satu");
        assertThat(taken.reason()).isEqualTo("pulang");
    }

    @Test
    void a_blank_reason_is_none() {
        ReportDesk desk = held();
        desk.refuses("REASON_MISSING", () -> takeOver(desk, People.SECOND, " "));
        desk.refuses("TEXT_TOO_LONG", () -> takeOver(desk, People.SECOND, "a".repeat(2001)));
    }

    @Test
    void nothing_is_taken_from_nobody_or_from_oneself() {
        ReportDesk free = ready();
        free.refuses("NOT_HELD", () -> takeOver(free, People.SECOND, "pulang"));
        ReportDesk own = held();
        own.refuses("NOT_HELD", () -> takeOver(own, People.FIRST, "pulang"));
    }

    @Test
    void whoever_has_looked_already_does_not_look_again() {
        ReportDesk rechecked = ReportDesk.with(aReport().correctionAppliedBy(People.SECOND));
        for (Actor involved : new Actor[] {People.FIRST, People.SECOND}) {
            rechecked.refuses("FOUR_EYES", () -> claim(rechecked, involved));
            rechecked.refuses("FOUR_EYES", () -> takeOver(rechecked, involved, "pulang"));
        }
        assertThat(claim(rechecked, People.THIRD).holder()).isEqualTo("verifikator.tiga");
    }

    @Test
    void only_what_waits_for_a_verifier_is_taken() {
        Set<ReportStatus> waiting = EnumSet.of(
                ReportStatus.LOCKED, ReportStatus.CORRECTION_CONFIRMED, ReportStatus.RECHECK, ReportStatus.REOPENED);
        for (ReportStatus status : ReportStatus.values()) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            if (waiting.contains(status)) {
                assertThat(claim(desk, People.THIRD).status()).isEqualTo(status);
            } else {
                desk.refuses("NOT_NOW", () -> claim(desk, People.THIRD));
            }
        }
    }

    private static ReportDesk held() {
        return ReportDesk.with(aReport().locked().heldBy(People.FIRST));
    }

    private static Report claim(ReportDesk desk, Actor verifier) {
        return new ClaimReport(desk.inHand).execute(verifier, desk.address(), null);
    }

    private static Report takeOver(ReportDesk desk, Actor verifier, String reason) {
        return new ClaimReport(desk.inHand).execute(verifier, desk.address(), reason);
    }
}
