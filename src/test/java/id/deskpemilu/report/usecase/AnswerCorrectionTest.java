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

class AnswerCorrectionTest implements InHandContract.WithVersion {

    @Override
    public ReportDesk ready() {
        return ReportDesk.with(aReport().correctionRequested());
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.OPERATOR);
    }

    @Override
    public void act(ReportDesk desk, Actor actor, ReportAddress address, @Nullable Integer version) {
        new AnswerCorrection(desk.inHand, desk.process).execute(actor, address, 1, Answer.CONFIRMED, null, version);
    }

    @Test
    void a_plain_yes_leads_to_the_verifier_who_applies_it() {
        ReportDesk desk = ready();
        Report report = answer(desk, People.OPERATOR, Answer.CONFIRMED, null);
        assertThat(report.status()).isEqualTo(ReportStatus.CORRECTION_CONFIRMED);
        Correction correction = report.corrections().get(0);
        assertThat(correction.state()).isEqualTo(Correction.State.CONFIRMED);
        assertThat(correction.answeredBy()).isEqualTo("melati");
        assertThat(correction.answeredAt()).isEqualTo(ReportDesk.LATER);
        assertThat(report.current().tally().get("suara_1")).isEqualTo(90);
        assertThat(desk.process.told(report)).containsExactly("answered CONFIRMED");
        assertThat(desk.reports.eventTypes()).containsExactly("CorrectionAnswered");
    }

    @Test
    void figures_that_stand_as_written_go_to_another_verifier() {
        ReportDesk desk = ready();
        Report report = answer(desk, People.OPERATOR, Answer.AS_WRITTEN, " memang begitu ");
        assertThat(report.status()).isEqualTo(ReportStatus.RECHECK);
        assertThat(report.corrections().get(0).comment()).isEqualTo("memang begitu");
        assertThat(desk.process.told(report)).containsExactly("answered AS_WRITTEN");
    }

    @Test
    void what_the_form_does_not_hold_goes_to_a_supervisor() {
        ReportDesk desk = ready();
        Report report = answer(desk, People.OPERATOR, Answer.DISPUTED, "tertulis 90");
        assertThat(report.status()).isEqualTo(ReportStatus.DISPUTED);
        assertThat(desk.process.told(report)).containsExactly("answered DISPUTED");
    }

    @Test
    void whoever_does_not_say_yes_says_why() {
        ReportDesk desk = ready();
        for (Answer answer : List.of(Answer.AS_WRITTEN, Answer.DISPUTED)) {
            desk.refuses("COMMENT_MISSING", () -> answer(desk, People.OPERATOR, answer, null));
            desk.refuses("COMMENT_MISSING", () -> answer(desk, People.OPERATOR, answer, " "));
            desk.refuses("TEXT_TOO_LONG", () -> answer(desk, People.OPERATOR, answer, "a".repeat(2001)));
        }
    }

    @Test
    void only_the_last_correction_is_answered() {
        ReportDesk desk = ready();
        for (int number : new int[] {0, 2}) {
            desk.refuses(
                    "CORRECTION_UNKNOWN",
                    () -> new AnswerCorrection(desk.inHand, desk.process)
                            .execute(People.OPERATOR, desk.address(), number, Answer.CONFIRMED, null, null));
        }
    }

    @Test
    void it_is_answered_once() {
        ReportDesk desk = ready();
        answer(desk, People.OPERATOR, Answer.CONFIRMED, null);
        desk.refuses("NOT_NOW", () -> answer(desk, People.OPERATOR, Answer.CONFIRMED, null));
        desk.refuses("NOT_NOW", () -> answer(desk, People.OPERATOR, Answer.DISPUTED, "tertulis 90"));
    }

    @Test
    void nothing_is_answered_that_was_not_asked() {
        for (ReportStatus status : EnumSet.complementOf(EnumSet.of(ReportStatus.CORRECTION_REQUESTED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> answer(desk, People.OPERATOR, Answer.CONFIRMED, null));
        }
    }

    @Test
    void whoever_asks_does_not_answer() {
        Actor both = new Actor(
                "verifikator.satu",
                "Satu",
                Set.of(Role.OPERATOR, Role.VERIFIER),
                List.of(new Actor.Scope(Role.OPERATOR, STATION.village())));
        ReportDesk desk = ready();
        desk.refuses("FOUR_EYES", () -> answer(desk, both, Answer.CONFIRMED, null));
    }

    @Test
    void whoever_entered_the_figures_for_the_operator_answers_for_them_and_no_other_coordinator() {
        ReportMother mother = aReport().lockedOnBehalf(People.COORDINATOR);
        mother.report().requestCorrection(People.FIRST, Map.of("suara_1", 91), "tampak", null, NOW, NOW);
        ReportDesk desk = ReportDesk.with(mother);
        desk.refuses("ROLE_MISSING", () -> answer(desk, People.SUPERVISOR, Answer.CONFIRMED, null));
        Actor colleague = People.person("rekan", Role.COORDINATOR, STATION.village());
        desk.refuses("ROLE_MISSING", () -> answer(desk, colleague, Answer.CONFIRMED, null));
        assertThat(answer(desk, People.COORDINATOR, Answer.CONFIRMED, null).status())
                .isEqualTo(ReportStatus.CORRECTION_CONFIRMED);
    }

    private static Report answer(ReportDesk desk, Actor operator, Answer answer, @Nullable String comment) {
        return new AnswerCorrection(desk.inHand, desk.process)
                .execute(operator, desk.address(), 1, answer, comment, null);
    }
}
