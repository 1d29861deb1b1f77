package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Arrived;
import id.deskpemilu.dispatch.snapshot.Snapshot.Correction;
import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Differing;
import id.deskpemilu.dispatch.snapshot.Snapshot.Escalated;
import id.deskpemilu.dispatch.snapshot.Snapshot.Explained;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.Incident;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfElection;
import id.deskpemilu.dispatch.snapshot.Snapshot.Omitted;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Place;
import id.deskpemilu.dispatch.snapshot.Snapshot.Round;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Source;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds the letters of regencies up to the snapshot of their province. Votes of a contest that is held in the whole province
 * are added where the ballots are the same, number by number and name by name; a contest of one regency stays one of its
 * own. The parts are the regencies, those too that sent nothing; the details are their kecamatan. What the letters list is
 * carried over up to a limit: the desa that miss most stations ({@value #MOST_LINES}), the newest corrections and the
 * gravest findings (as many), incidents ({@value #MOST_INCIDENTS}, those that go on first); {@link Omitted} says how many
 * are left out.
 */
public final class RollUp {

    /** Lines of each list at most. */
    public static final int MOST_LINES = 100;

    /** Incidents at most. */
    public static final int MOST_INCIDENTS = 200;

    /** In the order in which a TPS counts them, and then by the area. */
    private static final Comparator<OfContest> IN_ORDER =
            Comparator.comparing(OfContest::type).thenComparing(OfContest::area);

    private final Place region;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Differing> differing = new ArrayList<>();
    private final SortedMap<RegionCode, Received> letters = new TreeMap<>();
    private final SortedMap<RegionCode, String> regencies = new TreeMap<>();

    private RollUp(Place region) {
        this.region = region;
    }

    /**
     * A letter that was taken in.
     *
     * @param frozen its figures
     * @param number its number on the paper
     * @param region the regency that it came from, as it was received
     */
    public record Received(Frozen frozen, String number, RegionCode region) {}

    /** Why a letter, or one contest of it, is in no sum. */
    public enum Trouble {
        /** It is about another election. */
        ELECTION_DIFFERS,
        /** One of the two is a rehearsal. */
        REHEARSAL_DIFFERS,
        /** It is about no regency of the province, or another one than it came from. */
        REGION_DIFFERS,
        /** Its ballot of the contest is not that of the others. */
        BALLOT_DIFFERS
    }

    /**
     * A letter that is in no sum.
     *
     * @param letter its name
     * @param region the regency that it came from
     * @param contest the contest that is left out; null: all of it
     */
    public record Problem(
            Trouble trouble,
            UUID letter,
            RegionCode region,
            @Nullable ContestType contest) {}

    /**
     * The sums.
     *
     * @param snapshot of the province
     * @param missing regencies that were expected and whose letter is not in it, in the order of their codes
     * @param problems letters that are left out, and contests of letters
     */
    public record Result(Snapshot snapshot, List<Region> missing, List<Problem> problems) {

        public Result {
            missing = List.copyOf(missing);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Adds up. Of several letters of a regency the one that was frozen last counts, and no other; in which order they are
     * given makes no difference. Withdrawn ones must not be given.
     *
     * @param letter the letter that it is for
     * @param election as this desk has it; its code is the same in all desks
     * @param region the province
     * @param at now, real time
     * @param shown what the clock of the election shows now
     * @param received the letters
     * @param expected the regencies of the province in which the election is held
     * @throws Refusal {@code SNAPSHOT_INCONSISTENT} if the sums contradict each other, which no letters that were read can
     *     bring about
     */
    public static Result of(
            UUID letter,
            OfElection election,
            Place region,
            Instant at,
            Instant shown,
            Collection<Received> received,
            Collection<Region> expected) {
        RollUp sums = new RollUp(region);
        sums.choose(election, received);
        expected.forEach(regency -> sums.regencies.put(regency.code(), regency.name()));
        sums.snapshots()
                .forEach(snapshot -> sums.regencies.putIfAbsent(
                        snapshot.region().code(), snapshot.region().name()));
        Snapshot snapshot = sums.snapshot(letter, election, at, shown);
        Consistency.require(snapshot);
        return new Result(
                snapshot,
                expected.stream()
                        .filter(regency -> !sums.letters.containsKey(regency.code()))
                        .sorted(Comparator.comparing(Region::code))
                        .toList(),
                sums.problems.stream()
                        .sorted(Comparator.comparing(Problem::region)
                                .thenComparing(Problem::trouble)
                                .thenComparing(Problem::letter)
                                .thenComparing(problem -> problem.contest() == null
                                        ? -1
                                        : problem.contest().ordinal()))
                        .toList());
    }

    private void choose(OfElection election, Collection<Received> received) {
        BinaryOperator<Received> later = BinaryOperator.maxBy(
                Comparator.comparing((Received one) -> one.frozen().snapshot().at())
                        .thenComparing(one -> one.frozen().sha256()));
        for (Received one : received) {
            Trouble trouble = trouble(election, one);
            if (trouble == null) {
                letters.merge(one.region(), one, later);
            } else {
                problems.add(new Problem(trouble, one.frozen().snapshot().letter(), one.region(), null));
            }
        }
    }

    private @Nullable Trouble trouble(OfElection election, Received one) {
        Snapshot snapshot = one.frozen().snapshot();
        RegionCode regency = snapshot.region().code();
        if (!snapshot.election().code().equals(election.code())) {
            return Trouble.ELECTION_DIFFERS;
        }
        if (snapshot.election().rehearsal() != election.rehearsal()) {
            return Trouble.REHEARSAL_DIFFERS;
        }
        boolean ours = regency.equals(one.region())
                && regency.level() == RegionCode.Level.REGENCY
                && region.code().contains(regency);
        return ours ? null : Trouble.REGION_DIFFERS;
    }

    private Stream<Snapshot> snapshots() {
        return letters.values().stream().map(one -> one.frozen().snapshot());
    }

    private Snapshot snapshot(UUID letter, OfElection election, Instant at, Instant shown) {
        List<OfContest> contests = contests();
        Limited<Incident> incidents = limited(
                Snapshot::incidents,
                MOST_INCIDENTS,
                Comparator.comparing(Incident::settled)
                        .thenComparing(Incident::at, Comparator.reverseOrder())
                        .thenComparing(Incident::id),
                Comparator.comparing(Incident::at).thenComparing(Incident::id));
        Limited<Unreported> unreported = limited(
                snapshot -> counted(snapshot, snapshot.unreported(), Unreported::contest),
                MOST_LINES,
                Comparator.comparingInt((Unreported desa) -> -desa.stations().size())
                        .thenComparing(Unreported::village)
                        .thenComparing(Unreported::contest),
                Comparator.comparing(Unreported::contest).thenComparing(Unreported::village));
        Limited<Correction> corrections = limited(
                snapshot -> counted(snapshot, snapshot.corrections(), Correction::contest),
                MOST_LINES,
                Comparator.comparing(Correction::at, Comparator.reverseOrder())
                        .thenComparing(Correction::station)
                        .thenComparing(Correction::contest),
                Comparator.comparing(Correction::contest)
                        .thenComparing(Correction::station)
                        .thenComparing(Correction::at));
        Limited<Explained> explained = limited(
                snapshot -> counted(snapshot, snapshot.explained(), Explained::contest),
                MOST_LINES,
                Comparator.comparing(Explained::code)
                        .thenComparing(Explained::station)
                        .thenComparing(Explained::contest)
                        .thenComparing(Explained::formula),
                Comparator.comparing(Explained::contest)
                        .thenComparing(Explained::station)
                        .thenComparing(Explained::code)
                        .thenComparing(Explained::formula));
        return new Snapshot(
                Snapshot.FORMAT,
                letter,
                election,
                region,
                at,
                shown,
                coverage(),
                contests,
                incidents.listed(),
                unreported.listed(),
                corrections.listed(),
                explained.listed(),
                escalations(),
                letters.values().stream().map(RollUp::source).toList(),
                new Omitted(
                        incidents.omitted(Omitted::incidents, snapshots()),
                        unreported.omitted(Omitted::unreported, snapshots()),
                        corrections.omitted(Omitted::corrections, snapshots()),
                        explained.omitted(Omitted::explained, snapshots()),
                        differing));
    }

    private static Source source(Received one) {
        Snapshot snapshot = one.frozen().snapshot();
        return new Source(
                snapshot.region().code(),
                snapshot.region().name(),
                snapshot.letter(),
                one.number(),
                snapshot.shown(),
                one.frozen().sha256(),
                snapshot.coverage().stations(),
                snapshot.contests().isEmpty()
                        ? 0
                        : Math.min(
                                snapshot.coverage().stations(),
                                snapshot.contests().get(0).whole().reported()));
    }

    private Coverage coverage() {
        Coverage none = new Coverage(0, 0, 0, 0, Sexes.NONE, 0, 0);
        Coverage sum = snapshots()
                .map(Snapshot::coverage)
                .reduce(
                        none,
                        (one, other) -> new Coverage(
                                0,
                                one.districts() + other.districts(),
                                one.villages() + other.villages(),
                                one.stations() + other.stations(),
                                one.dpt().plus(other.dpt()),
                                one.unknownDpt() + other.unknownDpt(),
                                one.opened() + other.opened()));
        return new Coverage(
                regencies.size(),
                sum.districts(),
                sum.villages(),
                sum.stations(),
                sum.dpt(),
                sum.unknownDpt(),
                sum.opened());
    }

    private List<OfContest> contests() {
        Map<ContestType, SortedMap<RegionCode, OfContest>> wide = new EnumMap<>(ContestType.class);
        List<OfContest> contests = new ArrayList<>();
        snapshots().forEach(snapshot -> {
            RegionCode regency = snapshot.region().code();
            for (OfContest contest : snapshot.contests()) {
                if (contest.type().level() == RegionCode.Level.PROVINCE) {
                    wide.computeIfAbsent(contest.type(), any -> new TreeMap<>()).put(regency, contest);
                } else {
                    SortedMap<RegionCode, OfContest> alone = new TreeMap<>(Map.of(regency, contest));
                    contests.add(sum(contest.type(), regency, alone, Set.of(regency)));
                }
            }
        });
        wide.forEach(
                (type, theirs) -> contests.add(sum(type, region.code(), sameBallot(type, theirs), regencies.keySet())));
        contests.sort(IN_ORDER);
        return contests;
    }

    /** Those with the ballot that most have; of ballots that as many have, the one of the regency with the lowest code. */
    private SortedMap<RegionCode, OfContest> sameBallot(ContestType type, SortedMap<RegionCode, OfContest> theirs) {
        Map<List<Option>, SortedMap<RegionCode, OfContest>> ballots = new LinkedHashMap<>();
        theirs.forEach((regency, contest) -> ballots.computeIfAbsent(contest.choices(), any -> new TreeMap<>())
                .put(regency, contest));
        SortedMap<RegionCode, OfContest> chosen = new TreeMap<>();
        for (SortedMap<RegionCode, OfContest> ballot : ballots.values()) {
            if (ballot.size() > chosen.size()) {
                chosen = ballot;
            }
        }
        Set<RegionCode> others = new HashSet<>(theirs.keySet());
        others.removeAll(chosen.keySet());
        others.stream().sorted().forEach(regency -> {
            Received one = Objects.requireNonNull(letters.get(regency));
            Snapshot snapshot = one.frozen().snapshot();
            problems.add(new Problem(Trouble.BALLOT_DIFFERS, snapshot.letter(), regency, type));
            differing.add(new Differing(type, regency, snapshot.region().name()));
        });
        return chosen;
    }

    /** The sum of a contest; the regencies are its parts. */
    private OfContest sum(
            ContestType type,
            RegionCode area,
            SortedMap<RegionCode, OfContest> theirs,
            Collection<RegionCode> partCodes) {
        OfContest first = theirs.get(theirs.firstKey());
        List<Option> choices = Objects.requireNonNull(first).choices();
        SortedMap<Integer, Long> zeroes = new TreeMap<>();
        choices.forEach(choice -> zeroes.put(choice.number(), 0L));
        Figures none = new Figures(0, 0, 0, 0, 0, 0, 0, zeroes, 0, 0, 0, Snapshot.Turnout.NONE);
        List<Part> parts = partCodes.stream()
                .sorted()
                .map(regency -> {
                    OfContest contest = theirs.get(regency);
                    return new Part(
                            regency,
                            regencies.getOrDefault(regency, regency.dotted()),
                            contest == null ? none : none.plus(contest.whole()));
                })
                .toList();
        return new OfContest(
                type,
                area,
                theirs.values().stream().mapToInt(OfContest::ballot).max().orElse(1),
                choices,
                parts.stream().map(Part::figures).reduce(none, Figures::plus),
                parts,
                theirs.values().stream()
                        .flatMap(contest -> contest.parts().stream())
                        .toList(),
                rounds(theirs.values()),
                arrivals(theirs.values()),
                List.of());
    }

    /** What each desk numbers for itself is known by its kind and day. */
    private static List<Round> rounds(Collection<OfContest> theirs) {
        record Key(LocalDate heldOn, RoundKind kind) {}
        Map<Key, int[]> sums = new TreeMap<>(Comparator.comparing(Key::heldOn).thenComparing(Key::kind));
        theirs.stream().flatMap(contest -> contest.rounds().stream()).forEach(round -> {
            int[] sum = sums.computeIfAbsent(new Key(round.heldOn(), round.kind()), any -> new int[2]);
            sum[0] += round.stations();
            sum[1] += round.reported();
        });
        List<Round> rounds = new ArrayList<>();
        sums.forEach((key, sum) -> rounds.add(new Round(rounds.size() + 2, key.kind(), key.heldOn(), sum[0], sum[1])));
        return rounds;
    }

    /** At each moment at which a regency had more: how many all had together. */
    private static List<Arrived> arrivals(Collection<OfContest> theirs) {
        SortedMap<Instant, Integer> steps = new TreeMap<>();
        for (OfContest contest : theirs) {
            int before = 0;
            for (Arrived arrived : contest.arrivals()) {
                steps.merge(arrived.at(), arrived.reported() - before, Integer::sum);
                before = arrived.reported();
            }
        }
        List<Arrived> arrivals = new ArrayList<>();
        int reported = 0;
        for (Map.Entry<Instant, Integer> step : steps.entrySet()) {
            reported += step.getValue();
            arrivals.add(new Arrived(step.getKey(), reported));
        }
        return arrivals;
    }

    private List<Escalated> escalations() {
        Map<EscalationKind, Map<Level, Escalated>> sums = new EnumMap<>(EscalationKind.class);
        snapshots()
                .flatMap(snapshot -> snapshot.escalations().stream())
                .forEach(one -> sums.computeIfAbsent(one.kind(), any -> new EnumMap<>(Level.class))
                        .merge(
                                one.level(),
                                one,
                                (a, b) -> new Escalated(
                                        a.kind(), a.level(), a.open() + b.open(), a.ended() + b.ended())));
        return sums.values().stream()
                .flatMap(levels -> levels.values().stream())
                .toList();
    }

    /** Without what belongs to a contest whose votes are in no sum. */
    private <T> List<T> counted(Snapshot snapshot, List<T> lines, Function<T, ContestType> contest) {
        Set<ContestType> leftOut = new HashSet<>();
        differing.stream()
                .filter(one -> one.region().equals(snapshot.region().code()))
                .forEach(one -> leftOut.add(one.contest()));
        return lines.stream()
                .filter(line -> !leftOut.contains(contest.apply(line)))
                .toList();
    }

    /** Lines that are carried over, and how many there were. */
    private record Limited<T>(List<T> listed, int all) {

        /** Those that are left out here, and those that the letters had left out. */
        int omitted(ToIntFunction<Omitted> before, Stream<Snapshot> letters) {
            return all
                    - listed.size()
                    + letters.map(Snapshot::omitted).mapToInt(before).sum();
        }
    }

    private <T> Limited<T> limited(
            Function<Snapshot, List<T>> lines, int most, Comparator<T> importance, Comparator<T> order) {
        List<T> all = snapshots()
                .flatMap(snapshot -> lines.apply(snapshot).stream())
                .sorted(importance)
                .toList();
        return new Limited<>(all.stream().limit(most).sorted(order).toList(), all.size());
    }
}
