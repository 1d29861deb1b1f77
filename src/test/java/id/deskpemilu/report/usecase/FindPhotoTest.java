package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindPhotoTest {

    private final ReportDesk desk = ReportDesk.with(aReport().locked());
    private final Photo photo = desk.photos.sent(desk.report.id(), 2, "foto", People.OPERATOR, ReportMother.NOW);

    @Test
    void everybody_of_the_region_sees_it_and_nobody_else() {
        for (Role role : Role.OF_PEOPLE) {
            assertThat(find(People.person("orang", role, STATION.village()), desk.address()))
                    .isEqualTo(photo);
        }
        Actor neighbour = People.person("tetangga", Role.SUPERVISOR, new RegionCode("9802"));
        desk.refuses("REGION_FOREIGN", () -> find(neighbour, desk.address()));
        Actor program = People.person("program", Role.SENDER, new RegionCode("98"));
        desk.refuses("REGION_FOREIGN", () -> find(program, desk.address()));
    }

    @Test
    void a_report_that_there_is_not_is_not_seen() {
        ReportAddress other = new ReportAddress("uji", "bupati", new StationCode("9801012001002"));
        desk.refuses("REPORT_UNKNOWN", () -> find(People.SUPERVISOR, other));
        desk.refuses("CONTEST_UNKNOWN", () -> find(People.SUPERVISOR, new ReportAddress("uji", "ppwp", STATION)));
    }

    @Test
    void a_photo_of_another_report_is_none_of_this_one() {
        UUID other = desk.photos
                .sent(aReport().report().id(), 2, "foto", People.OPERATOR, ReportMother.NOW)
                .id();
        desk.refuses(
                "PHOTO_UNKNOWN",
                () -> new FindPhoto(desk.contests, desk.reports, desk.photos)
                        .execute(People.SUPERVISOR, desk.address(), other));
    }

    private Photo find(Actor reader, ReportAddress address) {
        return new FindPhoto(desk.contests, desk.reports, desk.photos).execute(reader, address, photo.id());
    }
}
