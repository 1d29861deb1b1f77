package id.deskpemilu.board;

import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds out whether the order of the votes can still change. */
final class Outlooks {

    private Outlooks() {}

    /**
     * What can be said of a contest in a region: who wins only where the region has all the votes.
     *
     * @param ballots on how many ballots its stations vote
     */
    static Outlook of(Contest contest, RegionCode region, List<Choice> choices, Progress.Count count, int ballots) {
        if (ballots > 1) {
            return nothing(count.open());
        }
        return of(isWonIn(contest, region) ? Outlook.Kind.WINNER : Outlook.Kind.ORDER, choices, count);
    }

    /** A president is elected with the votes of all provinces, several candidates get a seat in the other contests. */
    private static boolean isWonIn(Contest contest, RegionCode region) {
        return (contest.type() == ContestType.GUBERNUR || contest.type() == ContestType.BUPATI)
                && contest.area().level() == contest.type().level()
                && region.contains(contest.area());
    }

    private static Outlook nothing(Progress.Open open) {
        return new Outlook(
                Outlook.Kind.SEVERAL_BALLOTS,
                List.of(),
                0,
                open.missing(),
                open.held(),
                open.unknown(),
                open.unknownStations(),
                List.of(),
                List.of());
    }

    static Outlook of(Outlook.Kind kind, List<Choice> choices, Progress.Count count) {
        Progress.Open open = count.open();
        List<Outlook.Place> order = choices.stream()
                .map(choice -> new Outlook.Place(choice.number(), count.votes().getOrDefault(choice.number(), 0L)))
                .sorted(Comparator.comparingLong(Outlook.Place::votes)
                        .reversed()
                        .thenComparing(Outlook.Place::number))
                .toList();
        List<Outlook.Pair> pairs = new ArrayList<>();
        List<Outlook.Pair> challengers = new ArrayList<>();
        for (int i = 1; i < order.size(); i++) {
            pairs.add(pair(order.get(i - 1), order.get(i), open));
            challengers.add(pair(order.get(0), order.get(i), open));
        }
        long lead = order.size() < 2 ? 0 : order.get(0).votes() - order.get(1).votes();
        return new Outlook(
                kind,
                order,
                lead,
                open.missing(),
                open.held(),
                open.unknown(),
                open.unknownStations(),
                List.copyOf(pairs),
                List.copyOf(challengers));
    }

    /**
     * The one behind gets every open vote and the one ahead none: if it is not level even so, it never will be. The votes of
     * a report that can still change are taken from both before, for they are among the open ones.
     */
    private static Outlook.Pair pair(Outlook.Place ahead, Outlook.Place behind, Progress.Open open) {
        Map<Integer, Long> held = open.heldVotes();
        long firm = behind.votes()
                - held.getOrDefault(behind.number(), 0L)
                - (ahead.votes() - held.getOrDefault(ahead.number(), 0L));
        long most = firm + open.atMost();
        long known = most - open.unknown();
        Outlook.Chance chance;
        if (most < 0) {
            chance = Outlook.Chance.NONE;
        } else if (known > 0) {
            chance = Outlook.Chance.AHEAD;
        } else if (most == known) {
            chance = Outlook.Chance.LEVEL;
        } else {
            chance = Outlook.Chance.NOT_EXCLUDED;
        }
        return new Outlook.Pair(ahead.number(), behind.number(), ahead.votes() - behind.votes(), chance);
    }
}
