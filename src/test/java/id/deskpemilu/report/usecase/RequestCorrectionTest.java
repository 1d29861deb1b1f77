package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Correction.Spot;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestCorrectionTest implements InHandContract.WithVersion {

    private static final Map<String, Object> CHANGES = Map.of("suara_1", "91");
    private static final Instant ANSWER_BY = ReportDesk.LATER.plus(Duration.ofMinutes(45));

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
        useCase(desk).execute(actor, address, CHANGES, "tampak 91", null, version);
    }

    @Test
    void the_operator_is_asked_and_waited_for_until_an_hour() {
        ReportDesk desk = ReportDesk.with(aReport().locked().heldBy(People.FIRST));
        Report report = request(desk, People.FIRST, CHANGES, " tampak 91 ", null);
        assertThat(report.status()).isEqualTo(ReportStatus.CORRECTION_REQUESTED);
        Correction correction = report.corrections().get(0);
        assertThat(correction.changes()).containsExactly(new Correction.Change("suara_1", 90, 91));
        assertThat(correction.reason()).isEqualTo("tampak 91");
        assertThat(correction.answerBy()).isEqualTo(ANSWER_BY);
        assertThat(report.holder()).isNull();
        assertThat(report.current().tally().get("suara_1")).isEqualTo(90);
        assertThat(desk.process.told(report)).containsExactly("judged CORRECTION until " + ANSWER_BY);
        assertThat(desk.reports.eventTypes()).containsExactly("CorrectionRequested");
    }

    @Test
    void what_stays_as_it_is_is_left_out_and_something_has_to_change() {
        ReportDesk desk = ready();
        desk.refuses("CORRECTION_EMPTY", () -> request(desk, People.FIRST, Map.of(), "tampak", null));
        desk.refuses("CORRECTION_EMPTY", () -> request(desk, People.FIRST, Map.of("suara_1", 90), "tampak", null));
        Report report = request(desk, People.FIRST, Map.of("suara_1", 91, "suara_2", 108), "tampak", null);
        assertThat(report.corrections().get(0).newFigures()).containsExactly(Map.entry("suara_1", 91));
    }

    @Test
    void a_correction_has_a_reason() {
        ReportDesk desk = ready();
        desk.refuses("REASON_MISSING", () -> request(desk, People.FIRST, CHANGES, " ", null));
        desk.refuses("TEXT_TOO_LONG", () -> request(desk, People.FIRST, CHANGES, "a".repeat(2001), null));
    }

    @Test
    void figures_that_no_form_has_are_refused() {
        ReportDesk desk = ready();
        for (Map<String, ?> impossible : List.of(Map.of("suara_9", 1), Map.of("suara_1", -1), Map.of("suara_1", ""))) {
            desk.refuses("FIGURES_INVALID", () -> request(desk, People.FIRST, impossible, "tampak", null));
        }
    }

    @Test
    void the_spot_lies_on_a_photo_of_the_report() {
        ReportDesk desk = ready();
        UUID own = desk.photos
                .sent(desk.report.id(), 2, "foto", People.OPERATOR, ReportMother.NOW)
                .id();
        UUID foreign = desk.photos
                .sent(aReport().report().id(), 2, "foto", People.OPERATOR, ReportMother.NOW)
                .id();
        desk.refuses("PHOTO_UNKNOWN", () -> request(desk, People.FIRST, CHANGES, "tampak", spot(foreign, 100)));
        desk.refuses("SPOT_INVALID", () -> request(desk, People.FIRST, CHANGES, "tampak", spot(own, 901)));
        Report report = request(desk, People.FIRST, CHANGES, "tampak", spot(own, 900));
        assertThat(report.corrections().get(0).spot()).isEqualTo(spot(own, 900));
    }

    @Test
    void figures_that_are_to_be_read_blind_are_not_corrected_unread() {
        ReportDesk desk = ReportDesk.with(aReport().blind().locked());
        desk.refuses("BLIND_CHECK_MISSING", () -> request(desk, People.FIRST, CHANGES, "tampak", null));
        desk.report.checkBlind(People.FIRST, Map.of("suara_1", 91), ReportMother.NOW);
        assertThat(request(desk, People.FIRST, CHANGES, "tampak", null).status())
                .isEqualTo(ReportStatus.CORRECTION_REQUESTED);
    }

    @Test
    void whoever_has_looked_already_asks_for_nothing_more() {
        ReportDesk desk = ReportDesk.with(aReport().correctionAppliedBy(People.SECOND));
        desk.refuses("FOUR_EYES", () -> request(desk, People.FIRST, CHANGES, "tampak", null));
        desk.refuses("FOUR_EYES", () -> request(desk, People.SECOND, Map.of("suara_1", 92), "tampak", null));
        Report report = request(desk, People.THIRD, Map.of("suara_1", 92), "tampak", null);
        assertThat(report.corrections()).hasSize(2);
    }

    @Test
    void what_a_colleague_holds_is_left_to_the_colleague() {
        ReportDesk desk = ReportDesk.with(aReport().locked().heldBy(People.FIRST));
        desk.refuses("HELD_BY_ANOTHER", () -> request(desk, People.SECOND, CHANGES, "tampak", null));
    }

    @Test
    void it_uses_up_the_reopening_and_the_report_is_approved_by_nobody() {
        ReportDesk desk = ReportDesk.with(aReport().reopened());
        Report report = request(desk, People.SECOND, CHANGES, "tampak 91", null);
        assertThat(report.reopenings()).extracting(Reopening::state).containsExactly(Reopening.State.USED);
        assertThat(report.approvedBy()).isNull();
        assertThat(report.approvedAt()).isNull();
    }

    @Test
    void one_correction_is_asked_for_at_a_time() {
        ReportDesk desk = ready();
        request(desk, People.FIRST, CHANGES, "tampak 91", null);
        desk.refuses("NOT_NOW", () -> request(desk, People.FIRST, CHANGES, "tampak 91", null));
    }

    @Test
    void only_what_is_checked_is_corrected() {
        for (ReportStatus status :
                EnumSet.complementOf(EnumSet.of(ReportStatus.LOCKED, ReportStatus.RECHECK, ReportStatus.REOPENED))) {
            ReportDesk desk = ReportDesk.with(aReport().in(status));
            desk.refuses("NOT_NOW", () -> request(desk, People.THIRD, CHANGES, "tampak", null));
        }
    }

    private static Spot spot(UUID photo, int x) {
        return new Spot(photo, x, 100, 100, 100);
    }

    private static Report request(
            ReportDesk desk, Actor verifier, Map<String, ?> changes, String reason, @Nullable Spot spot) {
        return useCase(desk).execute(verifier, desk.address(), changes, reason, spot, null);
    }

    private static RequestCorrection useCase(ReportDesk desk) {
        return new RequestCorrection(desk.inHand, desk.figures, desk.process, desk.review, desk.photos);
    }
}
