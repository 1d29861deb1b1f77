package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoEvent;
import id.deskpemilu.report.evidence.PhotosInMemory;
import id.deskpemilu.shared.RegionCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WithdrawPhotoTest {

    private final ReportDesk desk = ReportDesk.with(aReport().locked());
    private final Photo photo = sent(desk);

    @Test
    void it_does_not_count_any_more_and_stays_readable() {
        withdraw(People.OPERATOR, photo.id(), " kabur ");
        Photo withdrawn = desk.photos.get(desk.report.id(), photo.id());
        assertThat(withdrawn.withdrawn()).isEqualTo(new Photo.Act("melati", "melati", ReportDesk.LATER, "kabur"));
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "melati",
                        "report:" + desk.report.id(),
                        "PhotoWithdrawn",
                        new PhotoEvent.PhotoWithdrawn(photo.id(), 2, 1, "kabur")));
        assertThat(desk.reports.saved()).isEmpty();
    }

    @Test
    void it_is_withdrawn_once() {
        withdraw(People.OPERATOR, photo.id(), "kabur");
        desk.refuses("PHOTO_WITHDRAWN", () -> withdraw(People.OPERATOR, photo.id(), "kabur"));
        desk.refuses("PHOTO_WITHDRAWN", () -> withdraw(People.FIRST, photo.id(), "kabur"));
    }

    @Test
    void what_a_verifier_looks_at_the_operator_leaves_as_it_is_and_the_verifier_does_not() {
        ReportDesk opened = ReportDesk.with(aReport().locked().heldBy(People.FIRST));
        Photo seen = sent(opened);
        opened.refuses(
                "PHOTO_UNDER_REVIEW",
                () -> useCase(opened).execute(People.OPERATOR, opened.address(), seen.id(), "kabur"));
        useCase(opened).execute(People.SECOND, opened.address(), seen.id(), "bukan TPS ini");
        assertThat(opened.photos.get(opened.report.id(), seen.id()).stands()).isFalse();
    }

    @Test
    void a_withdrawal_has_a_reason() {
        desk.refuses("REASON_MISSING", () -> withdraw(People.OPERATOR, photo.id(), " "));
        desk.refuses("TEXT_TOO_LONG", () -> withdraw(People.OPERATOR, photo.id(), "a".repeat(501)));
    }

    @Test
    void a_photo_of_another_report_is_none_of_this_one() {
        UUID other = desk.photos
                .sent(aReport().report().id(), 2, "foto", People.OPERATOR, ReportMother.NOW)
                .id();
        desk.refuses("PHOTO_UNKNOWN", () -> withdraw(People.OPERATOR, other, "kabur"));
    }

    @Test
    void only_operators_and_verifiers_of_the_station_withdraw_it() {
        for (Role role : Role.values()) {
            if (role != Role.OPERATOR && role != Role.VERIFIER) {
                Actor other = People.person("orang.lain", role, STATION.village());
                desk.refuses("ROLE_MISSING", () -> withdraw(other, photo.id(), "kabur"));
            }
        }
        Actor neighbour = People.person("tetangga", Role.OPERATOR, new RegionCode("9801012002"));
        desk.refuses("REGION_FOREIGN", () -> withdraw(neighbour, photo.id(), "kabur"));
    }

    @Test
    void nothing_moves_when_the_election_is_over_or_a_later_round_was_opened() {
        ReportDesk over = ReportDesk.with(aReport().locked()).locked();
        UUID last = sent(over).id();
        over.refuses("PHASE_NOT_RUNNING", () -> useCase(over).execute(People.FIRST, over.address(), last, "kabur"));
        desk.superseded();
        ReportAddress first = new ReportAddress("uji", "bupati", STATION, 1);
        desk.refuses("SUPERSEDED", () -> useCase(desk).execute(People.FIRST, first, photo.id(), "kabur"));
        desk.refuses("REPORT_UNKNOWN", () -> withdraw(People.FIRST, photo.id(), "kabur"));
    }

    private static Photo sent(ReportDesk at) {
        return at.photos.sent(at.report.id(), 2, "foto", People.OPERATOR, ReportMother.NOW);
    }

    private void withdraw(Actor actor, UUID id, String reason) {
        useCase(desk).execute(actor, desk.address(), id, reason);
    }

    private static WithdrawPhoto useCase(ReportDesk at) {
        return new WithdrawPhoto(at.inHand, at.photos, PhotosInMemory.log(at.log));
    }
}
