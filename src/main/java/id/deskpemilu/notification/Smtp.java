package id.deskpemilu.notification;

import id.deskpemilu.notification.MessageSettings.Security;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The conversation with a mail server, and what its replies mean. */
public final class Smtp {

    private static final Logger LOG = LoggerFactory.getLogger(Smtp.class);
    private static final int PERMANENT = 500;
    private static final String PATIENCE = "10000"; // milliseconds
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MessageSettings.Mail settings;
    private final Clock clock;
    private final Session session;

    /** A mail server that needs no connection yet. */
    public Smtp(MessageSettings.Mail settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MessageSettings.Mail settings) {
        String protocol = settings.security() == Security.TLS ? "smtps" : "smtp";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "host", settings.host());
        properties.setProperty(prefix + "port", String.valueOf(settings.port()));
        properties.setProperty(
                prefix + "auth", String.valueOf(!settings.username().isEmpty()));
        boolean starttls = settings.security() == Security.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(starttls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(starttls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + limit, PATIENCE);
        }
        return properties;
    }

    /** What a mail says. */
    @FunctionalInterface
    public interface Content {
        void into(MimeMessage mail) throws MessagingException;
    }

    /**
     * Sends a mail.
     *
     * @param id what makes a second copy recognisable as one, without the domain
     * @param to who gets it
     */
    public Outcome send(String id, List<InternetAddress> to, String subject, Content content) {
        try {
            Mail mail = new Mail(session, "<" + id + "@" + domain() + ">");
            mail.setFrom(new InternetAddress(settings.from(), true));
            mail.setRecipients(Message.RecipientType.TO, to.toArray(InternetAddress[]::new));
            mail.setSubject(subject, UTF_8);
            mail.setHeader("Date", mailDate());
            mail.setHeader("Auto-Submitted", "auto-generated"); // so that no absence note answers
            content.into(mail);
            mail.saveChanges();
            hand(mail);
            return new Outcome.Sent(null);
        } catch (AuthenticationFailedException e) {
            return Outcome.tryLater("AUTHENTICATION");
        } catch (MessagingException e) {
            return failure(e);
        }
    }

    private void hand(MimeMessage mail) throws MessagingException {
        Transport transport = session.getTransport();
        try {
            if (settings.username().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.username(), settings.password());
            }
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** A mail that the server took is sent, however the conversation ends. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server ended the conversation its own way");
        }
    }

    private String mailDate() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    }

    private String domain() {
        return settings.from().replaceAll(".*@|>.*", "").strip();
    }

    /** The reply of the server, where there is one, says whether it would refuse again. */
    private static Outcome failure(MessagingException failure) {
        @Nullable Exception cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            int reply = reply(cause);
            if (reply > 0) {
                return reply >= PERMANENT ? new Outcome.Refused("SMTP_" + reply) : Outcome.tryLater("SMTP_" + reply);
            }
            cause = cause instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return Outcome.tryLater("NO_CONNECTION");
    }

    private static int reply(Exception failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSendFailedException send && send.getNextException() == null) {
            return send.getReturnCode();
        }
        return 0;
    }

    /** A mail that keeps the number it was given, so that a second copy is recognised as one. */
    private static final class Mail extends MimeMessage {

        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
