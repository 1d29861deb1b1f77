package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import id.deskpemilu.notification.Smtp;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Sends e-mail by SMTP. */
final class MailChannel implements MessageChannel {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Smtp smtp;

    MailChannel(MessageSettings.Mail settings, Clock clock) {
        this.smtp = new Smtp(settings, clock);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        try {
            return smtp.send(
                    "desk-notice-" + message.noticeId(),
                    List.of(new InternetAddress(message.to(), message.name(), UTF_8)),
                    message.title(),
                    mail -> mail.setText(message.whole() + "\n", UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }
}
