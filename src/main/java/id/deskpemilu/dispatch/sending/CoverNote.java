package id.deskpemilu.dispatch.sending;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is said with a letter where the road has words, and how its file is called. */
@Component
class CoverNote {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);

    private final MessageSource messages;

    CoverNote(MessageSource messages) {
        this.messages = messages;
    }

    String subject(Parcel parcel, Locale language) {
        return text("subject", parcel, language);
    }

    String text(Parcel parcel, Locale language) {
        return text("text", parcel, language);
    }

    private String text(String part, Parcel parcel, Locale language) {
        String simulation = parcel.rehearsal() ? messages.getMessage("transfer.mail.simulation", null, language) : "";
        return messages.getMessage(
                "transfer.mail." + part + "." + parcel.act(),
                new Object[] {
                    simulation,
                    parcel.number(),
                    parcel.place(),
                    parcel.election(),
                    parcel.cut().format(DateTimeFormatter.ofPattern("d MMMM yyyy 'pukul' HH.mm z", language)),
                    parcel.letter(),
                    parcel.sha256(),
                    parcel.reason() == null ? "" : parcel.reason()
                },
                language);
    }

    /** Sorts by region and hour, and is unlike any other: {@code 3517_20241127-1800_…}. */
    static String fileName(Parcel parcel) {
        return parcel.region() + "_" + parcel.cut().format(HOUR) + "_" + parcel.letter();
    }
}
