package id.deskpemilu.board;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Round;
import id.deskpemilu.escalation.EveningWatch;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.recap.Totals;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.StationCode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the board of an election in a region, all of it as it was in one moment. */
@Component
public class BoardReader {

    /** How many desa to chase are named at most. */
    public static final int MOST_CHASED = 20;

    private static final int VERSION_BYTES = 12;

    private static final String OF_MANY = """
            select station, locked_at from desk.report
            where contest_id = w.contest_id and station like ? and current and status not in ('AWAITED', 'APPROVED')
            order by locked_at limit 1
            """;

    private static final String OF_FEW = """
            with few as materialized (
                select station, locked_at from desk.report
                where contest_id = w.contest_id and station like ? and current
                  and status in ('LOCKED', 'CORRECTION_REQUESTED', 'DISPUTED', 'CORRECTION_CONFIRMED', 'RECHECK', 'REOPENED'))
            select station, locked_at from few order by locked_at, station limit 1
            """;

    private final Elections elections;
    private final Contests contests;
    private final Regions regions;
    private final Recap recap;
    private final Totals totals;
    private final Recount recount;
    private final ElectionClocks clocks;
    private final EveningWatch watch;
    private final BoardSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    BoardReader(
            Elections elections,
            Contests contests,
            Regions regions,
            Recap recap,
            Totals totals,
            Recount recount,
            ElectionClocks clocks,
            EveningWatch watch,
            BoardSettings settings,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.elections = elections;
        this.contests = contests;
        this.regions = regions;
        this.recap = recap;
        this.totals = totals;
        this.recount = recount;
        this.clocks = clocks;
        this.watch = watch;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The board as it is now.
     *
     * @throws Refusal {@code REGION_FOREIGN}, {@code REGION_UNKNOWN}, {@code ELECTION_UNKNOWN}
     */
    public Board read(Actor actor, String election, RegionCode region) {
        recap.requireSight(actor, region);
        return read(election, region);
    }

    /**
     * The board as it is now, for whoever has been let in before.
     *
     * @throws Refusal {@code REGION_UNKNOWN}, {@code ELECTION_UNKNOWN}
     */
    public Board read(String election, RegionCode region) {
        return Objects.requireNonNull(oneMoment.execute(status -> {
            Region where = regions.find(region).orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", region.dotted()));
            return board(elections.get(election), where);
        }));
    }

    private Board board(Election election, Region region) {
        Instant now = clock.instant();
        ElectionClocks.Timeline timeline = clocks.of(election.id());
        List<Totals.Counted> counted = new ArrayList<>();
        Map<Long, List<Round>> ballots = new HashMap<>();
        for (Contest contest : contests.of(election.id())) {
            boolean here =
                    contest.area().contains(region.code()) || region.code().contains(contest.area());
            if (here && contest.state() != Contest.State.PREPARED) {
                List<Round> theirs = recap.ballots(contest);
                Round newest = theirs.get(theirs.size() - 1);
                ballots.put(contest.id(), theirs);
                counted.add(new Totals.Counted(contest, newest.number(), recap.choices(contest, newest)));
            }
        }
        boolean village = region.code().level() == RegionCode.Level.VILLAGE;
        Map<Long, Totals.Sums> sums =
                totals.of(counted, region.code(), village ? List.of() : regions.below(region.code()), false);
        Map<Long, Board.Waiting> oldest = oldest(counted, sums, region.code(), timeline);
        List<Board.Planned> plan = plan(election, region);
        List<Board.OfContest> shown = counted.stream()
                .map(one -> {
                    Contest contest = one.contest();
                    Totals.Sums theirs = Objects.requireNonNull(sums.get(contest.id()));
                    return new Board.OfContest(
                            contest.id(),
                            contest.type(),
                            contest.state(),
                            one.ballot(),
                            ballots.getOrDefault(contest.id(), List.of()),
                            one.choices(),
                            theirs.whole(),
                            theirs.parts(),
                            village ? recap.stations(contest, region.code()) : List.of(),
                            new Board.Arrivals(arrived(theirs.arrived()), plan),
                            oldest.get(contest.id()),
                            Outlooks.of(
                                    contest,
                                    region.code(),
                                    one.choices(),
                                    theirs.whole(),
                                    theirs.cases().size()));
                })
                .filter(one -> one.count().all() > 0)
                .toList();
        Board board = new Board(
                "",
                now,
                timeline.shown(now),
                new Board.OfElection(election.id(), election.code(), election.name(), election.isSimulation()),
                new Board.Place(region.code(), region.name(), region.zone()),
                shown,
                chase(shown, region.code()),
                watch.of(election, region.code(), region.zone(), timeline, timeline.shown(now)),
                recount.last(election.id())
                        .filter(result -> result.wrong() > 0)
                        .map(result -> new Board.Mismatch(result.at(), result.wrong()))
                        .orElse(null));
        return board.versioned(version(board));
    }

    private static List<Board.Arrived> arrived(SortedMap<Long, Integer> steps) {
        List<Board.Arrived> points = new ArrayList<>();
        int reported = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            reported += step.getValue();
            points.add(new Board.Arrived(Totals.endOfStep(step.getKey()), reported));
        }
        return List.copyOf(points);
    }

    private List<Board.Planned> plan(Election election, Region region) {
        return settings.hours().stream()
                .map(hour -> new Board.Planned(
                        election.heldOn()
                                .atTime(hour.at())
                                .atZone(region.zone().id())
                                .toInstant(),
                        hour.percent()))
                .toList();
    }

    private List<Board.Chase> chase(List<Board.OfContest> shown, RegionCode region) {
        Map<Long, Board.OfContest> byId = new LinkedHashMap<>();
        Map<Long, Double> weights = new LinkedHashMap<>();
        shown.stream().filter(contest -> contest.count().missing() > 0).forEach(contest -> {
            byId.put(contest.id(), contest);
            weights.put(contest.id(), ChaseOrder.weight(contest.outlook()));
        });
        if (weights.isEmpty()) {
            return List.of();
        }
        Map<RegionCode, Board.Chase> chase = new LinkedHashMap<>();
        for (Totals.Owed owed : totals.owed(weights, region, MOST_CHASED)) {
            Board.Chase desa = chase.computeIfAbsent(
                    owed.village(),
                    village -> new Board.Chase(
                            village,
                            owed.name(),
                            owed.district(),
                            owed.districtName(),
                            owed.stake(),
                            new ArrayList<>()));
            desa.contests()
                    .add(new Board.Owed(
                            Objects.requireNonNull(byId.get(owed.contestId())).type(),
                            owed.missing(),
                            owed.votes(),
                            Objects.requireNonNull(weights.get(owed.contestId()))));
        }
        return List.copyOf(chase.values());
    }

    /** Asks only for contests that have a report waiting there. */
    private Map<Long, Board.Waiting> oldest(
            List<Totals.Counted> counted,
            Map<Long, Totals.Sums> sums,
            RegionCode region,
            ElectionClocks.Timeline timeline) {
        Map<Long, Board.Waiting> oldest = new HashMap<>();
        Long[] waiting = counted.stream()
                .map(one -> one.contest().id())
                .filter(id -> Objects.requireNonNull(sums.get(id)).whole().unverified() > 0)
                .toArray(Long[]::new);
        // a kecamatan is found by its stations, a larger region among those who wait longest
        boolean small = region.level().compareTo(RegionCode.Level.DISTRICT) >= 0;
        jdbc.sql("""
                        select w.contest_id, r.station, r.locked_at
                        from unnest(?::bigint[]) w(contest_id)
                        cross join lateral (%s) r
                        """.formatted(small ? OF_FEW : OF_MANY))
                .params(waiting, region.digits() + "%")
                .query(row -> {
                    Instant since =
                            row.getObject("locked_at", OffsetDateTime.class).toInstant();
                    oldest.put(
                            row.getLong("contest_id"),
                            new Board.Waiting(new StationCode(row.getString("station")), since, timeline.shown(since)));
                });
        return oldest;
    }

    private static String version(Board board) {
        byte[] hash = Sha256.digest(board.content().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, VERSION_BYTES));
    }
}
