package id.deskpemilu.worklist;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.RoundName;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reports that an operator owes or has sent. */
@Component
public class OperatorTasks {

    private final JdbcClient jdbc;

    OperatorTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report of one of the operator's stations.
     *
     * @param id the report
     * @param election the election's code
     * @param contest the contest's type
     * @param station the polling station
     * @param villageName its desa or kelurahan
     * @param districtName its kecamatan
     * @param round the later round that it reports in; null for the first
     * @param status how far it is
     * @param filled how many boxes the operator has filled and not sent; null if there is no draft
     * @param boxes how many there are
     * @param photos of how many pages of its form there is a photo
     */
    public record Owed(
            ReportId id,
            String election,
            ContestType contest,
            StationCode station,
            String villageName,
            String districtName,
            @Nullable RoundName round,
            ReportStatus status,
            @Nullable Integer filled,
            int boxes,
            int photos) {}

    /** The reports of the operator's stations in the elections that are running, station by station. */
    public List<Owed> of(Actor operator) {
        String[] regions = operator.scopes(Role.OPERATOR).stream()
                .map(region -> region.digits() + "%")
                .toArray(String[]::new);
        return jdbc.sql("""
                        select r.id, e.code, c.type, r.station, v.name village, d.name district, r.status,
                               t.boxes, (select count(*) from jsonb_object_keys(t.figures)) filled,
                               (select count(distinct p.page) from desk.photo p
                                where p.report_id = r.id and p.withdrawn_at is null) photos,
                               r.round, o.kind round_kind, o.held_on round_held_on
                        from desk.report r
                        join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id
                        join desk.region v on v.code = substr(r.station, 1, 10)
                        join desk.region d on d.code = substr(r.station, 1, 6)
                        left join desk.draft t on t.report_id = r.id and t.username = :operator
                        left join desk.round o on o.contest_id = r.contest_id and o.number = r.round
                        where r.current and r.station like any (:regions) and e.phase in ('REHEARSAL', 'ACTIVE')
                          and (c.state <> 'CLOSED' or r.status <> 'AWAITED')
                        order by e.phase, r.station, c.id
                        """)
                .param("regions", regions)
                .param("operator", operator.username())
                .query((row, n) -> new Owed(
                        new ReportId(row.getObject("id", UUID.class)),
                        row.getString("code"),
                        ContestType.valueOf(row.getString("type")),
                        new StationCode(row.getString("station")),
                        row.getString("village"),
                        row.getString("district"),
                        RoundName.read(row),
                        ReportStatus.valueOf(row.getString("status")),
                        row.getObject("boxes") == null ? null : row.getInt("filled"),
                        row.getInt("boxes"),
                        row.getInt("photos")))
                .list();
    }
}
