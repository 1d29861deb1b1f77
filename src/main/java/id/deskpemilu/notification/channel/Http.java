package id.deskpemilu.notification.channel;

import id.deskpemilu.notification.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** How the adapters speak HTTP: with limits of time and size, and never on to where an answer points. */
public final class Http {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(12);
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Duration toAnswer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    /** With twelve seconds for an answer. */
    public Http() {
        this(TO_ANSWER);
    }

    /**
     * With another limit.
     *
     * @param toAnswer how long a server may take for its whole answer
     */
    public Http(Duration toAnswer) {
        this.toAnswer = toAnswer;
    }

    /**
     * What a server answered.
     *
     * @param status the status
     * @param body the first 64 KB of it
     * @param retryAfter how long it wants to be left alone; zero if it does not say
     */
    public record Answer(int status, String body, Duration retryAfter) {

        /** Whether the server took it. */
        public boolean isOk() {
            return status / 100 == 2;
        }

        /** The body as JSON; a missing node if it is none. */
        JsonNode json() {
            try {
                JsonNode node = JSON.readTree(body);
                return node == null ? MissingNode.getInstance() : node;
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }

        /**
         * What the status alone says of a message that was not taken. A key that is refused is the desk's own fault, and
         * somebody may be mending it: such a message is not lost at once.
         */
        public Outcome failure() {
            boolean later = status >= SERVER_ERROR
                    || status == UNAUTHORIZED
                    || status == FORBIDDEN
                    || status == REQUEST_TIMEOUT
                    || status == TOO_EARLY
                    || status == TOO_MANY_REQUESTS;
            return later ? new Outcome.TryLater("HTTP_" + status, retryAfter) : new Outcome.Refused("HTTP_" + status);
        }
    }

    /** Sends the request and lets the answer decide; no answer at all may be one later. */
    public Outcome send(HttpRequest.Builder request, Function<Answer, Outcome> decision) {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(), info -> new Limited());
        try {
            HttpResponse<byte[]> response = answer.get(toAnswer.toMillis(), TimeUnit.MILLISECONDS);
            return decision.apply(new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers()
                            .firstValue("Retry-After")
                            .filter(value -> value.matches("\\d{1,6}"))
                            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                            .orElse(Duration.ZERO)));
        } catch (TimeoutException e) {
            return Outcome.tryLater("TIMEOUT");
        } catch (ExecutionException e) {
            return Outcome.tryLater(e.getCause() instanceof HttpTimeoutException ? "TIMEOUT" : "NO_CONNECTION");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.tryLater("INTERRUPTED");
        } finally {
            answer.cancel(true);
        }
    }

    static HttpRequest.BodyPublisher json(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a message is words only", e);
        }
    }

    /** Keeps the beginning of an answer: nothing that a provider says is longer. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[Math.min(buffer.remaining(), MOST_BYTES - bytes.size())];
                buffer.get(part);
                bytes.writeBytes(part);
            }
            if (bytes.size() >= MOST_BYTES && subscription != null) {
                subscription.cancel();
                onComplete();
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure instanceof IOException ? failure : new IOException(failure));
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
