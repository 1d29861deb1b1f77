package id.deskpemilu.escalation;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the board says of a region's silence: the next stage, the escalations under way, the desa that are silent. */
@Component
public class EveningWatch {

    /** How many silent desa are named at most. */
    public static final int MOST_SILENT = 12;

    private final Stages stages;
    private final JdbcClient jdbc;

    EveningWatch(Stages stages, JdbcClient jdbc) {
        this.stages = stages;
        this.jdbc = jdbc;
    }

    /**
     * What is watched.
     *
     * @param next the stage that comes next there; null if none is left
     * @param open escalations under way, by level and kind; only what there is
     * @param silent the desa that are past a stage without all of their reports, the longest first, at most
     *     {@value EveningWatch#MOST_SILENT}
     */
    public record Watch(@Nullable Next next, List<Open> open, List<Silent> silent) {

        public Watch {
            open = List.copyOf(open);
            silent = List.copyOf(silent);
        }
    }

    /**
     * A stage that lies ahead.
     *
     * @param kind who is told
     * @param at when, by the clock of the election
     */
    public record Next(Stage.Kind kind, Instant at) {}

    /** So many escalations under way. */
    public record Open(Level level, EscalationKind kind, int count) {}

    /**
     * A silent desa.
     *
     * @param missing reports that are missing, of all contests
     * @param since when it was first flagged, by the clock of the election
     */
    public record Silent(RegionCode village, String name, String districtName, int missing, Instant since) {}

    /**
     * What is to be said of the region now.
     *
     * @param zone the region's time zone
     */
    public Watch of(Election election, RegionCode region, Zone zone, ElectionClocks.Timeline clock, Instant shown) {
        return new Watch(
                next(election, zone, shown), open(election.id(), region), silent(election.id(), region, clock));
    }

    private @Nullable Next next(Election election, Zone zone, Instant shown) {
        return stages.of(election.id()).stream()
                .map(stage -> new Next(stage.kind(), stage.on(election.heldOn(), zone)))
                .filter(stage -> stage.at().isAfter(shown))
                .findFirst()
                .orElse(null);
    }

    private List<Open> open(long electionId, RegionCode region) {
        return jdbc.sql("""
                        select level, kind, count(*) n from desk.escalation
                        where election_id = ? and region like ? and state <> 'ENDED' group by level, kind order by level, kind
                        """)
                .params(electionId, region.digits() + "%")
                .query((row, n) -> new Open(
                        Level.valueOf(row.getString("level")),
                        EscalationKind.valueOf(row.getString("kind")),
                        row.getInt("n")))
                .list();
    }

    private List<Silent> silent(long electionId, RegionCode region, ElectionClocks.Timeline clock) {
        return jdbc.sql("""
                        select s.region, v.name, d.name district, s.since, m.missing
                        from (select region, min(opened_at) since from desk.escalation
                              where election_id = :election and region like :region and state <> 'ENDED'
                                and kind = 'UNREPORTED'
                              group by region order by 2, 1 limit :most) s
                        join desk.region v on v.code = s.region
                        join desk.region d on d.code = substr(s.region, 1, 6)
                        cross join lateral (
                            select count(*) missing from desk.report r join desk.contest c on c.id = r.contest_id
                            where r.station ~>=~ s.region and r.station ~<~ (s.region || ':') and r.current
                              and r.status = 'AWAITED' and c.election_id = :election) m
                        order by s.since, s.region
                        """)
                .param("election", electionId)
                .param("region", region.digits() + "%")
                .param("most", MOST_SILENT)
                .query((row, n) -> new Silent(
                        new RegionCode(row.getString("region")),
                        row.getString("name"),
                        row.getString("district"),
                        row.getInt("missing"),
                        clock.shown(row.getObject("since", OffsetDateTime.class).toInstant())))
                .list();
    }
}
