package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the gateways of Indonesia mean by the sentences they give instead of codes. A sentence may hold a number, so it is
 * never kept. What is not understood may be otherwise later.
 */
final class Reasons {

    private static final List<Map.Entry<String, Outcome>> KNOWN = List.of(
            Map.entry("token", Outcome.tryLater("TOKEN")),
            Map.entry("authoriz", Outcome.tryLater("TOKEN")),
            Map.entry("disconnect", Outcome.tryLater("DISCONNECTED")),
            Map.entry("not connected", Outcome.tryLater("DISCONNECTED")),
            Map.entry("device", Outcome.tryLater("DISCONNECTED")),
            Map.entry("quota", Outcome.tryLater("QUOTA")),
            Map.entry("expired", Outcome.tryLater("QUOTA")),
            Map.entry("package", Outcome.tryLater("QUOTA")),
            Map.entry("limit", Outcome.tryLater("PACE")),
            Map.entry("not registered", new Outcome.Refused("NO_SUCH_NUMBER")),
            Map.entry("target", new Outcome.Refused("NO_SUCH_NUMBER")),
            Map.entry("phone", new Outcome.Refused("NO_SUCH_NUMBER")),
            Map.entry("number", new Outcome.Refused("NO_SUCH_NUMBER")));

    private Reasons() {}

    static Outcome of(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> lower.contains(known.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(Outcome.tryLater("REJECTED"));
    }
}
