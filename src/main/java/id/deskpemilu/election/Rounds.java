package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of the contests, with their stations and ballots. */
@Repository
public class Rounds {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Rounds(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * A round whose cases are still being begun.
     *
     * @param contestId the contest
     * @param number the round
     */
    public record Unfinished(long contestId, int number) {}

    /** All rounds of the contest, the first one first. */
    public List<Round> of(Contest contest) {
        List<Round> rounds = new ArrayList<>();
        rounds.add(Round.first(contest));
        rounds.addAll(jdbc.sql("select * from desk.round where contest_id = ? order by number")
                .param(contest.id())
                .query(Rounds::read)
                .list());
        return rounds;
    }

    /** The rounds of the contest in which the station reports, the first one first. */
    public List<Round> of(Contest contest, StationCode station) {
        List<Round> rounds = new ArrayList<>();
        rounds.add(Round.first(contest));
        rounds.addAll(jdbc.sql("""
                        select o.* from desk.round o
                        join desk.round_station s on s.contest_id = o.contest_id and s.round = o.number
                        where o.contest_id = ? and s.station = ? order by o.number
                        """)
                .params(contest.id(), station.digits())
                .query(Rounds::read)
                .list());
        return rounds;
    }

    /**
     * The round of that number.
     *
     * @throws Refusal {@code ROUND_UNKNOWN}
     */
    public Round get(Contest contest, int number) {
        return of(contest).stream()
                .filter(round -> round.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ROUND_UNKNOWN", number));
    }

    /** The choices that the round votes on, in the order of their numbers. */
    public List<Choice> choices(Contest contest, int number) {
        int ballot = number == Round.FIRST ? Round.FIRST : get(contest, number).ballot();
        return ballot == Round.FIRST
                ? contest.choices()
                : jdbc.sql("""
                                select number, name, empty_column from desk.choice
                                where contest_id = ? and round = ? order by number
                                """)
                        .params(contest.id(), ballot)
                        .query((row, n) ->
                                new Choice(row.getInt("number"), row.getString("name"), row.getBoolean("empty_column")))
                        .list();
    }

    /** The round of that kind and day for exactly those stations, if there is one. */
    public Optional<Round> find(Contest contest, RoundKind kind, LocalDate heldOn, Collection<StationCode> stations) {
        return of(contest).stream()
                .filter(round -> round.kind() == kind && round.heldOn().equals(heldOn))
                .filter(round -> new TreeSet<>(stations(contest, round.number())).equals(new TreeSet<>(stations)))
                .findFirst();
    }

    /** The stations that a later round names, in the order of their codes. */
    public List<StationCode> stations(Contest contest, int number) {
        return jdbc.sql("select station from desk.round_station where contest_id = ? and round = ? order by station")
                .params(contest.id(), number)
                .query((row, n) -> new StationCode(row.getString("station")))
                .list();
    }

    /**
     * Adds a round after the last one of a contest that the transaction has locked.
     *
     * @param ballot its own ballot; empty if it votes on an earlier one
     * @param earlierBallot the round whose ballot is voted on if it has none of its own
     */
    public Round add(
            Contest contest,
            RoundKind kind,
            LocalDate heldOn,
            String reason,
            Collection<StationCode> stations,
            List<Choice> ballot,
            int earlierBallot,
            String by,
            Instant at) {
        int number = of(contest).size() + 1;
        var round = new Round(number, kind, heldOn, ballot.isEmpty() ? earlierBallot : number, reason, by, at, false);
        jdbc.sql("""
                        insert into desk.round (contest_id, number, kind, held_on, reason, ballot, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(contest.id(), number, kind.name(), heldOn, reason, round.ballot(), by, Timestamp.from(at))
                .update();
        batches.batchUpdate(
                "insert into desk.round_station (contest_id, round, station) values (?, ?, ?)",
                stations,
                BATCH,
                (row, station) -> {
                    row.setLong(1, contest.id());
                    row.setInt(2, number);
                    row.setString(3, station.digits());
                });
        batches.batchUpdate(
                "insert into desk.choice (contest_id, round, number, name, empty_column) values (?, ?, ?, ?, ?)",
                ballot,
                BATCH,
                (row, choice) -> {
                    row.setLong(1, contest.id());
                    row.setInt(2, number);
                    row.setInt(3, choice.number());
                    row.setString(4, choice.name());
                    row.setBoolean(5, choice.emptyColumn());
                });
        return round;
    }

    /** The rounds whose opening was begun and not finished. */
    public List<Unfinished> unfinished() {
        return jdbc.sql("select contest_id, number from desk.round where finished_at is null order by 1, 2")
                .query((row, n) -> new Unfinished(row.getLong("contest_id"), row.getInt("number")))
                .list();
    }

    /** Notes that every station of the round has its case. */
    public void finish(Contest contest, int number, Instant at) {
        jdbc.sql("""
                        update desk.round set finished_at = ?
                        where contest_id = ? and number = ? and finished_at is null
                        """).params(Timestamp.from(at), contest.id(), number).update();
    }

    private static Round read(ResultSet row, int n) throws SQLException {
        return new Round(
                row.getInt("number"),
                RoundKind.valueOf(row.getString("kind")),
                row.getObject("held_on", LocalDate.class),
                row.getInt("ballot"),
                row.getString("reason"),
                row.getString("opened_by"),
                instant(row.getObject("opened_at", OffsetDateTime.class)),
                row.getObject("finished_at") != null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
