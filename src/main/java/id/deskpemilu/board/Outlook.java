package id.deskpemilu.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the order of the votes can still change, given that every report which nobody disputes stays as it is and that no
 * station has more votes than it can have ballots, see {@link id.deskpemilu.recap.Progress.Open}. For a contest with one
 * winner the first of the order is the one who leads; for a contest with several seats only the order of the votes is
 * told, not who gets a seat.
 *
 * @param kind what can be said
 * @param order the choices, most votes first, equal ones by number; empty unless the kind is an order
 * @param lead votes of the first more than of the second; 0 if they are level
 * @param missing votes that stations without a report can have at most
 * @param held votes that stations whose report is held apart, disputed, being corrected or opened again can have at most
 * @param unknown how much of the two comes from stations whose DPT is not known or says nothing; they count with the
 *     largest number of votes that a station can have
 * @param unknownStations how many stations that are
 * @param pairs every choice with the next one in the order
 * @param challengers every choice but the first, with the first
 */
public record Outlook(
        Kind kind,
        List<Place> order,
        long lead,
        long missing,
        long held,
        long unknown,
        int unknownStations,
        List<Pair> pairs,
        List<Pair> challengers) {

    /** What can be said. */
    public enum Kind {
        /** One winner: the most votes win. */
        WINNER,
        /** Several seats, or votes of other regions count too: only the order of the votes is told. */
        ORDER,
        /** Stations voted on different ballots, which are never added up: nothing can be told of the whole. */
        SEVERAL_BALLOTS
    }

    /** Whether one who is behind can still come level or ahead. */
    public enum Chance {
        /** Not even level, however all open votes fall. */
        NONE,
        /** Level at most. */
        LEVEL,
        /** Ahead. */
        AHEAD,
        /** Level or ahead, but only if stations whose DPT is not known have nearly as many votes as a station can have. */
        NOT_EXCLUDED
    }

    /**
     * A choice in the order.
     *
     * @param number its number on the ballot
     * @param votes its votes so far
     */
    public record Place(int number, long votes) {}

    /**
     * Two choices.
     *
     * @param ahead the one with more votes, or the smaller number if they are level
     * @param behind the other one
     * @param lead by how many votes
     * @param chance whether the order of the two can change
     */
    public record Pair(int ahead, int behind, long lead, Chance chance) {}

    /** All votes that can still come or change, at most. */
    public long open() {
        return missing + held;
    }

    /** Whether the first place can still change hands or become shared; null where nothing can be told. */
    public @Nullable Boolean canStillChange() {
        return kind == Kind.SEVERAL_BALLOTS || order.size() < 2
                ? null
                : challengers.stream().anyMatch(pair -> pair.chance() != Chance.NONE);
    }
}
