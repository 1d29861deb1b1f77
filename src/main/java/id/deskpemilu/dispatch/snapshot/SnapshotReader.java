package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Arrived;
import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfElection;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Place;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.Round;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.recap.Totals;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.RegionCode.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads everything that a letter says in figures, all of it as it was in one moment. Votes and stations are those of the
 * recap; what the recap does not keep is counted from the same reports in the same moment.
 */
@Component
public class SnapshotReader {

    private final Contests contests;
    private final Regions regions;
    private final Forms forms;
    private final Recap recap;
    private final Totals totals;
    private final ElectionClocks clocks;
    private final Incidents incidents;
    private final CountedReports reports;
    private final Silence silence;
    private final Remarks remarks;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    SnapshotReader(
            Contests contests,
            Regions regions,
            Forms forms,
            Recap recap,
            Totals totals,
            ElectionClocks clocks,
            Incidents incidents,
            CountedReports reports,
            Silence silence,
            Remarks remarks,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.contests = contests;
        this.regions = regions;
        this.forms = forms;
        this.recap = recap;
        this.totals = totals;
        this.clocks = clocks;
        this.incidents = incidents;
        this.reports = reports;
        this.silence = silence;
        this.remarks = remarks;
        this.jdbc = jdbc;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A contest with the ballot that is read and the sums of its parts and of theirs. */
    private record Summed(Totals.Counted counted, Totals.Sums sums, Totals.Sums details) {

        Contest contest() {
            return counted.contest();
        }
    }

    /**
     * The snapshot as of now. It is read in a transaction of its own, on a connection of its own: inside the transaction of
     * the caller it would see several moments. What the caller has changed and not committed is therefore not in it, and no
     * row is locked or waited for.
     *
     * @param letter the letter that it is for
     * @param region a kabupaten, a kecamatan, or a province whose stations are in this desk
     * @throws Refusal {@code REGION_UNKNOWN}; {@code SNAPSHOT_INCONSISTENT} if the recap's sums contradict each other, so
     *     that no letter says what is not so
     * @throws IllegalArgumentException if the region is a desa, which writes no letters
     */
    public Snapshot read(UUID letter, Election election, RegionCode region) {
        if (region.level() == Level.VILLAGE) {
            throw new IllegalArgumentException("no letter is about a desa: " + region);
        }
        Snapshot snapshot = Objects.requireNonNull(oneMoment.execute(status -> {
            Region where = regions.find(region).orElseThrow(() -> Refusal.notFound("REGION_UNKNOWN", region.dotted()));
            return snapshot(letter, election, where);
        }));
        Consistency.require(snapshot);
        return snapshot;
    }

    private Snapshot snapshot(UUID letter, Election election, Region region) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps moments
        ElectionClocks.Timeline timeline = clocks.of(election.id());
        Names names = Names.in(regions, region.code());
        List<Summed> summed = summed(election, region.code(), names);
        List<Contest> held = summed.stream().map(Summed::contest).toList();
        Map<Long, List<Snapshot.Round>> rounds = reports.rounds(held, region.code());
        return new Snapshot(
                Snapshot.FORMAT,
                letter,
                new OfElection(election.code(), election.name(), election.heldOn(), election.isSimulation()),
                new Place(region.code(), region.name(), region.zone()),
                now,
                timeline.shown(now),
                coverage(election, region.code()),
                summed.stream()
                        .map(one -> contest(
                                one,
                                region.code(),
                                rounds.getOrDefault(one.contest().id(), List.of())))
                        .toList(),
                incidents.of(election.id(), region.code()).stream()
                        .map(one -> new Incident(
                                one.id(),
                                one.kind(),
                                one.region(),
                                one.station(),
                                names.place(one.region(), one.station()),
                                one.at(),
                                one.text(),
                                one.followUp(),
                                one.isSettled()))
                        .toList(),
                silence.unreported(election, held, region.code(), timeline, names),
                remarks.corrections(held, region.code(), timeline, names),
                remarks.explained(held, region.code(), names),
                silence.escalations(election, region.code()),
                List.of());
    }

    /** The contests that have stations in the region, with the votes on their newest ballot. */
    private List<Summed> summed(Election election, RegionCode region, Names names) {
        List<Totals.Counted> counted = new ArrayList<>();
        for (Contest contest : contests.of(election.id())) {
            boolean here = contest.area().contains(region) || region.contains(contest.area());
            if (here && contest.state() != Contest.State.PREPARED) {
                List<Round> ballots = recap.ballots(contest);
                Round newest = ballots.get(ballots.size() - 1);
                counted.add(new Totals.Counted(contest, newest.number(), recap.choices(contest, newest)));
            }
        }
        Map<Long, Totals.Sums> parts = totals.of(counted, region, names.below(1), true);
        Map<Long, Totals.Sums> details =
                names.below(2).isEmpty() ? parts : totals.of(counted, region, names.below(2), true);
        return counted.stream()
                .map(one -> new Summed(
                        one,
                        Objects.requireNonNull(parts.get(one.contest().id())),
                        Objects.requireNonNull(details.get(one.contest().id()))))
                .filter(one -> one.sums().whole().all() > 0)
                .toList();
    }

    private OfContest contest(Summed summed, RegionCode region, List<Snapshot.Round> rounds) {
        Contest contest = summed.contest();
        int ballot = summed.counted().ballot();
        List<Choice> choices = summed.counted().choices();
        boolean detailed = region.level().compareTo(Level.DISTRICT) < 0;
        Level lowest = Level.values()[region.level().ordinal() + (detailed ? 2 : 1)];
        Map<RegionCode, Turnout> turnout = new HashMap<>();
        reports.turnout(contest, forms.of(contest), ballot, region, lowest).forEach((place, theirs) -> {
            for (int level = region.level().ordinal(); level <= lowest.ordinal(); level++) {
                turnout.merge(place.at(Level.values()[level]), theirs, Turnout::plus);
            }
        });
        return new OfContest(
                contest.type(),
                contest.area(),
                ballot,
                choices.stream()
                        .map(choice -> new Option(choice.number(), choice.name(), choice.emptyColumn()))
                        .toList(),
                figures(summed.sums().whole(), choices, turnout.getOrDefault(region, Turnout.NONE)),
                parts(summed.sums(), choices, turnout),
                detailed ? parts(summed.details(), choices, turnout) : List.of(),
                rounds,
                arrivals(summed.sums().arrived()),
                reports.revisions(contest, ballot, region));
    }

    private static List<Part> parts(Totals.Sums sums, List<Choice> choices, Map<RegionCode, Turnout> turnout) {
        return sums.parts().stream()
                .map(part -> new Part(
                        part.code(),
                        part.name(),
                        figures(part.count(), choices, turnout.getOrDefault(part.code(), Turnout.NONE))))
                .toList();
    }

    private static Figures figures(Progress.Count count, List<Choice> choices, Turnout turnout) {
        SortedMap<Integer, Long> votes = new TreeMap<>();
        choices.forEach(choice -> votes.put(choice.number(), 0L));
        votes.putAll(count.votes());
        return new Figures(
                count.all(),
                count.reported(),
                count.approved(),
                count.corrections(),
                count.apart(),
                count.asWritten(),
                count.findings().inconsistent(),
                votes,
                count.valid(),
                count.invalid(),
                count.voters().dpt(),
                turnout);
    }

    private static List<Arrived> arrivals(SortedMap<Long, Integer> steps) {
        List<Arrived> arrivals = new ArrayList<>();
        int reported = 0;
        for (Map.Entry<Long, Integer> step : steps.entrySet()) {
            reported += step.getValue();
            arrivals.add(new Arrived(Totals.endOfStep(step.getKey()), reported));
        }
        return arrivals;
    }

    private Coverage coverage(Election election, RegionCode region) {
        Within within = new Within(region);
        return jdbc.sql("""
                        select count(distinct left(code, 4)) regencies, count(distinct left(code, 6)) districts,
                               count(distinct village) villages, count(*) stations,
                               coalesce(sum(dpt_l) filter (where dpt_p is not null), 0) l,
                               coalesce(sum(dpt_p) filter (where dpt_l is not null), 0) p,
                               count(*) filter (where dpt_l + dpt_p is null) unknown
                        from desk.station where election_id = ? and code between ? and ?
                        """)
                .params(election.id(), within.firstStation(), within.lastStation())
                .query((row, n) -> new Coverage(
                        row.getInt("regencies"),
                        row.getInt("districts"),
                        row.getInt("villages"),
                        row.getInt("stations"),
                        new Sexes(row.getLong("l"), row.getLong("p"), row.getLong("l") + row.getLong("p")),
                        row.getInt("unknown"),
                        incidents.opened(election.id(), region)))
                .single();
    }
}
