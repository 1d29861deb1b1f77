package id.deskpemilu.notification;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person was told.
 *
 * @param id its number
 * @param key what makes it the only one of its kind
 * @param electionId the election it belongs to
 * @param region what it is about
 * @param template names its texts, {@code notice.<template>.title} and {@code notice.<template>.text}
 * @param values what is put in them
 * @param link a path of the desk
 * @param username the account it is for; none for a person without one
 * @param name the person's name
 * @param createdAt when it was posted
 * @param readAt when the person read it in the desk; none if it was not read, or not posted there
 * @param deliveries its roads out of the desk, by channel
 */
public record Notice(
        long id,
        String key,
        long electionId,
        RegionCode region,
        String template,
        List<String> values,
        String link,
        @Nullable String username,
        String name,
        Instant createdAt,
        @Nullable Instant readAt,
        List<Delivery> deliveries) {

    /** The key of its title in the message bundles. */
    public String titleKey() {
        return "notice." + template + ".title";
    }

    /** The key of its text in the message bundles. */
    public String textKey() {
        return "notice." + template + ".text";
    }
}
