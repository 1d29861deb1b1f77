package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.Broadcast;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast in a line.
 *
 * @param href its page
 * @param audience {@code ALL} or {@code SILENT}; message {@code broadcast.to.<audience>}
 * @param contest the slug of the contest that a report was missing of; null for any
 */
public record BroadcastLine(
        String href,
        String text,
        String sender,
        ZonedDateTime at,
        String region,
        String audience,
        @Nullable String contest,
        boolean chat,
        int recipients) {

    static BroadcastLine of(Broadcast broadcast, Words.Hours hours) {
        return new BroadcastLine(
                "/messages/broadcasts/" + broadcast.id(),
                broadcast.text(),
                broadcast.senderName(),
                hours.at(broadcast.electionId(), broadcast.sentAt()),
                broadcast.regionName(),
                broadcast.audience().name(),
                broadcast.contest() == null ? null : broadcast.contest().slug(),
                broadcast.chat(),
                broadcast.recipients());
    }
}
