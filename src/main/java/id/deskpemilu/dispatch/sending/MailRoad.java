package id.deskpemilu.dispatch.sending;

import id.deskpemilu.notification.Smtp;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** E-mail with the letter attached. The text is formal Bahasa Indonesia: it is read by an office, not by a user of the desk. */
final class MailRoad implements Road {

    private static final Locale BAHASA = Locale.forLanguageTag("id");
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Receiver.Mail mail;
    private final Smtp smtp;
    private final CoverNote cover;

    MailRoad(Receiver.Mail mail, Smtp smtp, CoverNote cover) {
        this.mail = mail;
        this.smtp = smtp;
        this.cover = cover;
    }

    @Override
    public Outcome carry(Parcel parcel) {
        try {
            id.deskpemilu.notification.Outcome outcome = smtp.send(
                    "desk-letter-" + parcel.letter() + "-" + parcel.act().name().toLowerCase(Locale.ROOT),
                    addresses(),
                    cover.subject(parcel, BAHASA),
                    message -> write(message, parcel));
            if (outcome instanceof id.deskpemilu.notification.Outcome.Refused refused) {
                return new Outcome.Refused(refused.error(), null);
            }
            if (outcome instanceof id.deskpemilu.notification.Outcome.TryLater later) {
                return new Outcome.TryLater(later.error(), null, later.notBefore());
            }
            return new Outcome.Arrived(String.join(", ", mail.to()), null, null);
        } catch (AddressException e) {
            return new Outcome.Refused("ADDRESS", null);
        }
    }

    private List<InternetAddress> addresses() throws AddressException {
        List<InternetAddress> addresses = new ArrayList<>();
        for (String address : mail.to()) {
            addresses.add(new InternetAddress(address, true));
        }
        return addresses;
    }

    private void write(MimeMessage message, Parcel parcel) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(cover.text(parcel, BAHASA), UTF_8);
        MimeMultipart parts = new MimeMultipart(text);
        if (parcel.act() == Transfer.Act.LETTER) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(parcel.pdf(), "application/pdf")));
            file.setFileName(CoverNote.fileName(parcel) + ".pdf");
            parts.addBodyPart(file);
        }
        message.setContent(parts);
    }
}
