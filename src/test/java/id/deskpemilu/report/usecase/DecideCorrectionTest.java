package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.NOW;
import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Correction.Answer;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecideCorrectionTest implements InHandContract.WithVersion {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().correctionDisputed());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new DecideCorrection(desk.inHand, desk.process).execute(actor, address, 1, true, "foto jelas", version);
    }

    @Test
    void the_figures_asked_for_are_upheld_and_wait_to_be_applied() {
        ReportDesk desk = ready();
        Report report = decide(desk, People.SUPERVISOR, true, " foto jelas ");
        assertThat(report.status()).isEqualTo(ReportStatus.CORRECTION_CONFIRMED);
        Correction correction = report.corrections().get(0);
        assertThat(correction.state()).isEqualTo(Correction.State.UPHELD);
        assertThat(correction.decidedBy()).isEqualTo("supervisor");
        assertThat(correction.decidedAt()).isEqualTo(ReportDesk.LATER);
        assertThat(correction.decision()).isEqualTo("foto jelas");
        assertThat(desk.process.told(report)).containsExactly("upheld");
        assertThat(desk.reports.eventTypes()).containsExactly("CorrectionDecided");
    }

    @Test
    void the_old_figures_stay_and_another_verifier_looks() {
        ReportDesk desk = ready();
        Report report = decide(desk, People.SUPERVISOR, false, "tertulis 90");
        assertThat(report.status()).isEqualTo(ReportStatus.RECHECK);
        assertThat(report.corrections().get(0).state()).isEqualTo(Correction.State.REJECTED);
        assertThat(report.current().tally().get("suara_1")).isEqualTo(90);
        assertThat(desk.process.told(report)).containsExactly("rejected");
    }

    @Test
    void what_nobody_answered_in_time_is_settled_like_what_was_disputed() {
        ReportMother mother = aReport().correctionRequested();
        mother.report().correctionOverdue(NOW);
        ReportDesk desk = ReportDesk.with(mother);
        assertThat(decide(desk, People.SUPERVISOR, true, "foto jelas").status())
                .isEqualTo(ReportStatus.CORRECTION_CONFIRMED);
    }

    @Test
    void a_decision_has_a_reason() {
        ReportDesk desk = ready();
        desk.refuses("REASON_MISSING", () -> decide(desk, People.SUPERVISOR, true, " "));
        desk.refuses("TEXT_TOO_LONG", () -> decide(desk, People.SUPERVISOR, false, "a".repeat(2001)));
    }

    @Test
    void nobody_settles_an_own_matter() {
        ReportDesk asked = ready();
        asked.refuses("FOUR_EYES", () -> decide(asked, supervisorToo("verifikator.satu"), true, "foto jelas"));
        asked.refuses("FOUR_EYES", () -> decide(asked, supervisorToo("melati"), true, "foto jelas"));

        ReportMother mother = aReport().lockedOnBehalf(People.SUPERVISOR);
        mother.report().requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak", null, NOW, NOW);
        mother.report().answerCorrection(People.OPERATOR, 1, Answer.DISPUTED, "tertulis 90", NOW);
        ReportDesk sent = ReportDesk.with(mother);
        sent.refuses("FOUR_EYES", () -> decide(sent, People.SUPERVISOR, true, "foto jelas"));
        sent.refuses("FOUR_EYES", () -> decide(sent, supervisorToo("melati"), true, "foto jelas"));
    }

    @Test
    void only_the_last_correction_is_settled() {
        ReportDesk desk = ready();
        for (int number : new int[] {0, 2}) {
            desk.refuses(
                    "CORRECTION_UNKNOWN",
                    () -> new DecideCorrection(desk.inHand, desk.process)
                            .execute(People.SUPERVISOR, desk.address(), number, true, "foto jelas", null));
        }
    }

    @Test
    void nothing_is_settled_that_is_not_disputed_and_nothing_twice() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.DISPUTED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> decide(desk, People.SUPERVISOR, true, "foto jelas"));
        }
        ReportDesk desk = ready();
        decide(desk, People.SUPERVISOR, true, "foto jelas");
        desk.refuses("NOT_NOW", () -> decide(desk, People.SUPERVISOR, false, "ternyata tidak"));
    }

    private static Actor supervisorToo(String username) {
        return new Actor(
                username,
                username,
                Set.of(Role.SUPERVISOR),
                List.of(new Actor.Scope(Role.SUPERVISOR, STATION.village())));
    }

    private static Report decide(ReportDesk desk, Actor supervisor, boolean upheld, String reason) {
        return new DecideCorrection(desk.inHand, desk.process)
                .execute(supervisor, desk.address(), 1, upheld, reason, null);
    }
}
