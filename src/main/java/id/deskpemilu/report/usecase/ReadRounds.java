package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.UseCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists the rounds of a contest; everybody of the desk may know of them. */
@UseCase(readOnly = true)
public class ReadRounds {

    private final Contests contests;
    private final Rounds rounds;
    private final JdbcClient jdbc;

    ReadRounds(Contests contests, Rounds rounds, JdbcClient jdbc) {
        this.contests = contests;
        this.rounds = rounds;
        this.jdbc = jdbc;
    }

    /**
     * A round and how far it is.
     *
     * @param round the round
     * @param ballot what its stations vote on
     * @param stations stations that it names; for the first round, those that have a case
     * @param cases stations whose case in it has begun
     * @param reported stations that have reported in it
     * @param superseded stations that have moved on to a later round
     */
    public record Item(Round round, List<Choice> ballot, int stations, int cases, int reported, int superseded) {}

    private record Count(int cases, int reported, int superseded) {}

    /** The rounds, the first one first. */
    public List<Item> execute(Actor reader, String election, String slug) {
        Contest contest = contests.get(election, slug);
        Map<Integer, Count> counts = new HashMap<>();
        jdbc.sql("""
                        select round, count(*) cases, count(*) filter (where status <> 'AWAITED') reported,
                               count(*) filter (where not current) superseded
                        from desk.report where contest_id = ? group by round
                        """)
                .param(contest.id())
                .query((row, n) -> counts.put(
                        row.getInt("round"),
                        new Count(row.getInt("cases"), row.getInt("reported"), row.getInt("superseded"))))
                .list();
        Map<Integer, Integer> named = new HashMap<>();
        jdbc.sql("select round, count(*) stations from desk.round_station where contest_id = ? group by round")
                .param(contest.id())
                .query((row, n) -> named.put(row.getInt("round"), row.getInt("stations")))
                .list();
        return rounds.of(contest).stream()
                .map(round -> {
                    Count count = counts.getOrDefault(round.number(), new Count(0, 0, 0));
                    return new Item(
                            round,
                            rounds.choices(contest, round.number()),
                            named.getOrDefault(round.number(), count.cases()),
                            count.cases(),
                            count.reported(),
                            count.superseded());
                })
                .toList();
    }
}
