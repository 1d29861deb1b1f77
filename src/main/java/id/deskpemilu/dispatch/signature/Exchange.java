package id.deskpemilu.dispatch.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One question to a server, with limits of time and size. It tells apart whether the server can have acted: what was never
 * asked can be asked again, what broke off cannot.
 */
final class Exchange {

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final Duration toAnswer;
    private final int mostBytes;

    /**
     * With limits.
     *
     * @param toAnswer for the whole answer
     * @param mostBytes of the answer
     */
    Exchange(Duration toAnswer, int mostBytes) {
        this.toAnswer = toAnswer;
        this.mostBytes = mostBytes;
    }

    /**
     * What the server answered.
     *
     * @param body null if the answer broke off behind its head
     */
    record Answer(int status, HttpHeaders headers, byte @Nullable [] body) {}

    /** The server was never reached. */
    static final class NotReached extends IOException {
        private static final long serialVersionUID = 1L;

        NotReached() {
            super("not reached");
        }
    }

    /** The server was asked and did not answer. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        NoAnswer() {
            super("no answer");
        }
    }

    /**
     * Asks. What is thrown holds nothing of the question.
     *
     * @throws NotReached if the server cannot have seen it
     * @throws NoAnswer if it may have
     */
    Answer send(HttpRequest.Builder request) throws NotReached, NoAnswer {
        // a fresh one each time: on a connection that the server has closed meanwhile nobody could tell whether it was
        // asked
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
        AtomicReference<HttpResponse.@Nullable ResponseInfo> head = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.build(), info -> {
            head.set(info);
            return new Limited(mostBytes);
        });
        try {
            HttpResponse<byte[]> response = answer.get(toAnswer.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            return brokenOff(head.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException) {
                throw new NotReached();
            }
            return brokenOff(head.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return brokenOff(head.get());
        } finally {
            answer.cancel(true);
        }
    }

    private static Answer brokenOff(HttpResponse.@Nullable ResponseInfo head) throws NoAnswer {
        if (head == null) {
            throw new NoAnswer();
        }
        return new Answer(head.statusCode(), head.headers(), null);
    }

    /** Takes no more than it is meant to. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {

        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        Limited(int most) {
            this.most = most;
        }

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
                if (buffer.remaining() > most - bytes.size()) {
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    onError(new IOException("too long"));
                    return;
                }
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
