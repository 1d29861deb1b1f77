package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.StationsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.evidence.Photo;
import id.deskpemilu.report.evidence.PhotoState;
import id.deskpemilu.report.evidence.PhotosInMemory;
import id.deskpemilu.report.usecase.ReadPhotos.Album;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import org.junit.jupiter.api.Test;

class ReadPhotosTest {

    private final ReportDesk desk = ReportDesk.with(aReport().locked());

    @Test
    void the_photos_that_count_are_those_sent_last() {
        sent(1, "a");
        sent(1, "b");
        sent(2, "c");
        Album album = read(People.SUPERVISOR, desk.address());
        assertThat(album.report()).isSameAs(desk.report);
        assertThat(album.station().code()).isEqualTo(STATION);
        assertThat(album.evidence().current()).extracting(Photo::receivedSha256).containsExactly("b", "c");
        assertThat(album.evidence().expected()).isEqualTo(3);
        assertThat(album.evidence().state()).isEqualTo(PhotoState.of(2, 3));
    }

    @Test
    void a_station_that_was_taken_out_is_not_shown() {
        desk.refuses(
                "REPORT_UNKNOWN",
                () -> new ReadPhotos(
                                desk.contests,
                                desk.reports,
                                new StationsInMemory(),
                                desk.photos,
                                PhotosInMemory.settings())
                        .execute(People.SUPERVISOR, desk.address()));
    }

    @Test
    void everybody_of_the_region_sees_it_and_nobody_else() {
        for (Role role : Role.OF_PEOPLE) {
            assertThat(read(People.person("orang", role, STATION.village()), desk.address())
                            .report())
                    .isSameAs(desk.report);
        }
        Actor neighbour = People.person("tetangga", Role.SUPERVISOR, new RegionCode("9802"));
        desk.refuses("REGION_FOREIGN", () -> read(neighbour, desk.address()));
        Actor program = People.person("program", Role.SENDER, new RegionCode("98"));
        desk.refuses("REGION_FOREIGN", () -> read(program, desk.address()));
    }

    @Test
    void a_report_that_there_is_not_is_not_seen() {
        ReportAddress other = new ReportAddress("uji", "bupati", new StationCode("9801012001002"));
        desk.refuses("REPORT_UNKNOWN", () -> read(People.SUPERVISOR, other));
        desk.refuses("CONTEST_UNKNOWN", () -> read(People.SUPERVISOR, new ReportAddress("uji", "ppwp", STATION)));
    }

    private void sent(int page, String content) {
        desk.photos.sent(desk.report.id(), page, content, People.OPERATOR, ReportMother.NOW);
    }

    private Album read(Actor reader, ReportAddress address) {
        return new ReadPhotos(
                        desk.contests,
                        desk.reports,
                        new StationsInMemory(STATION),
                        desk.photos,
                        PhotosInMemory.settings())
                .execute(reader, address);
    }
}
