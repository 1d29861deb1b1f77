package id.deskpemilu.recap;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Region;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the sums of regions: what is folded and what is not yet, in one statement, so that it is always exactly what was
 * committed. How long that takes depends on the number of regions and choices, not on the number of reports.
 */
@Component
public class Totals {

    private final JdbcClient jdbc;
    private final Forms forms;

    Totals(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /**
     * A contest and the ballot whose votes are read.
     *
     * @param contest the contest
     * @param ballot the number of the round that it belongs to
     * @param choices what is on it
     */
    public record Counted(Contest contest, int ballot, List<Choice> choices) {}

    /**
     * The sums of a contest in a region and one level down.
     *
     * @param whole the region as a whole
     * @param parts the regions below that have stations of the contest, in the order of their codes
     * @param arrived how many reports came in each five minutes, by the number of those since 1970 on the clock of the
     *     election
     * @param rounds how many stations' reports belong to each later round
     * @param cases how many stations vote on each ballot, by the round that it belongs to
     */
    public record Sums(
            Progress.Count whole,
            List<Progress.Part> parts,
            SortedMap<Long, Integer> arrived,
            Map<Integer, Integer> rounds,
            SortedMap<Integer, Integer> cases) {

        Progress progress(RegionCode region, Instant at) {
            return new Progress(region, at, whole, parts);
        }
    }

    /**
     * What a desa owes in a contest.
     *
     * @param village its code
     * @param name its name
     * @param district its kecamatan's code
     * @param districtName its kecamatan's name
     * @param stake the sum over the contests of the votes that are outstanding, each times its weight
     * @param contestId the contest
     * @param missing its stations that have not reported there
     * @param votes the votes that they can have at most
     */
    public record Owed(
            RegionCode village,
            String name,
            RegionCode district,
            String districtName,
            double stake,
            long contestId,
            int missing,
            long votes) {}

    /** The end of a step of {@link Sums#arrived}, by the clock of the election. */
    public static Instant endOfStep(long step) {
        return Instant.ofEpochSecond((step + 1) * Deltas.STEP.toSeconds());
    }

    /** Amounts by ballot and measure. */
    private static final class Amounts {

        private final Map<Integer, SortedMap<String, Long>> byBallot = new TreeMap<>();

        void add(int ballot, String measure, long amount) {
            byBallot.computeIfAbsent(ballot, any -> new TreeMap<>()).merge(measure, amount, Long::sum);
        }

        long of(String measure) {
            return byBallot.values().stream()
                    .mapToLong(amounts -> amounts.getOrDefault(measure, 0L))
                    .sum();
        }

        int count(String measure) {
            return Math.toIntExact(of(measure));
        }

        long of(String measure, int ballot) {
            return byBallot.getOrDefault(ballot, new TreeMap<>()).getOrDefault(measure, 0L);
        }

        /** What follows the letter, with the amount; of all ballots, or of one. */
        SortedMap<String, Long> all(String letter, @Nullable Integer ballot) {
            SortedMap<String, Long> found = new TreeMap<>();
            byBallot.forEach((of, amounts) -> {
                if (ballot == null || of.intValue() == ballot) {
                    amounts.subMap(letter, letter + '~').forEach((measure, amount) -> {
                        if (amount != 0) {
                            found.merge(measure.substring(letter.length()), amount, Long::sum);
                        }
                    });
                }
            });
            return found;
        }
    }

    /** Stations and voters of a place. */
    private record Place(int stations, long dpt, int unknown) {

        static final Place NONE = new Place(0, 0, 0);
    }

    private record Key(long contest, String region) {}

    /** The sums of one contest in a region, on its first ballot and without the level below. */
    Sums whole(Contest contest, RegionCode region) {
        Counted counted = new Counted(contest, 1, contest.choices());
        return Objects.requireNonNull(
                of(List.of(counted), region, List.of(), false).get(contest.id()));
    }

    /**
     * The sums of contests of one election.
     *
     * @param region the region
     * @param below the regions one level down
     * @param partVotes whether the regions below are read with their votes and findings, or only what is counted in stations
     * @return by the contest's key, in the order given
     */
    public Map<Long, Sums> of(List<Counted> contests, RegionCode region, List<Region> below, boolean partVotes) {
        Map<Long, Sums> sums = new LinkedHashMap<>();
        if (contests.isEmpty()) {
            return sums;
        }
        Map<Key, Amounts> amounts = amounts(contests, region, below, partVotes);
        Map<String, Place> places = places(contests, region, below);
        for (Counted counted : contests) {
            Contest contest = counted.contest();
            Form form = forms.of(contest);
            Amounts whole = amounts.getOrDefault(new Key(contest.id(), region.digits()), new Amounts());
            List<Progress.Part> parts = below.stream()
                    .map(part -> new Progress.Part(
                            part.code(),
                            part.name(),
                            count(
                                    counted,
                                    form,
                                    amounts.getOrDefault(
                                            new Key(contest.id(), part.code().digits()), new Amounts()),
                                    place(contest, part.code(), places))))
                    .filter(part -> part.count().all() > 0)
                    .toList();
            SortedMap<Integer, Integer> cases = new TreeMap<>();
            whole.byBallot.keySet().forEach(ballot -> {
                long of = whole.of(Measure.CASES, ballot);
                if (of > 0) {
                    cases.put(ballot, Math.toIntExact(of));
                }
            });
            SortedMap<Long, Integer> arrived = new TreeMap<>();
            whole.all(Measure.ARRIVED, null)
                    .forEach((step, reports) -> arrived.put(Long.valueOf(step), Math.toIntExact(reports)));
            Map<Integer, Integer> rounds = new TreeMap<>();
            whole.all(Measure.ROUND, null)
                    .forEach((round, stations) -> rounds.put(Integer.valueOf(round), Math.toIntExact(stations)));
            sums.put(
                    contest.id(),
                    new Sums(
                            count(counted, form, whole, place(contest, region, places)),
                            parts,
                            arrived,
                            rounds,
                            cases));
        }
        return sums;
    }

    /**
     * The desa with the most at stake among those with stations missing.
     *
     * @param weights what each contest weighs, by its key
     * @param most how many desa at most
     * @return a row for each desa and contest, the desa with the most at stake first
     */
    public List<Owed> owed(Map<Long, Double> weights, RegionCode region, int most) {
        return jdbc.sql("""
                        with weight as (
                            select * from unnest(?::bigint[], ?::float8[]) w(contest_id, weight)
                        ), kept as (
                            select t.contest_id, t.region village, t.measure, t.amount
                            from weight w join desk.recap_total t on t.contest_id = w.contest_id
                            where t.region like ? and length(t.region) = 10 and t.measure in ('awaited', 'out_votes')
                            union all
                            select d.contest_id, d.village, d.measure, d.amount
                            from weight w join desk.recap_delta d on d.contest_id = w.contest_id
                            where d.village like ? and d.measure in ('awaited', 'out_votes')
                        ), owed as (
                            select contest_id, village,
                                   coalesce(sum(amount) filter (where measure = 'awaited'), 0) missing,
                                   coalesce(sum(amount) filter (where measure = 'out_votes'), 0) votes
                            from kept group by 1, 2
                        ), most as (
                            select village, sum(votes * weight) stake from owed join weight using (contest_id)
                            where missing > 0 group by village order by stake desc, village limit ?
                        )
                        select m.village, v.name, d.code district, d.name district_name, m.stake,
                               o.contest_id, o.missing, o.votes
                        from most m
                        join owed o on o.village = m.village and o.missing > 0
                        join desk.region v on v.code = m.village
                        join desk.region d on d.code = left(m.village, 6)
                        order by m.stake desc, m.village, o.contest_id
                        """)
                .params(
                        weights.keySet().toArray(Long[]::new),
                        weights.values().toArray(Double[]::new),
                        region.digits() + "%",
                        region.digits() + "%",
                        most)
                .query((row, n) -> new Owed(
                        new RegionCode(row.getString("village")),
                        row.getString("name"),
                        new RegionCode(row.getString("district")),
                        row.getString("district_name"),
                        row.getDouble("stake"),
                        row.getLong("contest_id"),
                        row.getInt("missing"),
                        row.getLong("votes")))
                .list();
    }

    /** What is folded and what is not yet, in one statement. */
    private Map<Key, Amounts> amounts(
            List<Counted> contests, RegionCode region, List<Region> below, boolean partVotes) {
        Map<Key, Amounts> amounts = new HashMap<>();
        Long[] ids = contests.stream().map(counted -> counted.contest().id()).toArray(Long[]::new);
        String[] parts = below.stream().map(part -> part.code().digits()).toArray(String[]::new);
        jdbc.sql("""
                        select contest_id, region, ballot, measure, amount from desk.recap_total
                        where contest_id = any (:contests) and region = :region
                        union all
                        select contest_id, region, ballot, measure, amount from desk.recap_total
                        where contest_id = any (:contests) and region = any (:parts) and measure >= :from
                        union all
                        select contest_id, :region, ballot, measure, sum(amount) from desk.recap_delta
                        where contest_id = any (:contests) and village like :prefix group by 1, 2, 3, 4
                        union all
                        select contest_id, left(village, :length), ballot, measure, sum(amount) from desk.recap_delta
                        where contest_id = any (:contests) and village like :prefix and measure >= :from
                          and cardinality(:parts::varchar[]) > 0 group by 1, 2, 3, 4
                        """)
                .param("contests", ids)
                .param("region", region.digits())
                .param("prefix", region.digits() + "%")
                .param("parts", parts)
                .param(
                        "length",
                        below.isEmpty() ? 0 : below.get(0).code().digits().length())
                .param("from", partVotes ? Measure.FINDING : Measure.APART)
                .query(row -> {
                    amounts.computeIfAbsent(
                                    new Key(row.getLong("contest_id"), row.getString("region")), key -> new Amounts())
                            .add(row.getInt("ballot"), row.getString("measure"), row.getLong("amount"));
                });
        return amounts;
    }

    private Map<String, Place> places(List<Counted> contests, RegionCode region, List<Region> below) {
        Collection<String> codes = contests.stream()
                .flatMap(counted -> Stream.concat(
                                Stream.of(region), below.stream().map(Region::code))
                        .map(code -> clip(code, counted.contest().area())))
                .filter(Objects::nonNull)
                .map(RegionCode::digits)
                .distinct()
                .toList();
        Map<String, Place> places = new HashMap<>();
        jdbc.sql("""
                        select region, stations, dpt, unknown from desk.recap_place
                        where election_id = ? and region = any (?)
                        """)
                .params(contests.get(0).contest().election().id(), new ArrayList<>(codes).toArray(String[]::new))
                .query(row -> {
                    places.put(
                            row.getString("region"),
                            new Place(row.getInt("stations"), row.getLong("dpt"), row.getInt("unknown")));
                });
        return places;
    }

    private static Place place(Contest contest, RegionCode region, Map<String, Place> places) {
        RegionCode inside = clip(region, contest.area());
        return inside == null ? Place.NONE : places.getOrDefault(inside.digits(), Place.NONE);
    }

    /** The part of the region that lies in the area; null if none does. */
    private static @Nullable RegionCode clip(RegionCode region, RegionCode area) {
        return area.contains(region) ? region : region.contains(area) ? area : null;
    }

    private static Progress.Count count(Counted counted, Form form, Amounts amounts, Place place) {
        int ballot = counted.ballot();
        Map<Integer, Long> votes = new TreeMap<>();
        if (amounts.of(Measure.COUNTED, ballot) > 0) {
            counted.choices().forEach(choice -> votes.put(choice.number(), 0L));
        }
        amounts.all(Measure.VOTES, ballot).forEach((number, sum) -> votes.put(Integer.valueOf(number), sum));
        SortedMap<Integer, Long> heldVotes = new TreeMap<>();
        amounts.all(Measure.HELD_VOTES, ballot).forEach((number, sum) -> heldVotes.put(Integer.valueOf(number), sum));
        SortedMap<String, Integer> findings = new TreeMap<>();
        amounts.all(Measure.FINDING, null).forEach((code, reports) -> findings.put(code, Math.toIntExact(reports)));
        // a station that has no case yet is not known to anybody
        int without = Math.max(0, place.stations() - amounts.count(Measure.CASES));
        long theirs = (long) without * form.ballotsFor(form.largestStation());
        return new Progress.Count(
                place.stations(),
                amounts.count(Measure.REPORTED),
                amounts.count(Measure.APPROVED),
                amounts.count(Measure.CORRECTIONS),
                amounts.count(Measure.AS_WRITTEN),
                votes,
                amounts.of(Measure.VALID, ballot),
                amounts.of(Measure.INVALID, ballot),
                amounts.count(Measure.APART),
                amounts.of(Measure.APART_VOTES),
                new Progress.Voters(
                        place.dpt(),
                        place.unknown(),
                        amounts.of(Measure.DPT_REPORTED),
                        amounts.of(Measure.REGISTERED, ballot),
                        amounts.of(Measure.VOTED, ballot)),
                new Progress.Findings(amounts.count(Measure.FINDINGS), amounts.count(Measure.INCONSISTENT), findings),
                new Progress.Open(
                        amounts.of(Measure.OUT_VOTES) + theirs,
                        amounts.of(Measure.HELD_MOST),
                        amounts.of(Measure.UNKNOWN_MOST) + theirs,
                        amounts.count(Measure.UNKNOWN) + without,
                        amounts.count(Measure.HELD),
                        heldVotes));
    }
}
