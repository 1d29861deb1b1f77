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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts stations and votes from the revisions in force. */
@Component
public class Recap {

    /** How many reports held apart are listed at most. */
    public static final int MOST_APART = 50;

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Rounds rounds;
    private final Clock clock;

    Recap(JdbcClient jdbc, Regions regions, Rounds rounds, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.rounds = rounds;
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
        Map<Integer, Integer> stations = new HashMap<>();
        jdbc.sql("""
                        select r.round, count(*) stations from desk.report r
                        where r.contest_id = ? and r.current and r.round > 1 and r.station like ? group by r.round
                        """)
                .params(contest.id(), region.digits() + "%")
                .query((row, n) -> stations.put(row.getInt("round"), row.getInt("stations")))
                .list();
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
        Integer[] counted = rounds.of(contest).stream()
                .filter(round -> round.ballot() == ballot.number())
                .map(Round::number)
                .toArray(Integer[]::new);
        List<Region> below = region.level() == RegionCode.Level.VILLAGE ? List.of() : regions.below(region);
        int length = below.isEmpty()
                ? RegionCode.Level.VILLAGE.length()
                : below.get(0).code().digits().length();
        Map<String, Progress.Count> counts = counts(contest, counted, region, length);
        List<Progress.Part> parts = below.stream()
                .map(part -> new Progress.Part(
                        part.code(),
                        part.name(),
                        counts.getOrDefault(part.code().digits(), Progress.Count.NOTHING)))
                .filter(part -> part.count().all() > 0)
                .toList();
        return new Progress(region, clock.instant(), sum(counts), parts);
    }

    /** The stations of a desa and how far each is. */
    public List<StationStatus> stations(Actor actor, Contest contest, RegionCode village) {
        requireSight(actor, village);
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

    void requireSight(Actor actor, RegionCode region) {
        if (!actor.maySee(region)) {
            throw Refusal.forbidden("REGION_FOREIGN", region.dotted());
        }
        if (regions.find(region).isEmpty()) {
            throw Refusal.notFound("REGION_UNKNOWN", region.dotted());
        }
    }

    private Map<String, Progress.Count> counts(Contest contest, Integer[] rounds, RegionCode region, int length) {
        Map<String, Map<Integer, Long>> votes = new HashMap<>();
        jdbc.sql("""
                        select substr(r.station, 1, :length) part, v.key number, sum(v.value::int) votes
                        from desk.report r
                        join desk.revision x on x.report_id = r.id and x.number = r.revision
                        cross join lateral jsonb_each_text(x.votes) v
                        where r.contest_id = :contest and r.current and r.round = any (:rounds) and r.station like :region
                          and (not r.second_look or r.status in ('APPROVED', 'REOPENED'))
                        group by 1, 2
                        """)
                .param("length", length)
                .param("contest", contest.id())
                .param("rounds", rounds)
                .param("region", region.digits() + "%")
                .query((row, n) -> votes.computeIfAbsent(row.getString("part"), part -> new TreeMap<>())
                        .put(Integer.valueOf(row.getString("number")), row.getLong("votes")))
                .list();
        Map<String, Progress.Count> counts = new TreeMap<>();
        jdbc.sql("""
                        select part, count(*) al,
                               count(*) filter (where status <> 'AWAITED') reported,
                               count(*) filter (where status = 'APPROVED') approved,
                               count(*) filter (where status in
                                   ('CORRECTION_REQUESTED', 'DISPUTED', 'CORRECTION_CONFIRMED')) corrections,
                               count(*) filter (where status = 'APPROVED' and inconsistent) as_written,
                               coalesce(sum(valid) filter (where counts and not apart), 0) valid,
                               coalesce(sum(invalid) filter (where counts and not apart), 0) invalid,
                               count(*) filter (where apart) apart,
                               coalesce(sum(cast_votes) filter (where apart), 0) apart_votes
                        from (select substr(s.code, 1, :length) part, coalesce(r.status, 'AWAITED') status,
                                     coalesce(r.second_look and r.status not in ('APPROVED', 'REOPENED'), false) apart,
                                     coalesce(r.inconsistent, false) inconsistent,
                                     coalesce(r.round = any (:rounds), false) counts,
                                     (x.figures ->> 'suara_sah')::int valid,
                                     (x.figures ->> 'suara_tidak_sah')::int invalid,
                                     (x.figures ->> 'suara_total')::int cast_votes
                              from desk.station s
                              left join desk.report r on r.contest_id = :contest and r.station = s.code and r.current
                              left join desk.revision x on x.report_id = r.id and x.number = r.revision
                              where s.election_id = :election and s.code like :region and s.code like :area) t
                        group by part
                        """)
                .param("length", length)
                .param("contest", contest.id())
                .param("rounds", rounds)
                .param("election", contest.election().id())
                .param("area", contest.area().digits() + "%")
                .param("region", region.digits() + "%")
                .query((row, n) -> counts.put(
                        row.getString("part"),
                        new Progress.Count(
                                row.getInt("al"),
                                row.getInt("reported"),
                                row.getInt("approved"),
                                row.getInt("corrections"),
                                row.getInt("as_written"),
                                votes.getOrDefault(row.getString("part"), Map.of()),
                                row.getLong("valid"),
                                row.getLong("invalid"),
                                row.getInt("apart"),
                                row.getLong("apart_votes"),
                                Progress.Voters.NONE,
                                Progress.Findings.NONE,
                                Progress.Open.NOTHING)))
                .list();
        return counts;
    }

    private static Progress.Count sum(Map<String, Progress.Count> counts) {
        return counts.values().stream().reduce(Progress.Count.NOTHING, Recap::plus);
    }

    private static Progress.Count plus(Progress.Count a, Progress.Count b) {
        Map<Integer, Long> votes = new TreeMap<>(a.votes());
        b.votes().forEach((number, count) -> votes.merge(number, count, Long::sum));
        return new Progress.Count(
                a.all() + b.all(),
                a.reported() + b.reported(),
                a.approved() + b.approved(),
                a.corrections() + b.corrections(),
                a.asWritten() + b.asWritten(),
                votes,
                a.valid() + b.valid(),
                a.invalid() + b.invalid(),
                a.apart() + b.apart(),
                a.apartVotes() + b.apartVotes(),
                Progress.Voters.NONE,
                Progress.Findings.NONE,
                Progress.Open.NOTHING);
    }
}
