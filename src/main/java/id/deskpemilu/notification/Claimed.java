package id.deskpemilu.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this node may send now.
 *
 * @param claim proves that it is this node's turn
 * @param leaseEnds when it will be another one's
 * @param attempt the how manieth attempt it is, from 1
 */
record Claimed(
        long noticeId,
        Channel channel,
        String key,
        String template,
        List<String> values,
        String link,
        @Nullable String address,
        @Nullable String username,
        String name,
        String electionCode,
        boolean rehearsal,
        String region,
        Instant createdAt,
        UUID claim,
        Instant leaseEnds,
        int attempt) {}
