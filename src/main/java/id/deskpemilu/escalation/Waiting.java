package id.deskpemilu.escalation;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is waited for: missing reports, reports that lie too long, corrections without an answer. */
@Component
public class Waiting {

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The desa of the region whose reports of the contest are missing, and how many. */
    public Map<RegionCode, Integer> unreported(long contestId, RegionCode region) {
        return byRegion(jdbc.sql("""
                        select substr(station, 1, 10) region, count(*) n from desk.report
                        where contest_id = ? and status = 'AWAITED' and station like ? and current
                        group by 1 order by 1
                        """).params(contestId, region.digits() + "%"));
    }

    /**
     * How many reports of the contest are missing in the region.
     *
     * @param butOf a report that is just being sent, so that it counts no more
     */
    public int unreported(long contestId, RegionCode region, @Nullable UUID butOf) {
        return jdbc.sql("""
                        select count(*) from desk.report
                        where contest_id = :contest and status = 'AWAITED' and station like :region and current
                          and id is distinct from cast(:but as uuid)
                        """)
                .param("contest", contestId)
                .param("region", region.digits() + "%")
                .param("but", butOf)
                .query(Integer.class)
                .single();
    }

    /** How many reports are missing in the region, those of all contests of the election that take reports. */
    public int unreportedOfElection(long electionId, RegionCode region) {
        return jdbc.sql("""
                        select count(*) from desk.report r join desk.contest c on c.id = r.contest_id
                        where r.station like ? and r.current and r.status = 'AWAITED' and c.election_id = ?
                          and c.state in ('OPENING', 'OPEN')
                        """)
                .params(region.digits() + "%", electionId)
                .query(Integer.class)
                .single();
    }

    /**
     * The kecamatan of the region whose reports wait for a verifier since before the moment, and how many.
     *
     * @param before in real time
     */
    public Map<RegionCode, Integer> unverified(long contestId, RegionCode region, Instant before) {
        // the inbox is the table that knows since when
        return byRegion(jdbc.sql("""
                        select substr(station, 1, 6) region, count(*) n from desk.inbox_item
                        where role = 'VERIFIER' and contest_id = ? and station like ? and since < ?
                        group by 1 order by 1
                        """).params(contestId, region.digits() + "%", before.atOffset(ZoneOffset.UTC)));
    }

    /**
     * The desa of the region whose corrections wait for the operator since before the moment, and how many.
     *
     * @param before in real time
     */
    public Map<RegionCode, Integer> unanswered(long contestId, RegionCode region, Instant before) {
        return byRegion(jdbc.sql("""
                        select substr(station, 1, 10) region, count(*) n from desk.inbox_item
                        where role = 'OPERATOR' and contest_id = ? and station like ?
                          and status = 'CORRECTION_REQUESTED' and since < ?
                        group by 1 order by 1
                        """).params(contestId, region.digits() + "%", before.atOffset(ZoneOffset.UTC)));
    }

    /**
     * An escalation under way.
     *
     * @param id its name
     * @param kind what somebody is waited for
     * @param region its desa or kecamatan
     */
    public record UnderWay(EscalationId id, EscalationKind kind, RegionCode region) {}

    /** The escalations under way in the region; none of them is locked. */
    public List<UnderWay> underWay(long contestId, RegionCode region) {
        return jdbc.sql("""
                        select id, kind, region from desk.escalation
                        where contest_id = ? and region like ? and state <> 'ENDED' order by region, kind
                        """)
                .params(contestId, region.digits() + "%")
                .query((row, n) -> new UnderWay(
                        new EscalationId(row.getObject("id", UUID.class)),
                        EscalationKind.valueOf(row.getString("kind")),
                        new RegionCode(row.getString("region"))))
                .list();
    }

    private static Map<RegionCode, Integer> byRegion(JdbcClient.StatementSpec statement) {
        Map<RegionCode, Integer> counts = new LinkedHashMap<>();
        statement
                .query((row, n) -> counts.put(new RegionCode(row.getString("region")), row.getInt("n")))
                .list();
        return counts;
    }
}
