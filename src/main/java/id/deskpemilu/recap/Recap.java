package id.deskpemilu.recap;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundName;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has reported and the votes so far, from the sums that are kept in step with the reports. */
@Component
public class Recap {

    /** How many reports held apart are listed at most. */
    public static final int MOST_APART = 50;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Rounds rounds;
    private final Totals totals;
    private final Clock clock;

    Recap(JdbcClient jdbc, Regions regions, Rounds rounds, Totals totals, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.rounds = rounds;
        this.totals = totals;
        this.clock = clock;
    }

    /**
     * A station in the list of a desa.
     *
     * @param station its code
     * @param round the later round that it reports in; null for the first
     * @param status how far its report is
     * @param lockedAt when it was sent
     * @param secondLook whether two verifiers have to look
     * @param hasCase whether its case has begun, so that there is a report to look at
     */
    public record StationStatus(
            StationCode station,
            @Nullable RoundName round,
            ReportStatus status,
            @Nullable Instant lockedAt,
            boolean secondLook,
            boolean hasCase) {}

    /**
     * A report that is held apart until two verifiers have looked.
     *
     * @param station its station
     * @param villageName the desa or kelurahan
     * @param districtName the kecamatan
     * @param status how far it is
     * @param formula the gravest finding with its numbers
     */
    public record Apart(
            StationCode station, String villageName, String districtName, ReportStatus status, String formula) {}

    /**
     * The ballots of a contest: the rounds that were held with a ballot of their own, the first one first. Votes on different
     * ballots are never added up.
     */
    public List<Round> ballots(Contest contest) {
        return rounds.of(contest).stream().filter(Round::hasOwnBallot).toList();
    }

    /** The choices of a ballot. */
    public List<Choice> choices(Contest contest, Round ballot) {
        return rounds.choices(contest, ballot.number());
    }

    /** The later rounds whose reports count in the region, with the number of their stations there. */
    public Map<Round, Integer> rounds(Actor actor, Contest contest, RegionCode region) {
        requireSight(actor, region);
        Map<Integer, Integer> stations = totals.whole(contest, region).rounds();
        Map<Round, Integer> counted = new LinkedHashMap<>();
        rounds.of(contest).stream()
                .filter(round -> stations.containsKey(round.number()))
                .forEach(round -> counted.put(round, stations.get(round.number())));
        return counted;
    }

    /** The progress of a contest, with the votes on its newest ballot; see {@link #progress(Actor, Contest, Round, RegionCode)}. */
    public Progress progress(Actor actor, Contest contest, RegionCode region) {
        List<Round> ballots = ballots(contest);
        return progress(actor, contest, ballots.get(ballots.size() - 1), region);
    }

    /**
     * The progress of a contest in a region and one level down: all its stations, and the votes of those whose report that
     * counts was made on the ballot.
     *
     * @param ballot one of {@link #ballots}
     * @throws Refusal {@code REGION_FOREIGN}, {@code REGION_UNKNOWN}
     */
    public Progress progress(Actor actor, Contest contest, Round ballot, RegionCode region) {
        requireSight(actor, region);
        List<Region> below = region.level() == RegionCode.Level.VILLAGE ? List.of() : regions.below(region);
        var counted = new Totals.Counted(contest, ballot.number(), choices(contest, ballot));
        return totals.of(List.of(counted), region, below, true)
                .get(contest.id())
                .progress(region, clock.instant());
    }

    /** The stations of a desa and how far each is. */
    public List<StationStatus> stations(Actor actor, Contest contest, RegionCode village) {
        requireSight(actor, village);
        return stations(contest, village);
    }

    /** The same for whoever has been let in before. */
    public List<StationStatus> stations(Contest contest, RegionCode village) {
        return jdbc.sql("""
                        select s.code station, coalesce(r.status, 'AWAITED') status, r.locked_at,
                               coalesce(r.second_look, false) second_look, r.id is not null has_case,
                               r.round, o.kind round_kind, o.held_on round_held_on
                        from desk.station s
                        left join desk.report r on r.contest_id = ? and r.station = s.code and r.current
                        left join desk.round o on o.contest_id = r.contest_id and o.number = r.round
                        where s.election_id = ? and s.code like ? order by s.code
                        """)
                .params(contest.id(), contest.election().id(), village.digits() + "%")
                .query((row, n) -> {
                    OffsetDateTime lockedAt = row.getObject("locked_at", OffsetDateTime.class);
                    return new StationStatus(
                            new StationCode(row.getString("station")),
                            RoundName.read(row),
                            ReportStatus.valueOf(row.getString("status")),
                            lockedAt == null ? null : lockedAt.toInstant(),
                            row.getBoolean("second_look"),
                            row.getBoolean("has_case"));
                })
                .list();
    }

    /** The reports of a region that are held apart, at most {@value #MOST_APART}. */
    public List<Apart> apart(Actor actor, Contest contest, RegionCode region) {
        requireSight(actor, region);
        return jdbc.sql("""
                        select r.station, v.name village, d.name district, r.status,
                               jsonb_path_query_first(x.findings, '$[*] ? (@.secondLook == true).formula') #>> '{}' formula
                        from desk.report r
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        join desk.region v on v.code = substr(r.station, 1, 10)
                        join desk.region d on d.code = substr(r.station, 1, 6)
                        where r.contest_id = ? and r.current and r.station like ? and r.second_look and r.status not in ('APPROVED', 'REOPENED')
                        order by r.station limit ?
                        """)
                .params(contest.id(), region.digits() + "%", MOST_APART)
                .query((row, n) -> new Apart(
                        new StationCode(row.getString("station")),
                        row.getString("village"),
                        row.getString("district"),
                        ReportStatus.valueOf(row.getString("status")),
                        row.getString("formula")))
                .list();
    }

    /**
     * Passes if the person may see numbers added up over the region.
     *
     * @throws Refusal {@code REGION_FOREIGN}, {@code REGION_UNKNOWN}
     */
    public void requireSight(Actor actor, RegionCode region) {
        if (!actor.maySee(region)) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
        if (regions.find(region).isEmpty()) {
            throw Refusal.notFound("REGION_UNKNOWN", region.dotted());
        }
    }
}
