package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoEvent;
import id.deskpemilu.report.evidence.PhotosInMemory;
import id.deskpemilu.report.usecase.MovePhoto.Command;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovePhotoTest {

    private static final StationCode OTHER = new StationCode("9801012001002");

    private final ReportDesk desk = ReportDesk.with(aReport().locked());
    private final Report target = Report.awaited(desk.contest(), OTHER);
    private final Photo photo = desk.photos.sent(desk.report.id(), 2, "foto", People.OPERATOR, ReportMother.NOW);

    MovePhotoTest() {
        desk.reports.save(target);
    }

    @Test
    void it_goes_to_the_report_that_it_shows_as_the_same_page() {
        Photo moved = move(People.FIRST, OTHER.digits(), null, " tertukar ");
        assertThat(moved.report()).isEqualTo(target.id());
        assertThat(moved.page()).isEqualTo(2);
        assertThat(desk.photos.of(desk.report.id())).isEmpty();
        assertThat(desk.log.lines())
                .containsExactly(
                        new RecordingLog.Line(
                                "verifikator.satu",
                                "report:" + desk.report.id(),
                                "PhotoMovedAway",
                                new PhotoEvent.PhotoMovedAway(photo.id(), 2, OTHER.digits(), "bupati", "tertukar")),
                        new RecordingLog.Line(
                                "verifikator.satu",
                                "report:" + target.id(),
                                "PhotoMovedHere",
                                new PhotoEvent.PhotoMovedHere(photo.id(), 2, STATION.digits(), "bupati", "tertukar")));
    }

    @Test
    void it_becomes_the_newest_version_of_its_page_there_and_can_be_moved_back() {
        desk.photos.sent(target.id(), 3, "lain", People.OPERATOR, ReportMother.NOW);
        Photo moved = move(People.SUPERVISOR, "98.01.01.2001.002", 3, "tertukar");
        assertThat(moved.page()).isEqualTo(3);
        assertThat(moved.version()).isEqualTo(2);
        Photo back = useCase()
                .execute(
                        People.FIRST,
                        new ReportAddress("uji", "bupati", OTHER),
                        photo.id(),
                        new Command(STATION.digits(), "bupati", null, "benar tadi"));
        assertThat(back.report()).isEqualTo(desk.report.id());
    }

    @Test
    void what_goes_where_it_is_stays() {
        desk.refuses("PHOTO_STAYS", () -> move(People.FIRST, STATION.digits(), 3, "tertukar"));
    }

    @Test
    void a_withdrawn_photo_is_not_moved() {
        desk.photos.withdraw(photo, People.OPERATOR, ReportMother.NOW, "kabur");
        desk.refuses("PHOTO_WITHDRAWN", () -> move(People.FIRST, OTHER.digits(), null, "tertukar"));
    }

    @Test
    void a_photo_of_another_report_is_none_of_this_one() {
        UUID foreign = desk.photos
                .sent(target.id(), 2, "foto", People.OPERATOR, ReportMother.NOW)
                .id();
        desk.refuses(
                "PHOTO_UNKNOWN",
                () -> useCase()
                        .execute(
                                People.FIRST,
                                desk.address(),
                                foreign,
                                new Command(OTHER.digits(), null, null, "tertukar")));
    }

    @Test
    void a_form_has_pages_from_1_to_99() {
        for (int page : new int[] {0, 100}) {
            desk.refuses("PHOTO_PAGE", () -> move(People.FIRST, OTHER.digits(), page, "tertukar"));
        }
    }

    @Test
    void it_is_moved_for_a_reason() {
        desk.refuses("REASON_MISSING", () -> move(People.FIRST, OTHER.digits(), null, " "));
        desk.refuses("TEXT_TOO_LONG", () -> move(People.FIRST, OTHER.digits(), null, "a".repeat(501)));
    }

    @Test
    void it_is_moved_only_to_a_report_that_there_is() {
        desk.refuses("REPORT_UNKNOWN", () -> move(People.FIRST, "9801012001003", null, "tertukar"));
        desk.refuses("REPORT_UNKNOWN", () -> move(People.FIRST, "980101", null, "tertukar"));
    }

    @Test
    void whoever_moves_it_verifies_or_supervises_both_stations() {
        for (Role role : Role.values()) {
            if (role != Role.VERIFIER && role != Role.SUPERVISOR) {
                Actor other = People.person("orang.lain", role, new RegionCode("98"));
                desk.refuses("ROLE_MISSING", () -> move(other, OTHER.digits(), null, "tertukar"));
            }
        }
        desk.refuses("REGION_FOREIGN", () -> move(People.FIRST, "9801022001001", null, "tertukar"));
        Actor neighbour = People.person("tetangga", Role.VERIFIER, new RegionCode("980102"));
        desk.refuses("REGION_FOREIGN", () -> move(neighbour, OTHER.digits(), null, "tertukar"));
    }

    @Test
    void nothing_moves_when_the_election_is_over() {
        desk.locked();
        desk.refuses("PHASE_NOT_RUNNING", () -> move(People.FIRST, OTHER.digits(), null, "tertukar"));
    }

    private Photo move(Actor actor, String station, @Nullable Integer page, String reason) {
        return useCase().execute(actor, desk.address(), photo.id(), new Command(station, null, page, reason));
    }

    private MovePhoto useCase() {
        return new MovePhoto(desk.inHand, desk.photos, PhotosInMemory.log(desk.log));
    }
}
