package id.deskpemilu.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.board.Outlook.Chance;
import id.deskpemilu.election.Choice;
import id.deskpemilu.recap.Progress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the board says of the order is what comes out when every way in which the open votes can fall is tried. */
class OutlookPropertyTest {

    /** How the votes of a station stand. */
    enum Standing {
        FIRM,
        /** Counted, and disputed or being corrected. */
        HELD,
        /** Sent, and not counted until two have looked. */
        APART,
        MISSING
    }

    /**
     * A station.
     *
     * @param most votes that it can have at most
     * @param unknown whether its DPT is not known
     * @param votes what its form has, in the order of the ballot
     */
    record Polled(Standing standing, int most, boolean unknown, List<Integer> votes) {

        boolean isOpen() {
            return standing != Standing.FIRM;
        }

        boolean counts() {
            return standing == Standing.FIRM || standing == Standing.HELD;
        }
    }

    @Provide
    Arbitrary<List<Polled>> stations() {
        Arbitrary<Polled> station = Combinators.combine(
                        Arbitraries.of(Standing.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3).map(dice -> dice == 0),
                        Arbitraries.integers().between(0, 4).list().ofSize(3))
                .as((standing, spare, unknown, votes) -> {
                    int cast = votes.stream().mapToInt(Integer::intValue).sum();
                    int most = standing == Standing.MISSING
                            ? spare
                            : standing == Standing.FIRM ? cast : Math.max(spare, Math.min(cast, 5));
                    List<Integer> written = standing == Standing.MISSING
                            ? List.of(0, 0, 0)
                            : standing == Standing.FIRM ? votes : within(votes, most);
                    return new Polled(standing, most, unknown && standing != Standing.FIRM, written);
                });
        return station.list().ofMinSize(1).ofMaxSize(4);
    }

    /** A form never has more votes than the station is taken to have at most. */
    private static List<Integer> within(List<Integer> votes, int most) {
        List<Integer> cut = new ArrayList<>();
        int left = most;
        for (int count : votes) {
            int kept = Math.min(left, count);
            cut.add(kept);
            left -= kept;
        }
        return cut;
    }

    @Property(tries = 400)
    void the_order_can_change_where_some_way_to_fill_the_open_stations_changes_it(
            @ForAll("stations") List<Polled> stations) {
        Outlook outlook = outlook(stations);
        Set<List<Integer>> ends = ends(stations, true);
        Set<List<Integer>> withoutUnknown = ends(stations, false);
        List<Outlook.Pair> pairs = new ArrayList<>(outlook.pairs());
        pairs.addAll(outlook.challengers());
        for (Outlook.Pair pair : pairs) {
            int best = best(ends, pair);
            int known = best(withoutUnknown, pair);
            Chance expected = best < 0
                    ? Chance.NONE
                    : known > 0 ? Chance.AHEAD : best == known ? Chance.LEVEL : Chance.NOT_EXCLUDED;
            assertThat(pair.chance()).as("%s of %s", pair, stations).isEqualTo(expected);
        }
        int first = outlook.order().get(0).number();
        boolean shared = ends.stream()
                .anyMatch(end -> IntStream.rangeClosed(1, 3)
                        .anyMatch(other -> other != first && end.get(other - 1) >= end.get(first - 1)));
        assertThat(outlook.canStillChange()).isEqualTo(shared);
    }

    @Property(tries = 200)
    void the_order_is_that_of_the_votes_and_leads_add_up(@ForAll("stations") List<Polled> stations) {
        Outlook outlook = outlook(stations);
        assertThat(outlook.order()).isSortedAccordingTo((a, b) -> Long.compare(b.votes(), a.votes()));
        assertThat(outlook.pairs().stream().mapToLong(Outlook.Pair::lead).sum())
                .isEqualTo(
                        outlook.order().get(0).votes() - outlook.order().get(2).votes());
        assertThat(outlook.lead()).isEqualTo(outlook.pairs().get(0).lead());
    }

    @Example
    void a_lead_of_exactly_the_open_votes_ends_level_at_most() {
        Polled counted = new Polled(Standing.FIRM, 9, false, List.of(6, 3, 0));
        assertThat(chance(counted, new Polled(Standing.MISSING, 2, false, List.of(0, 0, 0))))
                .isEqualTo(Chance.NONE);
        assertThat(chance(counted, new Polled(Standing.MISSING, 3, false, List.of(0, 0, 0))))
                .isEqualTo(Chance.LEVEL);
        assertThat(chance(counted, new Polled(Standing.MISSING, 4, false, List.of(0, 0, 0))))
                .isEqualTo(Chance.AHEAD);
        assertThat(chance(counted, new Polled(Standing.MISSING, 4, true, List.of(0, 0, 0))))
                .isEqualTo(Chance.NOT_EXCLUDED);
    }

    @Example
    void a_disputed_report_can_lose_what_it_has_given() {
        Polled counted = new Polled(Standing.FIRM, 4, false, List.of(2, 2, 0));
        Polled disputed = new Polled(Standing.HELD, 5, false, List.of(5, 0, 0));
        Outlook outlook = outlook(List.of(counted, disputed));
        assertThat(outlook.lead()).isEqualTo(5);
        assertThat(outlook.pairs().get(0).chance()).isEqualTo(Chance.AHEAD);
    }

    @Example
    void votes_on_different_ballots_say_nothing_of_an_order() {
        Outlook nothing = new Outlook(Outlook.Kind.SEVERAL_BALLOTS, List.of(), 0, 5, 0, 0, 0, List.of(), List.of());
        assertThat(nothing.canStillChange()).isNull();
        assertThat(nothing.open()).isEqualTo(5);
    }

    private static Chance chance(Polled... stations) {
        return outlook(List.of(stations)).pairs().get(0).chance();
    }

    private static int best(Set<List<Integer>> ends, Outlook.Pair pair) {
        return ends.stream()
                .mapToInt(end -> end.get(pair.behind() - 1) - end.get(pair.ahead() - 1))
                .max()
                .orElseThrow();
    }

    /** Every result that there can be; without the unknown ones those give nothing. */
    private static Set<List<Integer>> ends(List<Polled> stations, boolean withUnknown) {
        Set<List<Integer>> ends = Set.of(List.of(0, 0, 0));
        for (Polled station : stations) {
            Set<List<Integer>> next = new HashSet<>();
            List<List<Integer>> ways = !station.isOpen()
                    ? List.of(station.votes())
                    : ways(station.unknown() && !withUnknown ? 0 : station.most());
            for (List<Integer> end : ends) {
                for (List<Integer> way : ways) {
                    next.add(List.of(end.get(0) + way.get(0), end.get(1) + way.get(1), end.get(2) + way.get(2)));
                }
            }
            ends = next;
        }
        return ends;
    }

    private static List<List<Integer>> ways(int most) {
        List<List<Integer>> ways = new ArrayList<>();
        for (int a = 0; a <= most; a++) {
            for (int b = 0; a + b <= most; b++) {
                for (int c = 0; a + b + c <= most; c++) {
                    ways.add(List.of(a, b, c));
                }
            }
        }
        return ways;
    }

    private static Outlook outlook(List<Polled> stations) {
        TreeMap<Integer, Long> votes = new TreeMap<>();
        TreeMap<Integer, Long> held = new TreeMap<>();
        long missingMost = 0;
        long heldMost = 0;
        long unknownMost = 0;
        int unknown = 0;
        for (Polled station : stations) {
            for (int number = 1; number <= 3; number++) {
                long count = station.votes().get(number - 1);
                if (station.counts()) {
                    votes.merge(number, count, Long::sum);
                }
                if (station.standing() == Standing.HELD) {
                    held.merge(number, count, Long::sum);
                }
            }
            missingMost += station.standing() == Standing.MISSING ? station.most() : 0;
            heldMost +=
                    station.standing() == Standing.HELD || station.standing() == Standing.APART ? station.most() : 0;
            unknownMost += station.unknown() ? station.most() : 0;
            unknown += station.unknown() ? 1 : 0;
        }
        var nothing = Progress.Count.NOTHING;
        var count = new Progress.Count(
                stations.size(),
                0,
                0,
                0,
                0,
                votes,
                0,
                0,
                0,
                0,
                nothing.voters(),
                nothing.findings(),
                new Progress.Open(missingMost, heldMost, unknownMost, unknown, 0, held));
        List<Choice> choices = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> Choice.of(number, "Paslon " + number))
                .toList();
        return Outlooks.of(Outlook.Kind.WINNER, choices, count);
    }
}
