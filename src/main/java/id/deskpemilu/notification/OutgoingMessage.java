package id.deskpemilu.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice in words, ready to leave the desk.
 *
 * @param noticeId the notice; the same at every attempt, so that a receiver can drop what it already has
 * @param key the notice's key
 * @param template names its texts
 * @param values what was put in them
 * @param title one line, in Bahasa Indonesia; begins with SIMULASI in a rehearsal
 * @param text what it says, in Bahasa Indonesia; never shown without the title
 * @param rehearsal whether all of it is practice
 * @param path the path of the page that it is about
 * @param link its full address; the path alone if the desk does not know its own address
 * @param address the account, number or address that it goes to; for the webhook the number, if there is one
 * @param username the account that it is for; none for a person without one
 * @param name the person's name
 * @param electionCode the election it belongs to
 * @param region what it is about, plain digits
 * @param createdAt when it was posted
 */
public record OutgoingMessage(
        long noticeId,
        String key,
        String template,
        List<String> values,
        String title,
        String text,
        boolean rehearsal,
        String path,
        String link,
        @Nullable String address,
        @Nullable String username,
        String name,
        String electionCode,
        String region,
        Instant createdAt) {

    /**
     * The number or address that it goes to.
     *
     * @throws IllegalStateException if it has none
     */
    public String to() {
        if (address == null) {
            throw new IllegalStateException("a message without an address");
        }
        return address;
    }

    /** Title, text and link, one below the other. */
    public String whole() {
        return title + "\n\n" + text + "\n\n" + link;
    }

    /** Without words and address, so that no log ever holds them. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + noticeId + "]";
    }
}
