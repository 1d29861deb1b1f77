package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.MessageSettings.Security;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends e-mail by SMTP. */
final class MailChannel implements MessageChannel {

    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final int PERMANENT = 500;
    private static final String PATIENCE = "10000"; // milliseconds
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MessageSettings.Mail settings;
    private final Clock clock;
    private final Session session;

    MailChannel(MessageSettings.Mail settings, Clock clock) {
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

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        try {
            Mail mail = new Mail(session, "<desk-notice-" + message.noticeId() + "@" + domain() + ">");
            mail.setFrom(new InternetAddress(settings.from(), true));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), message.name(), UTF_8));
            mail.setSubject(message.title(), UTF_8);
            mail.setHeader("Date", mailDate());
            mail.setHeader("Auto-Submitted", "auto-generated"); // so that no absence note answers
            mail.setText(message.whole() + "\n", UTF_8);
            mail.saveChanges();
            hand(mail);
            return new Outcome.Sent(null);
        } catch (AuthenticationFailedException e) {
            return Outcome.tryLater("AUTHENTICATION");
        } catch (MessagingException e) {
            return failure(e);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
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
