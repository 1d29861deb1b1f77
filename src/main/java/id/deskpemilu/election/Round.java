package id.deskpemilu.election;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A round of a contest. In the first one every station reports; a later one is opened for named stations, whose result
 * takes the place of the one before.
 *
 * @param number its number in the contest, from 1
 * @param kind why its stations report
 * @param heldOn the day of the voting or counting
 * @param ballot the number of the round whose ballot is voted on; its own number if the ballot changed with it
 * @param reason why it was ordered; empty for the first
 * @param openedBy the account that opened it; null for the first
 * @param openedAt when; null for the first
 * @param finished whether every named station has its case
 */
public record Round(
        int number,
        RoundKind kind,
        LocalDate heldOn,
        int ballot,
        String reason,
        @Nullable String openedBy,
        @Nullable Instant openedAt,
        boolean finished) {

    /** The number of the first round. */
    public static final int FIRST = 1;

    /** The first round of a contest: the voting of the election day. */
    public static Round first(Contest contest) {
        return new Round(FIRST, RoundKind.REGULAR, contest.election().heldOn(), FIRST, "", null, null, true);
    }

    /** Whether the ballot changed with this round, or is the contest's first. */
    public boolean hasOwnBallot() {
        return ballot == number;
    }

    /** What people call it. */
    public RoundName name() {
        return new RoundName(number, kind, heldOn);
    }
}
