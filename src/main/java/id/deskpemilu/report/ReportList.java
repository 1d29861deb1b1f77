package id.deskpemilu.report;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.RoundName;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists reports for those who may see them. */
@Repository
public class ReportList {

    /** How many reports a page has. */
    public static final int PAGE_SIZE = 100;

    private final JdbcClient jdbc;

    ReportList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report in the list.
     *
     * @param tps the station's code
     * @param village its desa or kelurahan
     * @param district its kecamatan
     * @param round the later round that it reports in; null for the first
     * @param status how far it is
     * @param revision the revision in force
     * @param findings the codes of its findings
     * @param secondLook whether two verifiers have to look
     * @param lockedAt when it was sent
     * @param holder who has it in hand
     */
    public record Row(
            StationCode tps,
            String village,
            String district,
            @Nullable RoundName round,
            ReportStatus status,
            int revision,
            List<String> findings,
            boolean secondLook,
            @Nullable Instant lockedAt,
            @Nullable String holder) {}

    /**
     * A page of the list.
     *
     * @param reports the reports
     * @param total how many the filters leave
     * @param page from 0
     * @param pageSize how many a page has
     */
    public record Page(List<Row> reports, int total, int page, int pageSize) {}

    /** The reports of a contest that the person may see, filtered, in the order of their stations. */
    public Page find(
            Actor actor,
            Contest contest,
            @Nullable ReportStatus status,
            @Nullable RegionCode region,
            @Nullable String finding,
            int page) {
        String from = """
                from desk.report r
                where r.contest_id = :contest and r.current and r.station like any (:regions)
                  and (:status::text is null or r.status = :status)
                  and (:region::text is null or r.station like :region || '%')
                  and (:finding::text is null or :finding = any (r.findings))
                """;
        int total = bind("select count(*) " + from, actor, contest, status, region, finding)
                .query(Integer.class)
                .single();
        List<Row> rows = bind("""
                        select p.*, v.name village, d.name district, o.kind round_kind, o.held_on round_held_on from (select r.* %s order by r.station
                        limit :limit offset :offset) p
                        join desk.region v on v.code = substr(p.station, 1, 10)
                        join desk.region d on d.code = substr(p.station, 1, 6)
                        left join desk.round o on o.contest_id = p.contest_id and o.number = p.round
                        order by p.station
                        """.formatted(from), actor, contest, status, region, finding)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) Math.max(0, page) * PAGE_SIZE)
                .query(ReportList::read)
                .list();
        return new Page(rows, total, Math.max(0, page), PAGE_SIZE);
    }

    private JdbcClient.StatementSpec bind(
            String sql,
            Actor actor,
            Contest contest,
            @Nullable ReportStatus status,
            @Nullable RegionCode region,
            @Nullable String finding) {
        return jdbc.sql(sql)
                .param("contest", contest.id())
                .param(
                        "regions",
                        actor.scopes().stream()
                                .map(scope -> scope.digits() + "%")
                                .toArray(String[]::new))
                .param("status", status == null ? null : status.name())
                .param("region", region == null ? null : region.digits())
                .param("finding", finding);
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        OffsetDateTime lockedAt = row.getObject("locked_at", OffsetDateTime.class);
        Array findings = row.getArray("findings");
        return new Row(
                new StationCode(row.getString("station")),
                row.getString("village"),
                row.getString("district"),
                RoundName.read(row),
                ReportStatus.valueOf(row.getString("status")),
                row.getInt("revision"),
                Arrays.stream((Object[]) findings.getArray())
                        .map(String::valueOf)
                        .toList(),
                row.getBoolean("second_look"),
                lockedAt == null ? null : lockedAt.toInstant(),
                row.getString("holder"));
    }
}
