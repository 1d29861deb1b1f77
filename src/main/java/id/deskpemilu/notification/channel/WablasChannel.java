package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Sends WhatsApp messages by Wablas. */
final class WablasChannel implements MessageChannel {

    private final MessageSettings.Wablas settings;
    private final Http http;

    WablasChannel(MessageSettings.Wablas settings, Http http) {
        this.settings = settings;
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        Map<String, Object> one =
                Map.of("phone", message.to(), "message", message.whole(), "isGroup", false, "flag", "instant");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + "/api/v2/send-message"))
                .header("Authorization", settings.token())
                .header("Content-Type", "application/json")
                .POST(Http.json(Map.of("data", List.of(one))));
        return http.send(request, WablasChannel::outcome);
    }

    /** Its sentence says more than its status, which differs from server to server. */
    private static Outcome outcome(Http.Answer answer) {
        JsonNode json = answer.json();
        boolean said = json.path("status").isBoolean();
        if (answer.isOk() && said && json.path("status").asBoolean(false)) {
            JsonNode message = json.path("data").path("messages").path(0);
            if (List.of("cancel", "reject").contains(message.path("status").asString(""))) {
                return new Outcome.Refused("REJECTED");
            }
            JsonNode id = message.path("id");
            return new Outcome.Sent(id.isMissingNode() ? null : id.asString(""));
        }
        if (said && json.path("message").isString()) {
            return Reasons.of(json.path("message").asString(""));
        }
        return answer.isOk() ? Outcome.tryLater("NO_ANSWER") : answer.failure();
    }
}
