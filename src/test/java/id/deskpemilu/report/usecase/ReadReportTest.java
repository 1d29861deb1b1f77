package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.STATION;
import static id.deskpemilu.report.ReportMother.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Phase;
import id.deskpemilu.election.StationsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReviewMother;
import id.deskpemilu.report.usecase.ReadReport.Dossier;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import org.junit.jupiter.api.Test;

class ReadReportTest {

    private ReportDesk desk = ReportDesk.with(aReport().locked());

    @Test
    void all_that_is_known_of_it_is_there() {
        desk.log.append("melati", "report:" + desk.report.id(), "Submitted", "");
        Dossier dossier = read(People.FIRST, desk.address());
        assertThat(dossier.report()).isSameAs(desk.report);
        assertThat(dossier.station().code()).isEqualTo(STATION);
        assertThat(dossier.round().number()).isEqualTo(1);
        assertThat(dossier.ballot().choices()).hasSize(3);
        assertThat(dossier.form().figures()).isNotEmpty();
        assertThat(dossier.history()).extracting(event -> event.type()).containsExactly("Submitted");
        assertThat(dossier.step()).isNull();
        assertThat(dossier.veiled()).isFalse();
        assertThat(dossier.actions()).isEqualTo(desk.report.actionsFor(People.FIRST));
    }

    @Test
    void when_the_election_is_over_nobody_does_anything() {
        desk.contest().election().enter(Phase.LOCKED);
        assertThat(read(People.FIRST, desk.address()).actions()).isEmpty();
    }

    @Test
    void a_contest_that_takes_no_reports_is_not_sent_any() {
        desk = ReportDesk.with(aReport());
        assertThat(read(People.OPERATOR, desk.address()).actions()).containsExactly(Action.SUBMIT);
        assertThat(read(People.COORDINATOR, desk.address()).actions()).containsExactly(Action.SUBMIT_ON_BEHALF);
        desk.contest().close();
        assertThat(read(People.OPERATOR, desk.address()).actions()).isEmpty();
        assertThat(read(People.COORDINATOR, desk.address()).actions()).isEmpty();
    }

    @Test
    void whoever_reads_blind_sees_that_the_figures_are_veiled() {
        desk = ReportDesk.with(aReport().blind().locked());
        assertThat(read(People.FIRST, desk.address()).veiled()).isTrue();
        assertThat(read(People.SUPERVISOR, desk.address()).veiled()).isFalse();
    }

    @Test
    void a_superseded_round_stays_readable_and_one_that_there_is_not_is_not() {
        desk.superseded();
        desk.reports.save(Report.awaited(desk.contest(), STATION, 2));
        assertThat(read(People.FIRST, desk.address()).report().round()).isEqualTo(2);
        assertThat(read(People.FIRST, round(1)).report()).isSameAs(desk.report);
        assertThat(read(People.FIRST, round(1)).rounds()).hasSize(2);
        desk.refuses("ROUND_UNKNOWN", () -> read(People.FIRST, round(3)));
    }

    @Test
    void a_station_that_was_taken_out_is_not_shown() {
        desk.refuses("REPORT_UNKNOWN", () -> useCase(new StationsInMemory()).execute(People.FIRST, desk.address()));
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

    private static ReportAddress round(int number) {
        return new ReportAddress("uji", "bupati", STATION, number);
    }

    private Dossier read(Actor reader, ReportAddress address) {
        return useCase(new StationsInMemory(STATION)).execute(reader, address);
    }

    private ReadReport useCase(StationsInMemory stations) {
        return new ReadReport(
                desk.contests,
                desk.reports,
                stations,
                desk.rounds,
                desk.figures,
                ReviewMother.log(desk.log),
                desk.process);
    }
}
