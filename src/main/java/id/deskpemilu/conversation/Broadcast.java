package id.deskpemilu.conversation;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that was sent to many operators.
 *
 * @param id its key
 * @param electionId the election it belongs to
 * @param region whose operators got it
 * @param regionName the name of that region
 * @param audience which of them
 * @param contest the contest that a report was missing of; null if it did not matter which
 * @param text what was said
 * @param chat whether it also went by WhatsApp
 * @param sender the account that sent it
 * @param senderName that person's name
 * @param sentAt when
 * @param recipients how many got it
 */
public record Broadcast(
        UUID id,
        long electionId,
        RegionCode region,
        String regionName,
        Audience audience,
        @Nullable ContestType contest,
        String text,
        boolean chat,
        String sender,
        String senderName,
        Instant sentAt,
        int recipients) {

    /** The template of its notices. */
    public static final String TEMPLATE = "BROADCAST";

    /** The key of the notice of one recipient. */
    public String keyOf(String username) {
        return keyPrefix() + username;
    }

    /** How the keys of its notices begin. */
    String keyPrefix() {
        return "broadcast:" + id + ":";
    }
}
