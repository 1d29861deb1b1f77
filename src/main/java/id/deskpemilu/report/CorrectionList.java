package id.deskpemilu.report;

import id.deskpemilu.election.Contest;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a region's figures owe to corrections, and which reports stand as the form has them though it is inconsistent. */
@Component
public class CorrectionList {

    /** How many corrections a page has, and how many reports kept as written are listed at most. */
    public static final int PAGE_SIZE = 50;

    private static final TypeReference<List<Correction.Change>> CHANGES = new TypeReference<>() {};

    /** A verifier who has yet to read the photo does not find the figures here. */
    private static final String CORRECTED = """
            from desk.report r
            join desk.correction c on c.report_id = r.id
            where r.contest_id = :contest and r.current and r.station like :region and r.revision > 1 and c.state = 'APPLIED'
              and not (:veiled and r.blind_check and r.status in ('LOCKED', 'RECHECK'))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A correction in force.
     *
     * @param tps its station
     * @param round the round of the contest that it reports in, from 1
     * @param village the desa or kelurahan
     * @param district the kecamatan
     * @param changes the fields with old and new figure
     * @param reason why, as the verifier said
     * @param requestedBy the verifier that asked
     * @param answeredBy the operator that answered, if one did
     * @param decidedBy the supervisor that settled it, if one had to
     * @param appliedBy the verifier that put it into force
     * @param appliedAt when
     */
    public record Row(
            StationCode tps,
            int round,
            String village,
            String district,
            List<Correction.Change> changes,
            String reason,
            String requestedBy,
            @Nullable String answeredBy,
            @Nullable String decidedBy,
            String appliedBy,
            Instant appliedAt) {}

    /**
     * A page of corrections, the newest first.
     *
     * @param corrections the corrections
     * @param total how many there are
     * @param page the page, from 0
     * @param pageSize how many corrections a page has
     */
    public record Page(List<Row> corrections, int total, int page, int pageSize) {}

    /**
     * A report that was approved as the form has it though a rule that must hold is broken.
     *
     * @param tps its station
     * @param village the desa or kelurahan
     * @param district the kecamatan
     * @param formula the first such rule with its numbers
     * @param explanation what the operator said about it, if anything
     */
    public record AsWritten(
            StationCode tps,
            String village,
            String district,
            String formula,
            @Nullable String explanation) {}

    /**
     * The corrections in force in a region.
     *
     * @throws Refusal {@code REGION_FOREIGN}
     */
    public Page find(Actor actor, Contest contest, RegionCode region, int page) {
        requireSight(actor, region);
        int total = bind(jdbc.sql("select count(*) " + CORRECTED), actor, contest, region)
                .query(Integer.class)
                .single();
        List<Row> rows = bind(jdbc.sql("""
                                select x.*, v.name village, d.name district
                                from (select r.station, r.round, c.* %s order by c.applied_at desc, r.station
                                      limit :limit offset :offset) x
                                join desk.region v on v.code = substr(x.station, 1, 10)
                                join desk.region d on d.code = substr(x.station, 1, 6)
                                order by x.applied_at desc, x.station
                                """.formatted(CORRECTED)), actor, contest, region)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) Math.max(0, page) * PAGE_SIZE)
                .query(this::read)
                .list();
        return new Page(rows, total, Math.max(0, page), PAGE_SIZE);
    }

    /** The reports of a region that stand as the form has them, at most {@value #PAGE_SIZE}. */
    public List<AsWritten> asWritten(Actor actor, Contest contest, RegionCode region) {
        requireSight(actor, region);
        return jdbc.sql("""
                        select r.station, v.name village, d.name district, f.formula, x.explanations ->> f.code explanation
                        from desk.report r
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        join desk.region v on v.code = substr(r.station, 1, 10)
                        join desk.region d on d.code = substr(r.station, 1, 6)
                        cross join lateral (select y ->> 'code' code, y ->> 'formula' formula
                                            from jsonb_array_elements(x.findings) y
                                            where y ->> 'code' like 'H%' limit 1) f
                        where r.contest_id = ? and r.current and r.station like ? and r.inconsistent and r.status = 'APPROVED'
                        order by r.station limit ?
                        """)
                .params(contest.id(), region.digits() + "%", PAGE_SIZE)
                .query((row, n) -> new AsWritten(
                        new StationCode(row.getString("station")),
                        row.getString("village"),
                        row.getString("district"),
                        row.getString("formula"),
                        row.getString("explanation")))
                .list();
    }

    private static void requireSight(Actor actor, RegionCode region) {
        if (!actor.maySee(region)) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, Actor actor, Contest contest, RegionCode region) {
        return sql.param("contest", contest.id())
                .param("region", region.digits() + "%")
                .param("veiled", !actor.scopes(Role.VERIFIER).isEmpty());
    }

    private Row read(ResultSet row, int n) throws SQLException {
        return new Row(
                new StationCode(row.getString("station")),
                row.getInt("round"),
                row.getString("village"),
                row.getString("district"),
                changes(row.getString("changes")),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getString("answered_by"),
                row.getString("decided_by"),
                row.getString("applied_by"),
                row.getObject("applied_at", OffsetDateTime.class).toInstant());
    }

    private List<Correction.Change> changes(String text) {
        try {
            return json.readValue(text, CHANGES);
        } catch (JacksonException e) {
            throw new IllegalStateException("a correction that cannot be read", e);
        }
    }
}
