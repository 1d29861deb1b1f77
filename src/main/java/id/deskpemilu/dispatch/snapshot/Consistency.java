package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Coverage;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.dispatch.snapshot.Snapshot.Turnout;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.RegionCode.Level;
import id.deskpemilu.shared.StationCode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the figures of a snapshot agree with each other and with its region, and are no more than a region can have. What
 * a form may get wrong (votes that are not the valid votes) is no contradiction.
 */
final class Consistency {

    /** No sum of a province comes near it, and sums of so many do not overflow. */
    private static final long LARGEST_FIGURE = 1_000_000_000_000L;

    private static final int MOST_CONTESTS = 300;
    private static final int LARGEST_BALLOT = 99;
    private static final int MOST_PARTS = 1_000;
    private static final int MOST_DETAILS = 3_000;
    private static final int MOST_ROUNDS = 200;
    private static final int MOST_ARRIVALS = 20_000;
    private static final int MOST_STATIONS = 200_000;
    private static final int MOST_LINES = 100_000;
    private static final int MOST_INCIDENTS = 10_000;
    private static final int MOST_KINDS = 30;
    private static final int LONGEST_NAME = 500;

    private static final Pattern ELECTION = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Snapshot snapshot;
    private final RegionCode region;

    private Consistency(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.region = snapshot.region().code();
    }

    /**
     * Passes if everything agrees.
     *
     * @throws Refusal {@code SNAPSHOT_INCONSISTENT} with the first place where it does not
     */
    static void require(Snapshot snapshot) {
        new Consistency(snapshot).check();
    }

    private void check() {
        require(region.level() != Level.VILLAGE, "region");
        require(ELECTION.matcher(snapshot.election().code()).matches(), "election");
        name(snapshot.election().name(), "election");
        name(snapshot.region().name(), "region");
        coverage(snapshot.coverage());
        most(snapshot.contests(), MOST_CONTESTS, "contests");
        Set<String> seen = new HashSet<>();
        for (OfContest contest : snapshot.contests()) {
            String place = contest.type().slug();
            require(seen.add(place + contest.area()), place);
            require(reaches(contest.area(), region), place);
            contest(contest, place);
        }
        lists();
        sources();
    }

    private static void coverage(Coverage coverage) {
        figures(
                "coverage",
                coverage.regencies(),
                coverage.districts(),
                coverage.villages(),
                coverage.stations(),
                coverage.unknownDpt(),
                coverage.opened());
        sexes(coverage.dpt(), "coverage");
        require(coverage.unknownDpt() <= coverage.stations() && coverage.opened() <= coverage.stations(), "coverage");
    }

    private void contest(OfContest contest, String place) {
        require(contest.ballot() > 0, place);
        most(contest.choices(), LARGEST_BALLOT, place);
        Set<Integer> numbers = new HashSet<>();
        contest.choices().forEach(choice -> {
            require(choice.number() > 0 && choice.number() <= LARGEST_BALLOT && numbers.add(choice.number()), place);
            name(choice.name(), place);
        });
        most(contest.parts(), MOST_PARTS, place);
        most(contest.details(), MOST_DETAILS, place);
        regions(contest, contest.parts(), 1, place);
        regions(contest, contest.details(), 2, place);
        figures(contest.whole(), numbers, place);
        contest.parts().forEach(part -> figures(part.figures(), numbers, place + " " + part.code()));
        contest.details().forEach(part -> figures(part.figures(), numbers, place + " " + part.code()));
        require(same(contest.whole(), sum(contest.parts())), place);
        if (!contest.details().isEmpty()) {
            Map<RegionCode, List<Part>> inside = contest.details().stream()
                    .collect(Collectors.groupingBy(part -> part.code().at(level(1))));
            contest.parts()
                    .forEach(part -> require(
                            same(part.figures(), sum(inside.getOrDefault(part.code(), List.of()))),
                            place + " " + part.code()));
            require(
                    contest.parts().stream()
                            .map(Part::code)
                            .collect(Collectors.toSet())
                            .containsAll(inside.keySet()),
                    place);
        }
        course(contest, place);
    }

    /** Rounds, arrivals and revisions. */
    private void course(OfContest contest, String place) {
        most(contest.rounds(), MOST_ROUNDS, place);
        ascending(contest.rounds(), Snapshot.Round::number, place);
        contest.rounds().forEach(round -> {
            figures(place, round.stations(), round.reported());
            require(round.number() > 1 && round.reported() <= round.stations(), place);
        });
        most(contest.arrivals(), MOST_ARRIVALS, place);
        ascending(contest.arrivals(), Snapshot.Arrived::at, place);
        int before = 0;
        for (Snapshot.Arrived arrived : contest.arrivals()) {
            require(
                    arrived.reported() >= before
                            && arrived.reported() <= contest.whole().reported(),
                    place);
            before = arrived.reported();
        }
        most(contest.revisions(), MOST_STATIONS, place);
        ascending(contest.revisions(), Snapshot.Counted::station, place);
        contest.revisions().forEach(counted -> require(counted.revision() > 0 && isHere(counted.station()), place));
        require(
                contest.revisions().size()
                        <= contest.whole().reported() - contest.whole().apart(),
                place);
    }

    /** In the order of their codes, none twice, so many levels down, in the region and where the contest is held. */
    private void regions(OfContest contest, List<Part> parts, int down, String place) {
        if (parts.isEmpty()) {
            return;
        }
        require(region.level().ordinal() + down < Level.values().length, place);
        ascending(parts, Part::code, place);
        for (Part part : parts) {
            name(part.name(), place);
            require(
                    part.code().level() == level(down)
                            && region.contains(part.code())
                            && reaches(contest.area(), part.code()),
                    place + " " + part.code());
        }
    }

    private Level level(int down) {
        return Level.values()[region.level().ordinal() + down];
    }

    private static void figures(Figures figures, Set<Integer> numbers, String place) {
        figures(
                place,
                figures.stations(),
                figures.reported(),
                figures.verified(),
                figures.correcting(),
                figures.apart(),
                figures.asWritten(),
                figures.inconsistent(),
                figures.valid(),
                figures.invalid(),
                figures.dpt());
        require(numbers.containsAll(figures.votes().keySet()), place);
        figures.votes().values().forEach(votes -> figures(place, votes));
        require(
                figures.reported() <= figures.stations()
                        && figures.verified() <= figures.reported()
                        && figures.correcting() <= figures.reported()
                        && figures.apart() <= figures.reported()
                        && figures.asWritten() <= figures.verified()
                        && figures.inconsistent() <= figures.reported(),
                place);
        Turnout turnout = figures.turnout();
        List.of(
                        turnout.registered(),
                        turnout.listed(),
                        turnout.moved(),
                        turnout.unlisted(),
                        turnout.voted(),
                        turnout.disabled())
                .forEach(sexes -> sexes(sexes, place));
    }

    private static Figures sum(List<Part> parts) {
        return parts.stream().map(Part::figures).reduce(Figures.NONE, Figures::plus);
    }

    /** Whether both are the same; a choice without votes may stand with zero or not at all. */
    private static boolean same(Figures one, Figures other) {
        return one.equals(other) || withoutZeroes(one).equals(withoutZeroes(other));
    }

    private static Figures withoutZeroes(Figures figures) {
        SortedMap<Integer, Long> votes = new TreeMap<>(figures.votes());
        votes.values().removeIf(count -> count == 0);
        return new Figures(
                figures.stations(),
                figures.reported(),
                figures.verified(),
                figures.correcting(),
                figures.apart(),
                figures.asWritten(),
                figures.inconsistent(),
                votes,
                figures.valid(),
                figures.invalid(),
                figures.dpt(),
                figures.turnout());
    }

    /** What is listed besides the figures. */
    private void lists() {
        most(snapshot.incidents(), MOST_INCIDENTS, "incidents");
        snapshot.incidents()
                .forEach(incident ->
                        require(region.contains(incident.region()) && isHereOrNone(incident.station()), "incidents"));
        unreported();
        most(snapshot.corrections(), MOST_LINES, "corrections");
        snapshot.corrections().forEach(correction -> {
            require(isHere(correction.station()), "corrections");
            correction.changes().forEach(change -> figures("corrections", change.from(), change.to()));
        });
        most(snapshot.explained(), MOST_LINES, "explained");
        snapshot.explained().forEach(finding -> require(isHere(finding.station()), "explained"));
        most(snapshot.escalations(), MOST_KINDS, "escalations");
        Set<String> seen = new HashSet<>();
        snapshot.escalations().forEach(escalated -> {
            figures("escalations", escalated.open(), escalated.ended());
            require(seen.add(escalated.kind() + " " + escalated.level()), "escalations");
        });
        Snapshot.Omitted omitted = snapshot.omitted();
        figures("omitted", omitted.incidents(), omitted.unreported(), omitted.corrections(), omitted.explained());
        most(omitted.differing(), MOST_LINES, "omitted");
        omitted.differing().forEach(differing -> require(region.contains(differing.region()), "omitted"));
    }

    private void unreported() {
        most(snapshot.unreported(), MOST_LINES, "unreported");
        Map<ContestType, Integer> missing = new EnumMap<>(ContestType.class);
        snapshot.contests()
                .forEach(
                        contest -> missing.merge(contest.type(), contest.whole().missing(), Integer::sum));
        Map<ContestType, Integer> listed = new EnumMap<>(ContestType.class);
        Set<String> seen = new HashSet<>();
        for (Unreported desa : snapshot.unreported()) {
            RegionCode village = desa.village();
            String place = "unreported " + village;
            require(village.level() == Level.VILLAGE && region.contains(village), place);
            require(!desa.stations().isEmpty() && seen.add(desa.contest() + " " + village), place);
            require(desa.stations().stream().allMatch(village::contains), place);
            ascending(desa.stations(), Function.identity(), place);
            listed.merge(desa.contest(), desa.stations().size(), Integer::sum);
        }
        listed.forEach((contest, stations) ->
                require(stations <= missing.getOrDefault(contest, 0), "unreported " + contest.slug()));
    }

    private void sources() {
        most(snapshot.sources(), MOST_PARTS, "sources");
        Map<RegionCode, String> seen = new HashMap<>();
        for (Snapshot.Source source : snapshot.sources()) {
            String place = "sources " + source.region();
            require(region.contains(source.region()) && !region.equals(source.region()), place);
            require(seen.put(source.region(), source.sha256()) == null, place);
            require(HASH.matcher(source.sha256()).matches(), place);
            figures(place, source.stations(), source.reported());
            require(source.reported() <= source.stations(), place);
        }
    }

    private boolean isHereOrNone(@Nullable StationCode station) {
        return station == null || isHere(station);
    }

    private boolean isHere(StationCode station) {
        return region.contains(station);
    }

    private static boolean reaches(RegionCode area, RegionCode region) {
        return area.contains(region) || region.contains(area);
    }

    private static void sexes(Sexes sexes, String place) {
        figures(place, sexes.l(), sexes.p(), sexes.j());
    }

    private static void figures(String place, long... figures) {
        require(LongStream.of(figures).allMatch(figure -> figure >= 0 && figure <= LARGEST_FIGURE), place);
    }

    private static void name(String name, String place) {
        require(!name.isBlank() && name.length() <= LONGEST_NAME, place);
    }

    private static void most(Collection<?> list, int most, String place) {
        require(list.size() <= most, place);
    }

    private static <T, K extends Comparable<? super K>> void ascending(
            List<T> list, Function<? super T, K> key, String place) {
        for (int i = 1; i < list.size(); i++) {
            require(key.apply(list.get(i - 1)).compareTo(key.apply(list.get(i))) < 0, place);
        }
    }

    private static void require(boolean agrees, String place) {
        if (!agrees) {
            throw Refusal.invalid("SNAPSHOT_INCONSISTENT", place);
        }
    }
}
