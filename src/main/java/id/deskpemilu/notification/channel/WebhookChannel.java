package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells another program by JSON. What is signed is the time, a dot and the body: a receiver that refuses old times cannot
 * be shown an old message as new. The notice's number is in a header too, so that it can drop what it already has.
 */
final class WebhookChannel implements MessageChannel {

    private static final JsonMapper JSON = new JsonMapper();

    private final MessageSettings.Webhook settings;
    private final Http http;
    private final Clock clock;

    WebhookChannel(MessageSettings.Webhook settings, Http http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        String body = json(message);
        String at = String.valueOf(clock.instant().getEpochSecond());
        String signature = Hmac.sign(settings.secret(), (at + "." + body).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url()))
                .header("Content-Type", "application/json")
                .header("X-Desk-Notice", String.valueOf(message.noticeId()))
                .header("X-Desk-Timestamp", at)
                .header("X-Desk-Signature", "sha256=" + signature)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request, answer -> answer.isOk() ? new Outcome.Sent(null) : answer.failure());
    }

    private static String json(OutgoingMessage message) {
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("username", message.username());
        recipient.put("name", message.name());
        recipient.put("phone", message.address());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.noticeId());
        body.put("key", message.key());
        body.put("election", message.electionCode());
        body.put("rehearsal", message.rehearsal());
        body.put("region", message.region());
        body.put("template", message.template());
        body.put("values", message.values());
        body.put("title", message.title());
        body.put("text", message.text());
        body.put("link", message.link());
        body.put("recipient", recipient);
        body.put("createdAt", message.createdAt().toString());
        try {
            return JSON.writeValueAsString(body);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a message is words only", e);
        }
    }
}
