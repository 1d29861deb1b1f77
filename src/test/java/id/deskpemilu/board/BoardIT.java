package id.deskpemilu.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the board says of an election, level by level. */
class BoardIT extends RunningDesk {

    @Autowired
    private BoardReader reader;

    @Autowired
    private JdbcClient jdbc;

    private TestElection election;

    @BeforeEach
    void an_open_contest() {
        election = testElections.running(ContestType.BUPATI, 3);
        testElections.staff(election);
        testElections.assign("operator.melati", "OPERATOR", election.village(2));
        post("admin", election.contest("bupati") + "/open", null);
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void before_the_first_report_everything_is_outstanding() {
        Board board = board(election.regency());
        Board.OfContest contest = board.contests().get(0);
        assertThat(contest.count().all()).isEqualTo(6);
        assertThat(contest.count().missing()).isEqualTo(6);
        assertThat(contest.count().voters().dptOutstanding()).isEqualTo(6 * 289);
        assertThat(contest.count().voters().turnout()).isNull();
        assertThat(contest.outlook().kind()).isEqualTo(Outlook.Kind.WINNER);
        assertThat(contest.outlook().missing()).isEqualTo(6 * 297);
        assertThat(contest.outlook().canStillChange()).isTrue();
        assertThat(contest.arrivals().points()).isEmpty();
        assertThat(contest.oldest()).isNull();
        assertThat(board.chase())
                .extracting(chase -> chase.village().digits())
                .containsExactly(election.village(1), election.village(2));
        assertThat(board.mismatch()).isNull();
        assertThat(board.election().rehearsal()).isFalse();
    }

    @Test
    void reported_and_missing_are_all_and_the_parts_are_the_whole_at_every_level() {
        send(1, 1);
        send(1, 2);
        send(2, 1);
        approve("verifikator.satu", report(1, 1));
        for (String region : List.of(election.regency().substring(0, 2), election.regency(), election.district())) {
            Board.OfContest contest = board(region).contests().get(0);
            assertAdds(contest.count());
            contest.parts().forEach(part -> assertAdds(part.count()));
            assertThat(contest.parts().stream()
                            .mapToInt(part -> part.count().reported())
                            .sum())
                    .isEqualTo(contest.count().reported())
                    .isEqualTo(3);
            assertThat(contest.parts().stream()
                            .mapToInt(part -> part.count().missing())
                            .sum())
                    .isEqualTo(3);
            assertThat(contest.count().votes()).containsEntry(2, 3 * 108L);
            assertThat(contest.count().unverified()).isEqualTo(2);
            assertThat(contest.stations()).isEmpty();
        }
        Board desa = board(election.village(1));
        Board.OfContest contest = desa.contests().get(0);
        assertThat(contest.parts()).isEmpty();
        assertThat(contest.stations()).hasSize(3);
        assertThat(contest.count().missing()).isEqualTo(1);
        assertThat(desa.chase()).hasSize(1);
        assertThat(desa.chase().get(0).contests().get(0).missing()).isEqualTo(1);
        assertThat(desa.chase().get(0).contests().get(0).votes()).isEqualTo(297);
    }

    @Test
    void reports_arrive_by_the_clock_and_the_oldest_waits_for_a_verifier() {
        send(1, 1);
        send(2, 1);
        Board.OfContest contest = board(election.regency()).contests().get(0);
        List<Board.Arrived> points = contest.arrivals().points();
        assertThat(points.get(points.size() - 1).reported()).isEqualTo(2);
        assertThat(points.get(points.size() - 1).at())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plus(Duration.ofMinutes(5)));
        assertThat(contest.oldest()).isNotNull();
        assertThat(contest.oldest().station().digits()).isEqualTo(election.station(1, 1));
        assertThat(board(election.village(2))
                        .contests()
                        .get(0)
                        .oldest()
                        .station()
                        .digits())
                .isEqualTo(election.station(2, 1));
        approve("verifikator.satu", report(1, 1));
        assertThat(board(election.regency())
                        .contests()
                        .get(0)
                        .oldest()
                        .station()
                        .digits())
                .isEqualTo(election.station(2, 1));
        approve("verifikator.satu", report(2, 1));
        assertThat(board(election.regency()).contests().get(0).oldest()).isNull();
    }

    @Test
    void the_plan_is_a_line_between_its_hours_in_the_zone_of_the_region() {
        Board.Arrivals arrivals = board(election.regency()).contests().get(0).arrivals();
        assertThat(arrivals.planned(Instant.parse("2024-11-27T05:00:00Z"))).isZero(); // 12.00 WIB
        assertThat(arrivals.planned(Instant.parse("2024-11-27T07:30:00Z"))).isEqualTo(11.5); // 14.30
        assertThat(arrivals.planned(Instant.parse("2024-11-28T07:30:00Z"))).isEqualTo(100);
    }

    @Test
    void nothing_can_change_any_more_when_all_reports_are_in() {
        for (int station = 1; station <= 3; station++) {
            send(1, station);
            send(2, station);
        }
        Board board = board(election.regency());
        Outlook outlook = board.contests().get(0).outlook();
        assertThat(outlook.order().get(0).number()).isEqualTo(2);
        assertThat(outlook.open()).isZero();
        assertThat(outlook.canStillChange()).isFalse();
        assertThat(board.chase()).isEmpty();
        // in a desa nobody wins: the votes of the others count too
        assertThat(board(election.village(1)).contests().get(0).outlook().kind())
                .isEqualTo(Outlook.Kind.ORDER);
    }

    @Test
    void a_report_held_apart_or_being_corrected_is_open_with_all_its_ballots() {
        for (int station = 1; station <= 3; station++) {
            send(1, station);
            send(2, station);
        }
        readPhoto("verifikator.satu", report(1, 1));
        assertThat(post(
                                "verifikator.satu",
                                report(1, 1) + "/corrections",
                                Map.of("changes", Map.of("suara_1", 80), "reason", "tampak lain"))
                        .status())
                .isEqualTo(201);
        Outlook outlook = board(election.regency()).contests().get(0).outlook();
        assertThat(outlook.held()).isEqualTo(297);
        assertThat(outlook.missing()).isZero();
        assertThat(board(election.regency()).contests().get(0).count().open().heldVotes())
                .containsEntry(2, 108L);
    }

    @Test
    void the_version_changes_with_the_content_and_with_nothing_else() {
        String before = board(election.regency()).version();
        assertThat(board(election.regency()).version()).isEqualTo(before);
        String other = board(election.village(2)).version();
        send(1, 1);
        assertThat(board(election.regency()).version()).isNotEqualTo(before).hasSize(16);
        assertThat(board(election.village(2)).version()).isEqualTo(other);
    }

    @Test
    void a_wrong_sum_is_told_on_the_board() {
        jdbc.sql("""
                        insert into desk.recap_check (election_id, at, wrong, sample)
                        select id, now(), 3, '["x"]' from desk.election where code = ?
                        """).param(election.code()).update();
        assertThat(board(election.regency()).mismatch()).isNotNull();
        assertThat(board(election.regency()).mismatch().sums()).isEqualTo(3);
    }

    @Test
    void only_the_own_region_is_read() {
        Actor stranger = new Actor(
                "x", "x", Set.of(Role.SUPERVISOR), List.of(new Actor.Scope(Role.SUPERVISOR, new RegionCode("11"))));
        assertThatThrownBy(() -> reader.read(stranger, election.code(), new RegionCode(election.regency())))
                .hasMessage("REGION_FOREIGN");
        assertThatThrownBy(() -> reader.read(election.code(), new RegionCode("99")))
                .hasMessage("REGION_UNKNOWN");
        assertThatThrownBy(() -> reader.read("tidak-ada", new RegionCode(election.regency())))
                .hasMessage("ELECTION_UNKNOWN");
    }

    @Test
    void a_contest_weighs_less_the_further_the_lead_is_beyond_what_is_open() {
        assertThat(ChaseOrder.weight(outlook(100, 100))).isEqualTo(1);
        assertThat(ChaseOrder.weight(outlook(0, 0))).isEqualTo(1);
        assertThat(ChaseOrder.weight(outlook(200, 100))).isEqualTo(0.5);
        assertThat(ChaseOrder.weight(outlook(10_000, 100))).isEqualTo(ChaseOrder.LEAST);
    }

    private static Outlook outlook(long lead, long open) {
        return new Outlook(Outlook.Kind.WINNER, List.of(), lead, open, 0, 0, 0, List.of(), List.of());
    }

    private static void assertAdds(Progress.Count count) {
        assertThat(count.reported() + count.missing()).isEqualTo(count.all());
        assertThat(count.approved() + count.unverified()).isEqualTo(count.reported());
    }

    private Board board(String region) {
        Actor supervisor = new Actor(
                "supervisor",
                "Supervisor",
                Set.of(Role.SUPERVISOR),
                List.of(new Actor.Scope(Role.SUPERVISOR, new RegionCode(region.substring(0, 2)))));
        return reader.read(supervisor, election.code(), new RegionCode(region));
    }

    private String report(int village, int station) {
        return election.report("bupati", election.station(village, station));
    }

    private void send(int village, int station) {
        Map<String, Object> paper = new HashMap<>(Map.of(
                "figures", TallyMother.consistentFigures(),
                "votes", TallyMother.consistentVotes(),
                "confirmed", true,
                "explanations", Map.of("X1", "sama", "X2", "sama", "X3", "sama", "X4", "sama", "S4", "sama")));
        Answer answer = submit(
                "operator.melati", report(village, station), "papan-" + election.station(village, station), paper);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }
}
