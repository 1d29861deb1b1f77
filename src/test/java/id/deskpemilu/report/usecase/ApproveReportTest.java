package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.NOW;
import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApproveReportTest implements InHandContract.WithVersion {

    private static final Map<String, Integer> AS_SENT =
            Map.of("suara_1", 90, "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2);

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
        new ApproveReport(desk.inHand, desk.process).execute(actor, address, version);
    }

    @Test
    void a_verifier_agrees_and_it_is_approved() {
        ReportDesk desk = ready();
        Report report = approve(desk, People.FIRST);
        assertThat(report.status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(report.approvedBy()).isEqualTo("verifikator.satu");
        assertThat(report.approvedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(desk.process.told(report)).containsExactly("judged APPROVED");
        assertThat(desk.reports.eventTypes()).containsExactly("Approved");
    }

    @Test
    void whoever_holds_it_lets_it_go() {
        ReportDesk desk = ReportDesk.with(aReport().locked().heldBy(People.FIRST));
        assertThat(approve(desk, People.FIRST).holder()).isNull();
    }

    @Test
    void the_page_that_shows_it_as_it_is_is_taken() {
        ReportDesk desk = ready();
        Report report = new ApproveReport(desk.inHand, desk.process)
                .execute(People.FIRST, desk.address(), desk.report.version());
        assertThat(report.status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void a_grave_report_needs_a_second_verifier() {
        ReportDesk desk = ReportDesk.with(aReport().grave().locked());
        Report report = approve(desk, People.FIRST);
        assertThat(report.status()).isEqualTo(ReportStatus.RECHECK);
        assertThat(report.approvedBy()).isNull();
        assertThat(report.verifiedBy()).containsExactly("verifikator.satu");
        assertThat(desk.process.told(report)).containsExactly("judged SECOND_LOOK");
        assertThat(desk.reports.eventTypes()).containsExactly("CheckedOnce");

        desk.refuses("FOUR_EYES", () -> approve(desk, People.FIRST));
        assertThat(approve(desk, People.SECOND).status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(desk.process.told(report)).containsExactly("judged SECOND_LOOK", "judged APPROVED");
    }

    @Test
    void a_second_verifier_is_needed_after_an_applied_correction() {
        ReportDesk desk = ReportDesk.with(aReport().correctionAppliedBy(People.SECOND));
        desk.refuses("FOUR_EYES", () -> approve(desk, People.FIRST));
        desk.refuses("FOUR_EYES", () -> approve(desk, People.SECOND));
        assertThat(approve(desk, People.THIRD).status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void whoever_sent_the_figures_does_not_verify_them() {
        Actor both = new Actor(
                "serba.bisa",
                "serba bisa",
                Set.of(Role.COORDINATOR, Role.VERIFIER),
                List.of(
                        new Actor.Scope(Role.COORDINATOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, STATION.village())));
        ReportDesk desk = ReportDesk.with(aReport().lockedOnBehalf(both));
        desk.refuses("FOUR_EYES", () -> approve(desk, both));
    }

    @Test
    void the_supervisor_who_settled_a_correction_does_not_verify_what_came_of_it() {
        Actor both = new Actor(
                "serba.bisa",
                "serba bisa",
                Set.of(Role.SUPERVISOR, Role.VERIFIER),
                List.of(
                        new Actor.Scope(Role.SUPERVISOR, STATION.village()),
                        new Actor.Scope(Role.VERIFIER, STATION.village())));
        ReportMother disputed = aReport().correctionDisputed();
        disputed.report().decideCorrection(both, 1, false, "angka lama benar", NOW);
        ReportDesk desk = ReportDesk.with(disputed);
        desk.refuses("FOUR_EYES", () -> approve(desk, both));
        desk.refuses("FOUR_EYES", () -> approve(desk, People.FIRST));
        assertThat(approve(desk, People.SECOND).status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void what_a_colleague_holds_is_not_approved() {
        ReportDesk desk = ReportDesk.with(aReport().locked().heldBy(People.FIRST));
        desk.refuses("HELD_BY_ANOTHER", () -> approve(desk, People.SECOND));
    }

    @Test
    void figures_that_are_to_be_read_blind_are_not_approved_unread() {
        ReportDesk desk = ReportDesk.with(aReport().blind().locked());
        desk.refuses("BLIND_CHECK_MISSING", () -> approve(desk, People.FIRST));
    }

    @Test
    void figures_that_were_read_otherwise_are_not_approved() {
        ReportMother mother = aReport().blind().locked();
        mother.report().checkBlind(People.FIRST, Map.of("suara_1", 91), NOW);
        ReportDesk desk = ReportDesk.with(mother);
        desk.refuses("BLIND_CHECK_DIFFERS", () -> approve(desk, People.FIRST));
        desk.report.checkBlind(People.FIRST, AS_SENT, NOW);
        assertThat(approve(desk, People.FIRST).status()).isEqualTo(ReportStatus.APPROVED);
    }

    @Test
    void what_the_form_really_has_is_approved_as_written() {
        ReportMother mother = aReport().grave().correctionRequested();
        mother.report().answerCorrection(People.OPERATOR, 1, Correction.Answer.AS_WRITTEN, "memang begitu", NOW);
        ReportDesk desk = ReportDesk.with(mother);
        approve(desk, People.SECOND);
        ReportEvent.Approved approved =
                (ReportEvent.Approved) desk.reports.events().get(0);
        assertThat(approved.asWritten()).isEqualTo(desk.report.isInconsistent());
    }

    @Test
    void only_what_is_locked_or_rechecked_is_approved_and_only_once() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.LOCKED, ReportStatus.RECHECK))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> approve(desk, People.THIRD));
        }
    }

    private static Report approve(ReportDesk desk, Actor verifier) {
        return new ApproveReport(desk.inHand, desk.process).execute(verifier, desk.address(), null);
    }
}
