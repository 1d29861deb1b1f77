package id.deskpemilu.report.usecase;

import static id.deskpemilu.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Transactions;
import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.ContestsInMemory;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.RoundsInMemory;
import id.deskpemilu.election.StationsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ContestOpened;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.RecordingReportProcess;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportMother.People;
import id.deskpemilu.report.ReportsAwaited;
import id.deskpemilu.report.ReportsInMemory;
import id.deskpemilu.report.usecase.OpenContest.Progress;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenContestTest {

    private static final int STATIONS = CaseBatches.SIZE * 2 + 3;
    private static final Actor ADMIN = People.person("admin", Role.ADMIN, new RegionCode("9801"));

    private final List<StationCode> stations = IntStream.rangeClosed(1, STATIONS)
            .mapToObj(number -> new StationCode("9801012001%03d".formatted(number)))
            .toList();
    private final Contest contest = ReportMother.contest();
    private final ContestsInMemory contests = new ContestsInMemory(contest);
    private final ReportsInMemory reports = new ReportsInMemory();
    private final RecordingReportProcess process = new RecordingReportProcess(report -> {});
    private final RecordingLog log = new RecordingLog();
    private final List<Object> events = new ArrayList<>();
    private final Transactions transactions = new Transactions();

    @Test
    void every_station_gets_its_case_in_batches_and_then_it_is_open() {
        assertThat(open(ADMIN)).isEqualTo(new Progress(STATIONS, STATIONS, STATIONS));
        assertThat(contest.state()).isEqualTo(Contest.State.OPEN);
        assertThat(reports.saved()).extracting(Report::station).containsExactlyElementsOf(stations);
        assertThat(process.reports())
                .containsExactlyElementsOf(
                        reports.saved().stream().map(Report::id).toList());
        assertThat(events).hasSize(4).last().isEqualTo(new ContestOpened(contest));
        assertThat(((ReportsAwaited) events.get(0)).reports()).hasSize(CaseBatches.SIZE);
        assertThat(((ReportsAwaited) events.get(2)).reports()).hasSize(3);
        assertThat(transactions.kept()).isEqualTo(6); // to begin, three batches, one that finds nothing, to end
        assertThat(log.lines())
                .containsExactly(new RecordingLog.Line(
                        "admin", "contest:" + contest.id(), "ContestOpened", Map.of("contest", "bupati")));
    }

    @Test
    void opened_again_no_station_gets_a_second_case() {
        open(ADMIN);
        assertThat(open(ADMIN)).isEqualTo(new Progress(0, STATIONS, STATIONS));
        assertThat(reports.saved()).hasSize(STATIONS);
        assertThat(contest.state()).isEqualTo(Contest.State.OPEN);
    }

    @Test
    void interrupted_it_goes_on_where_it_stopped() {
        long id = useCase().begin(ADMIN, "uji", "bupati");
        reports.save(Report.awaited(contest, stations.get(0)));
        assertThat(contest.state()).isEqualTo(Contest.State.OPENING);
        assertThat(contests.opening()).containsExactly(contest);
        assertThat(useCase().finish(id)).isEqualTo(new Progress(STATIONS - 1, STATIONS, STATIONS));
    }

    @Test
    void a_closed_contest_opens_again_with_the_cases_it_has() {
        open(ADMIN);
        contest.close();
        assertThat(open(ADMIN).created()).isZero();
        assertThat(contest.takesReports()).isTrue();
    }

    @Test
    void without_a_ballot_it_is_not_opened() {
        contest.setBallot(new RegionCode("9801"), List.of(Choice.of(1, "Paslon 1")));
        refuses("BALLOT_EMPTY", ADMIN);
    }

    @Test
    void when_the_election_is_over_it_is_not_opened() {
        contest.election().enter(Phase.LOCKED);
        refuses("PHASE_NOT_RUNNING", ADMIN);
    }

    @Test
    void only_an_administrator_of_all_its_stations_opens_it() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                refuses("ROLE_MISSING", People.person("orang.lain", role, new RegionCode("98")));
            }
        }
        refuses("REGION_FOREIGN", People.person("tetangga", Role.ADMIN, new RegionCode("9802")));
    }

    @Test
    void a_contest_that_there_is_not_is_not_opened() {
        refused("CONTEST_UNKNOWN", () -> useCase().execute(ADMIN, "uji", ContestType.GUBERNUR.slug()));
        refused("CONTEST_UNKNOWN", () -> useCase().execute(ADMIN, "lain", "bupati"));
    }

    private Progress open(Actor admin) {
        return useCase().execute(admin, "uji", "bupati");
    }

    private void refuses(String code, Actor admin) {
        refused(code, () -> open(admin));
        assertThat(contest.state()).isEqualTo(Contest.State.PREPARED);
        assertThat(log.lines()).isEmpty();
        assertThat(reports.saved()).isEmpty();
        assertThat(events).isEmpty();
    }

    private OpenContest useCase() {
        return new OpenContest(
                contests,
                BallotMother.ballots(FormMother.forms(), new RoundsInMemory()),
                ElectionMother.jurisdiction(new StationsInMemory(stations.toArray(StationCode[]::new))),
                new CaseBatches(contests, reports, process, events::add, transactions),
                log,
                null,
                events::add,
                transactions) {
            @Override
            List<StationCode> stationsWithoutCase(Contest of) {
                return stations.stream()
                        .filter(station -> reports.find(of.id(), station).isEmpty())
                        .limit(CaseBatches.SIZE)
                        .toList();
            }

            @Override
            public Progress progress(long contestId) {
                return new Progress(0, reports.saved().size(), STATIONS);
            }
        };
    }
}
