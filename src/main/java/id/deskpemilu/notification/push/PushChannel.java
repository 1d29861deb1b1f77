package id.deskpemilu.notification.push;

import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannel;
import id.deskpemilu.notification.Outcome;
import id.deskpemilu.notification.OutgoingMessage;
import id.deskpemilu.notification.channel.Http;
import id.deskpemilu.shared.Sha256;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Wakes the browsers of a person. One that took the message is enough: the others are not tried again, or the person would
 * be told twice. A browser that its service no longer knows is forgotten.
 */
public final class PushChannel implements MessageChannel {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final String TIME_TO_LIVE = "14400"; // seconds a service keeps it for a telephone without a signal
    private static final int TOPIC_BYTES = 24; // 32 characters, the most that a service takes

    private final PushSubscriptions subscriptions;
    private final PushKeys keys;
    private final Http http;
    private final Predicate<InetAddress> allowed;

    /** The channel to the push services of the world. */
    public PushChannel(PushSubscriptions subscriptions, PushKeys keys, Http http) {
        this(subscriptions, keys, http, PushAddress::isPublic);
    }

    PushChannel(PushSubscriptions subscriptions, PushKeys keys, Http http, Predicate<InetAddress> allowed) {
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.http = http;
        this.allowed = allowed;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        List<PushSubscription> browsers = subscriptions.of(message.to());
        byte[] content = content(message);
        @Nullable Outcome later = null;
        Outcome refused = new Outcome.Refused("NO_BROWSER");
        boolean taken = false;
        for (PushSubscription browser : browsers) {
            Outcome outcome = send(browser, content, topic(message.key()));
            if (outcome instanceof Outcome.Sent) {
                taken = true;
            } else if (outcome instanceof Outcome.TryLater) {
                later = outcome;
            } else {
                refused = outcome;
            }
        }
        if (taken) {
            return new Outcome.Sent(null);
        }
        return later == null ? refused : later;
    }

    private Outcome send(PushSubscription browser, byte[] content, String topic) {
        URI endpoint = browser.endpoint();
        try {
            // the address was looked at when it was given, but a name may lead elsewhere by now
            if (!Stream.of(InetAddress.getAllByName(endpoint.getHost())).allMatch(allowed)) {
                return new Outcome.Refused("NOT_PUBLIC");
            }
        } catch (UnknownHostException e) {
            return Outcome.tryLater("NO_CONNECTION");
        }
        String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Authorization", keys.authorization(origin))
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header("TTL", TIME_TO_LIVE)
                .header("Urgency", "high")
                .header("Topic", topic) // a second copy takes the place of the first
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        PushEncryption.encrypt(content, browser.key(), browser.secret())));
        return http.send(request, answer -> outcome(answer, endpoint));
    }

    private Outcome outcome(Http.Answer answer, URI endpoint) {
        if (answer.isOk()) {
            return new Outcome.Sent(null);
        }
        if (answer.status() == NOT_FOUND || answer.status() == GONE) {
            subscriptions.expire(endpoint);
            return new Outcome.Refused("NO_BROWSER");
        }
        // this browser allowed another key pair: it has to be asked again
        return answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN
                ? new Outcome.Refused("HTTP_" + answer.status())
                : answer.failure();
    }

    private static byte[] content(OutgoingMessage message) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("title", message.title());
        content.put("text", message.text());
        content.put("link", message.path());
        content.put("tag", message.key());
        try {
            return JSON.writeValueAsBytes(content);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a message is words only", e);
        }
    }

    private static String topic(String key) {
        byte[] beginning = Arrays.copyOf(Sha256.digest(key), TOPIC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(beginning);
    }
}
