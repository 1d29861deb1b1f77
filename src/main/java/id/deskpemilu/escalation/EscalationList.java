package id.deskpemilu.escalation;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads escalations for those who look after a region: the oldest first, and how many there are of each kind. */
@Repository
public class EscalationList {

    /** How many escalations a page has. */
    public static final int PAGE_SIZE = 50;

    /** How many of the silent stations are named. */
    public static final int MOST_SILENT = 200;

    private static final String OF = """
            from desk.escalation e
            where e.election_id = :election and e.region like any (:regions)
            """;
    private static final String FILTERED = OF + """
              and (:level::text is null or e.level = :level) and (:kind::text is null or e.kind = :kind)
              and (case when :state::text is null then e.state <> 'ENDED' else e.state = :state end)
            """;

    private final JdbcClient jdbc;

    EscalationList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to show.
     *
     * @param electionId of which election
     * @param regions below which regions
     * @param level only those of this level
     * @param kind only those of this kind
     * @param state only those in this state; null: all that are under way
     * @param page from 0
     */
    public record Query(
            long electionId,
            Collection<RegionCode> regions,
            @Nullable Level level,
            @Nullable EscalationKind kind,
            Escalation.@Nullable State state,
            int page) {

        public Query {
            regions = List.copyOf(regions);
        }
    }

    /**
     * An escalation in the list.
     *
     * @param missing for how many reports or answers it was opened
     * @param dueAt until when somebody is waited for, by the clock of the election
     * @param acknowledgedBy the name of who has taken note
     */
    public record Row(
            UUID id,
            EscalationKind kind,
            ContestType contest,
            RegionCode region,
            String regionName,
            String districtName,
            Level level,
            Escalation.State state,
            int missing,
            boolean unreachable,
            Instant openedAt,
            Instant levelSince,
            @Nullable Instant dueAt,
            @Nullable String acknowledgedBy) {}

    /**
     * A page of the list.
     *
     * @param total how many the filters leave
     */
    public record Page(List<Row> escalations, int total, int page, int pageSize) {}

    /** How many there are, by the names of levels, kinds and states; levels and kinds of those under way. */
    public record Counts(
            Map<String, Long> byLevel, Map<String, Long> byKind, Map<String, Long> byState, long underWay) {}

    /**
     * A station that is waited for.
     *
     * @param since since when it is waited for; null for a report that was never sent
     * @param stages at how many stages it was flagged as late
     */
    public record Silent(
            StationCode station,
            ReportStatus status,
            @Nullable Instant since,
            int stages) {}

    /** A page of the escalations. */
    public Page find(Query query) {
        int total = bind(jdbc.sql("select count(*) " + FILTERED), query)
                .query(Integer.class)
                .single();
        List<Row> rows = bind(jdbc.sql("""
                                select e.*, c.type, r.name region_name, d.name district_name,
                                       coalesce(a.name, e.acknowledged_by) acknowledger
                                from (select e.* %s
                                      order by e.opened_at, e.region, e.contest_id limit :limit offset :offset) e
                                join desk.contest c on c.id = e.contest_id
                                join desk.region r on r.code = e.region
                                join desk.region d on d.code = substr(e.region, 1, 6)
                                left join desk.account a on a.username = e.acknowledged_by
                                order by e.opened_at, e.region, e.contest_id
                                """.formatted(FILTERED)), query)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) query.page() * PAGE_SIZE)
                .query(EscalationList::row)
                .list();
        return new Page(rows, total, query.page(), PAGE_SIZE);
    }

    /** How many there are in the regions. */
    public Counts count(long electionId, Collection<RegionCode> regions) {
        Map<String, Long> byLevel = new TreeMap<>();
        Map<String, Long> byKind = new TreeMap<>();
        Map<String, Long> byState = new TreeMap<>();
        jdbc.sql("select e.level, e.kind, e.state, count(*) n " + OF + " group by 1, 2, 3")
                .param("election", electionId)
                .param("regions", patterns(regions))
                .query(row -> {
                    long n = row.getLong("n");
                    byState.merge(row.getString("state"), n, Long::sum);
                    if (!row.getString("state").equals(Escalation.State.ENDED.name())) {
                        byLevel.merge(row.getString("level"), n, Long::sum);
                        byKind.merge(row.getString("kind"), n, Long::sum);
                    }
                });
        long underWay = byLevel.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(byLevel, byKind, byState, underWay);
    }

    /** The stations that the escalation is about and that are still waited for, in the order of their codes. */
    public List<Silent> silent(Escalation escalation) {
        String sql = switch (escalation.kind()) {
            case UNREPORTED -> """
                        select r.station, r.status, null::timestamptz since,
                               (select count(*) from desk.late_flag f
                                where f.contest_id = r.contest_id and f.station = r.station) stages
                        from desk.report r
                        where r.contest_id = :contest and r.station like :region and r.current and r.status = 'AWAITED'
                        """;
            case UNVERIFIED -> """
                        select r.station, r.status, r.since, 0 stages from desk.inbox_item r
                        where r.contest_id = :contest and r.station like :region and r.role = 'VERIFIER'
                        """;
            case UNANSWERED -> """
                        select r.station, r.status, r.since, 0 stages from desk.inbox_item r
                        where r.contest_id = :contest and r.station like :region and r.role = 'OPERATOR'
                          and r.status = 'CORRECTION_REQUESTED'
                        """;
        };
        return jdbc.sql(sql + " order by since, station limit :limit")
                .param("contest", escalation.contestId())
                .param("region", escalation.region().digits() + "%")
                .param("limit", MOST_SILENT)
                .query((row, n) -> new Silent(
                        new StationCode(row.getString("station")),
                        ReportStatus.valueOf(row.getString("status")),
                        instant(row.getObject("since", OffsetDateTime.class)),
                        row.getInt("stages")))
                .list();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Query query) {
        return sql.param("election", query.electionId())
                .param("regions", patterns(query.regions()))
                .param("level", query.level() == null ? null : query.level().name())
                .param("kind", query.kind() == null ? null : query.kind().name())
                .param("state", query.state() == null ? null : query.state().name());
    }

    private static String[] patterns(Collection<RegionCode> regions) {
        return regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                EscalationKind.valueOf(row.getString("kind")),
                ContestType.valueOf(row.getString("type")),
                new RegionCode(row.getString("region")),
                row.getString("region_name"),
                row.getString("district_name"),
                Level.valueOf(row.getString("level")),
                Escalation.State.valueOf(row.getString("state")),
                row.getInt("missing"),
                row.getBoolean("unreachable"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("level_since", OffsetDateTime.class).toInstant(),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                row.getString("acknowledger"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
