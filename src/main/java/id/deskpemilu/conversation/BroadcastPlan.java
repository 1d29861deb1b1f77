package id.deskpemilu.conversation;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be sent to many operators.
 *
 * @param election the election's code
 * @param region whose operators
 * @param audience which of them
 * @param contest for {@link Audience#SILENT}: the contest that a report is missing of; null: of any
 *     contest; whoever is meant by {@link Audience#ALL} is meant whatever is missing
 * @param text what is said
 * @param chat whether it also goes by WhatsApp, to those who can be reached there
 */
public record BroadcastPlan(
        String election,
        RegionCode region,
        Audience audience,
        @Nullable ContestType contest,
        String text,
        boolean chat) {

    /** The longest text. */
    public static final int LONGEST = 500;

    public BroadcastPlan {
        contest = audience == Audience.ALL ? null : contest;
    }
}
