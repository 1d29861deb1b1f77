package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Sends WhatsApp messages by Fonnte, which answers 200 also when it refuses. */
final class FonnteChannel implements MessageChannel {

    private final MessageSettings.Fonnte settings;
    private final Http http;

    FonnteChannel(MessageSettings.Fonnte settings, Http http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        Map<String, String> form =
                new TreeMap<>(Map.of("target", message.to(), "message", message.whole(), "countryCode", "62"));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + "/send"))
                .header("Authorization", settings.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request, FonnteChannel::outcome);
    }

    private static Outcome outcome(Http.Answer answer) {
        if (!answer.isOk()) {
            return answer.failure();
        }
        JsonNode json = answer.json();
        if (json.path("status").asBoolean(false)) {
            JsonNode id = json.path("id").path(0);
            return new Outcome.Sent(id.isMissingNode() ? null : id.asString(""));
        }
        return json.path("reason").isString()
                ? Reasons.of(json.path("reason").asString(""))
                : Outcome.tryLater("NO_ANSWER");
    }
}
