package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Revision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApplyCorrectionTest implements InHandContract.WithVersion {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().correctionConfirmed());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.VERIFIER);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        useCase(desk).execute(actor, address, 1, version);
    }

    @Test
    void exactly_what_was_confirmed_becomes_a_new_revision_and_the_old_one_stays() {
        ReportDesk desk = ReportDesk.with(aReport().correctionConfirmed().heldBy(People.SECOND));
        Report report = apply(desk, People.SECOND, 1);
        assertThat(report.status()).isEqualTo(ReportStatus.RECHECK);
        assertThat(report.revisions())
                .extracting(revision -> revision.tally().get("suara_1"))
                .containsExactly(90, 91);
        assertThat(report.current().origin()).isEqualTo(Revision.Origin.CORRECTION);
        assertThat(report.current().author()).isEqualTo("verifikator.dua");
        assertThat(report.current().at()).isEqualTo(ReportDesk.LATER);
        assertThat(report.corrections().get(0).state()).isEqualTo(Correction.State.APPLIED);
        assertThat(report.verifiedBy()).containsExactly("verifikator.satu", "verifikator.dua");
        assertThat(report.holder()).isNull();
        assertThat(desk.process.told(report)).containsExactly("applied");
        assertThat(desk.reports.eventTypes()).containsExactly("CorrectionApplied");
    }

    @Test
    void the_new_figures_are_judged_anew() {
        ReportDesk desk = ready();
        desk.secondLook = true;
        desk.blind = true;
        Report report = apply(desk, People.SECOND, 1);
        assertThat(report.revisions().get(0).findings()).isEmpty();
        assertThat(report.current().findings()).isNotEmpty(); // 91 and 118 votes are not 208
        assertThat(report.needsSecondLook()).isTrue();
        assertThat(report.needsBlindCheck()).isTrue();
    }

    @Test
    void the_verifier_who_asked_for_it_may_apply_it() {
        ReportDesk desk = ready();
        assertThat(apply(desk, People.FIRST, 1).verifiedBy()).containsExactly("verifikator.satu");
    }

    @Test
    void whoever_sent_the_figures_does_not_correct_them() {
        Actor both = new Actor(
                "melati",
                "Melati",
                Set.of(Role.OPERATOR, Role.VERIFIER),
                List.of(new Actor.Scope(Role.VERIFIER, STATION.village())));
        ReportDesk desk = ready();
        desk.refuses("FOUR_EYES", () -> apply(desk, both, 1));
    }

    @Test
    void what_a_colleague_holds_is_left_to_the_colleague() {
        ReportDesk desk = ReportDesk.with(aReport().correctionConfirmed().heldBy(People.SECOND));
        desk.refuses("HELD_BY_ANOTHER", () -> apply(desk, People.THIRD, 1));
    }

    @Test
    void only_the_last_correction_is_applied() {
        ReportDesk desk = ready();
        desk.refuses("CORRECTION_UNKNOWN", () -> apply(desk, People.SECOND, 0));
        desk.refuses("CORRECTION_UNKNOWN", () -> apply(desk, People.SECOND, 2));
    }

    @Test
    void nothing_is_applied_that_was_not_confirmed_and_nothing_twice() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.CORRECTION_CONFIRMED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> apply(desk, People.THIRD, 1));
        }
    }

    private static Report apply(ReportDesk desk, Actor verifier, int number) {
        return useCase(desk).execute(verifier, desk.address(), number, null);
    }

    private static ApplyCorrection useCase(ReportDesk desk) {
        return new ApplyCorrection(desk.inHand, desk.figures, desk.process, desk.review);
    }
}
