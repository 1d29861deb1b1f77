package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Sends WhatsApp messages by Meta's Cloud API, as approved templates: nothing else may begin a conversation. */
public final class CloudChannel implements MessageChannel {

    /** Codes of Meta's that are about the moment, the number's pace or the desk's own account; others are about the message. */
    private static final Set<Integer> PASSING = Set.of(
            0, 1, 2, 3, 4, 10, 190, 80007, 130429, 131000, 131005, 131016, 131031, 131042, 131048, 131056, 131057,
            133004, 368);

    private final MessageSettings.Cloud settings;
    private final Map<String, String> templates;
    private final Http http;

    CloudChannel(MessageSettings.Cloud settings, Http http) {
        this.settings = settings;
        this.templates = settings.byNotice();
        this.http = http;
    }

    @Override
    public Channel channel() {
        return Channel.CHAT;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        Map<String, Object> body = Map.of(
                "messaging_product",
                "whatsapp",
                "recipient_type",
                "individual",
                "to",
                message.to(),
                "type",
                "template",
                "template",
                template(message));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(settings.url() + "/" + settings.phoneNumberId() + "/messages"))
                .header("Authorization", "Bearer " + settings.token())
                .header("Content-Type", "application/json")
                .POST(Http.json(body));
        return http.send(request, CloudChannel::outcome);
    }

    private Map<String, Object> template(OutgoingMessage message) {
        String own = templates.get(message.template());
        boolean common = own == null || message.rehearsal();
        List<String> words = common
                ? List.of(message.title(), message.text(), message.link())
                : Stream.concat(message.values().stream(), Stream.of(message.link()))
                        .toList();
        List<Map<String, String>> parameters = new ArrayList<>();
        words.forEach(word -> parameters.add(Map.of("type", "text", "text", parameter(word))));
        return Map.of(
                "name",
                common ? settings.template() : own,
                "language",
                Map.of("code", settings.language()),
                "components",
                List.of(Map.of("type", "body", "parameters", parameters)));
    }

    /** A parameter has no line breaks and no wide gaps, and is not empty: Meta refuses such a message. */
    private static String parameter(String word) {
        String line = word.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.isEmpty() ? "-" : line;
    }

    private static Outcome outcome(Http.Answer answer) {
        JsonNode json = answer.json();
        String reference = json.path("messages").path(0).path("id").asString("");
        if (answer.isOk() && !reference.isEmpty()) {
            return new Outcome.Sent(reference);
        }
        JsonNode code = json.path("error").path("code");
        if (!code.isInt()) {
            return answer.isOk() ? Outcome.tryLater("NO_ANSWER") : answer.failure();
        }
        return isPassing(code.asInt())
                ? new Outcome.TryLater("META_" + code.asInt(), answer.retryAfter())
                : new Outcome.Refused("META_" + code.asInt());
    }

    /** Whether what Meta means by the code may be otherwise later. */
    public static boolean isPassing(int code) {
        return PASSING.contains(code);
    }
}
