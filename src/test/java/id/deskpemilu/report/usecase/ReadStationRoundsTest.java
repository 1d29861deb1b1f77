package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.usecase.ReadStationRounds.Item;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadStationRoundsTest {

    private final ReportDesk desk = ReportDesk.with(aReport().locked());

    @Test
    void the_first_round_counts_until_another_one_was_opened() {
        assertThat(read(People.SUPERVISOR, desk.address()))
                .extracting(item -> item.round().number(), Item::status, Item::current)
                .containsExactly(tuple(1, ReportStatus.LOCKED, true));
        desk.superseded();
        desk.reports.save(Report.awaited(desk.contest(), STATION, 2));
        assertThat(read(People.SUPERVISOR, desk.address()))
                .extracting(item -> item.round().number(), Item::status, Item::current)
                .containsExactly(tuple(1, ReportStatus.LOCKED, false), tuple(2, ReportStatus.AWAITED, true));
    }

    @Test
    void everybody_of_the_region_sees_it_and_nobody_else() {
        for (Role role : Role.OF_PEOPLE) {
            assertThat(read(People.person("orang", role, STATION.village()), desk.address()))
                    .hasSize(1);
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

    private List<Item> read(Actor reader, ReportAddress address) {
        return new ReadStationRounds(desk.contests, desk.reports, desk.rounds).execute(reader, address);
    }
}
