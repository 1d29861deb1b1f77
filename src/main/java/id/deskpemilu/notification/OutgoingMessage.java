package id.deskpemilu.notification;

import java.time.Instant;
import java.util.List;

/**
 * A notice in words, ready to leave the desk.
 *
 * @param noticeId the notice; the same at every attempt, so that a receiver can drop what it already has
 * @param key the notice's key
 * @param template names its texts
 * @param values what was put in them
 * @param title one line, in Bahasa Indonesia; begins with SIMULASI in a rehearsal
 * @param text what it says, in Bahasa Indonesia; begins with SIMULASI in a rehearsal
 * @param link the full address of the page that it is about; its path alone if the desk does not know its own address
 * @param address the account, number or address that it goes to; empty where the channel has but one end
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
        String link,
        String address,
        String name,
        String electionCode,
        String region,
        Instant createdAt) {

    /** Without words and address, so that no log ever holds them. */
    @Override
    public String toString() {
        return "OutgoingMessage[" + noticeId + "]";
    }
}
