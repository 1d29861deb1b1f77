package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Counted;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.Column;
import id.deskpemilu.election.Form.Meaning;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the recap does not keep of the reports whose votes it has: who voted, and which revisions they are. The same reports
 * count as there: those in force on the ballot, without those held apart.
 */
@Component
class CountedReports {

    private static final List<Meaning> ROWS = List.of(
            Meaning.REGISTERED,
            Meaning.VOTED_LISTED,
            Meaning.VOTED_MOVED,
            Meaning.VOTED_UNLISTED,
            Meaning.VOTED_TOTAL,
            Meaning.DISABLED);

    static final String COUNTED = """
            from desk.report r
            left join desk.round o on o.contest_id = r.contest_id and o.number = r.round
            %s
            where r.contest_id = :contest and r.current and r.station between :first and :last
              and r.status <> 'AWAITED' and (not r.second_look or r.status in ('APPROVED', 'REOPENED'))
              and coalesce(o.ballot, 1) = :ballot
            """;

    private final JdbcClient jdbc;

    CountedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who voted.
     *
     * @param level whose regions are told apart
     * @return by region; nothing for one without a report that counts
     */
    Map<RegionCode, Turnout> turnout(
            Contest contest, Form form, int ballot, RegionCode region, RegionCode.Level level) {
        Map<String, String> fields = new HashMap<>();
        StringBuilder sums = new StringBuilder();
        for (Meaning meaning : ROWS) {
            for (Column column : Column.values()) {
                String name = name(meaning, column);
                fields.put(
                        name,
                        form.row(meaning)
                                .map(row -> row.columns() ? row.field(column) : row.total())
                                .orElse(""));
                sums.append(", coalesce(sum((x.figures ->> :")
                        .append(name)
                        .append(")::bigint), 0) ")
                        .append(name);
            }
        }
        Map<RegionCode, Turnout> turnout = new HashMap<>();
        JdbcClient.StatementSpec sql = jdbc.sql("select substr(r.station, 1, :length) place" + sums + " "
                + COUNTED.formatted("join desk.revision x on x.report_id = r.id and x.number = r.revision")
                + "group by 1");
        fields.forEach(sql::param);
        bound(sql, contest, ballot, region).param("length", level.length()).query(row -> {
            turnout.put(
                    new RegionCode(row.getString("place")),
                    new Turnout(
                            sexes(row, Meaning.REGISTERED),
                            sexes(row, Meaning.VOTED_LISTED),
                            sexes(row, Meaning.VOTED_MOVED),
                            sexes(row, Meaning.VOTED_UNLISTED),
                            sexes(row, Meaning.VOTED_TOTAL),
                            sexes(row, Meaning.DISABLED)));
        });
        return turnout;
    }

    /** The revisions whose votes are in the sums, in the order of the stations. */
    List<Counted> revisions(Contest contest, int ballot, RegionCode region) {
        return bound(
                        jdbc.sql("select r.station, r.id, r.revision " + COUNTED.formatted("") + "order by r.station"),
                        contest,
                        ballot,
                        region)
                .query((row, n) -> new Counted(
                        new StationCode(row.getString("station")),
                        row.getObject("id", UUID.class),
                        row.getInt("revision")))
                .list();
    }

    /** The later rounds that have stations in the region, by contest. */
    Map<Long, List<Snapshot.Round>> rounds(List<Contest> contests, RegionCode region) {
        Within within = new Within(region);
        Map<Long, List<Snapshot.Round>> rounds = new HashMap<>();
        jdbc.sql("""
                        select o.contest_id, o.number, o.kind, o.held_on, count(*) stations,
                               count(*) filter (where (select r.status from desk.report r
                                                       where r.contest_id = o.contest_id and r.station = s.station
                                                         and r.round = o.number) <> 'AWAITED') reported
                        from desk.round o
                        join desk.round_station s on s.contest_id = o.contest_id and s.round = o.number
                        where o.contest_id = any (:contests) and s.station between :first and :last
                        group by o.contest_id, o.number order by o.contest_id, o.number
                        """)
                .param("contests", contests.stream().map(Contest::id).toArray(Long[]::new))
                .param("first", within.firstStation())
                .param("last", within.lastStation())
                .query(row -> {
                    rounds.computeIfAbsent(row.getLong("contest_id"), any -> new ArrayList<>())
                            .add(new Snapshot.Round(
                                    row.getInt("number"),
                                    RoundKind.valueOf(row.getString("kind")),
                                    row.getObject("held_on", LocalDate.class),
                                    row.getInt("stations"),
                                    row.getInt("reported")));
                });
        return rounds;
    }

    private static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec sql, Contest contest, int ballot, RegionCode region) {
        Within within = new Within(region);
        return sql.param("contest", contest.id())
                .param("ballot", ballot)
                .param("first", within.firstStation())
                .param("last", within.lastStation());
    }

    private static Sexes sexes(ResultSet row, Meaning meaning) throws SQLException {
        return new Sexes(
                row.getLong(name(meaning, Column.L)),
                row.getLong(name(meaning, Column.P)),
                row.getLong(name(meaning, Column.J)));
    }

    private static String name(Meaning meaning, Column column) {
        return (meaning + "_" + column).toLowerCase(Locale.ROOT);
    }
}
