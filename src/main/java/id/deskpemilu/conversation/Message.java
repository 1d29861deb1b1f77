package id.deskpemilu.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was told in the desk.
 *
 * @param id the number of the notice
 * @param electionId the election it belongs to
 * @param template names its texts, {@code notice.<template>.title} and {@code notice.<template>.text}
 * @param values what is put in them
 * @param link the path of the desk that it is about
 * @param at when it was told
 * @param readAt when the person read it; null if not yet
 */
public record Message(
        long id,
        long electionId,
        String template,
        List<String> values,
        String link,
        Instant at,
        @Nullable Instant readAt) {

    /** The key of its title in the message bundles. */
    public String titleKey() {
        return "notice." + template + ".title";
    }

    /** The key of its text in the message bundles. */
    public String textKey() {
        return "notice." + template + ".text";
    }
}
