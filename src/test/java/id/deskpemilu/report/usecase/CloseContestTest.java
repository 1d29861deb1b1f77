package id.deskpemilu.report.usecase;

import static id.deskpemilu.Refusals.refused;
import static id.deskpemilu.report.ReportMother.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestsInMemory;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.election.StationsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ContestClosed;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloseContestTest {

    private static final Actor ADMIN = People.person("admin", Role.ADMIN, new RegionCode("9801"));

    private final Contest contest = ReportMother.contest();
    private final ContestsInMemory contests = new ContestsInMemory(contest);
    private final RecordingLog log = new RecordingLog();
    private final List<Object> events = new ArrayList<>();

    @Test
    void it_takes_no_further_report_and_that_is_announced() {
        open();
        close(ADMIN);
        assertThat(contest.state()).isEqualTo(Contest.State.CLOSED);
        assertThat(contest.takesReports()).isFalse();
        assertThat(log.lines())
                .containsExactly(new RecordingLog.Line(
                        "admin", "contest:" + contest.id(), "ContestClosed", Map.of("contest", "bupati")));
        assertThat(events).containsExactly(new ContestClosed(contest));
    }

    @Test
    void closing_it_again_leaves_it_closed() {
        open();
        close(ADMIN);
        close(ADMIN);
        assertThat(contest.state()).isEqualTo(Contest.State.CLOSED);
    }

    @Test
    void what_is_not_open_is_not_closed() {
        refuses("CONTEST_NOT_OPEN", ADMIN);
        contest.beginOpening();
        refuses("CONTEST_NOT_OPEN", ADMIN);
    }

    @Test
    void only_an_administrator_of_all_its_stations_closes_it() {
        open();
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                refuses("ROLE_MISSING", People.person("orang.lain", role, new RegionCode("98")));
            }
        }
        refuses("REGION_FOREIGN", People.person("tetangga", Role.ADMIN, new RegionCode("9802")));
        refuses("REGION_FOREIGN", People.person("camat", Role.ADMIN, new RegionCode("980102")));
        assertThat(contest.state()).isEqualTo(Contest.State.OPEN);
    }

    @Test
    void an_administrator_of_a_part_closes_it_if_no_station_lies_elsewhere() {
        open();
        close(People.person("camat", Role.ADMIN, STATION.village()));
        assertThat(contest.state()).isEqualTo(Contest.State.CLOSED);
    }

    @Test
    void a_contest_that_there_is_not_is_not_closed() {
        refused("CONTEST_UNKNOWN", () -> useCase().execute(ADMIN, "uji", "gubernur"));
        refused("CONTEST_UNKNOWN", () -> useCase().execute(ADMIN, "lain", "bupati"));
    }

    private void open() {
        contest.beginOpening();
        contest.opened();
    }

    private void close(Actor admin) {
        useCase().execute(admin, "uji", "bupati");
    }

    private void refuses(String code, Actor admin) {
        Contest.State before = contest.state();
        refused(code, () -> close(admin));
        assertThat(contest.state()).isEqualTo(before);
        assertThat(log.lines()).isEmpty();
        assertThat(events).isEmpty();
    }

    private CloseContest useCase() {
        return new CloseContest(contests, ElectionMother.jurisdiction(new StationsInMemory(STATION)), log, events::add);
    }
}
