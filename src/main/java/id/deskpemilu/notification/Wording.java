package id.deskpemilu.notification;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Puts a notice into words, at the moment it is sent. Messages are in Bahasa Indonesia, whoever they go to. */
@Component
class Wording {

    private static final Locale BAHASA = Locale.forLanguageTag("id");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT =
            900; // a template of WhatsApp holds 1,024 with everything, a push 3,900 bytes

    private final MessageSource messages;
    private final MessageSettings settings;

    Wording(MessageSource messages, MessageSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /**
     * The words of the delivery.
     *
     * @throws NoSuchMessageException if its template has none
     */
    OutgoingMessage of(Claimed claimed) {
        Object[] values = claimed.values().toArray();
        String title = messages.getMessage("notice." + claimed.template() + ".title", values, BAHASA);
        String text = messages.getMessage("notice." + claimed.template() + ".text", values, BAHASA);
        if (claimed.rehearsal()) {
            title = messages.getMessage("notice.simulation", new Object[] {title}, BAHASA);
        }
        return new OutgoingMessage(
                claimed.noticeId(),
                claimed.key(),
                claimed.template(),
                claimed.values(),
                shortened(
                        title.replaceAll("[\\p{Cntrl}\\s]+", " "), LONGEST_TITLE), // one line, and no header of a mail
                shortened(text, LONGEST_TEXT),
                claimed.rehearsal(),
                claimed.link(),
                settings.address() + claimed.link(),
                claimed.address(),
                claimed.username(),
                claimed.name(),
                claimed.electionCode(),
                claimed.region(),
                claimed.createdAt());
    }

    private static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
