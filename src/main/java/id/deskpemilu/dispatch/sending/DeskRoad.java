package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Another Desk Pemilu: a token from its Keycloak, the letter to its API, its sealed receipt back. */
final class DeskRoad implements Road {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_TOKEN = Duration.ofSeconds(15);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final int LONGEST_REASON = 300;

    private static final int UNAUTHORIZED = 401;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Two requests met over there: the same one may go well a moment later. */
    private static final String OVERTAKEN = "STALE";

    private final Receiver.Desk desk;
    private final Receipts receipts;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TO_CONNECT)
            .build();

    private volatile @Nullable Token token;

    DeskRoad(Receiver.Desk desk, Receipts receipts, Clock clock) {
        this.desk = desk;
        this.receipts = receipts;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    private record Answer(int status, byte[] body, Duration retryAfter) {

        boolean isOk() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                JsonNode node = JSON.readTree(body);
                return node == null ? MissingNode.getInstance() : node;
            } catch (JacksonException e) {
                return MissingNode.getInstance();
            }
        }
    }

    @Override
    public Outcome carry(Parcel parcel) {
        try {
            Token valid = token();
            Answer answer = ask(request(parcel, valid), TO_ANSWER);
            if (answer.status() == UNAUTHORIZED) {
                token = null; // it was revoked, or the keys over there have changed
            }
            return answer.isOk() ? arrived(parcel, answer) : refused(answer);
        } catch (NoTokenException e) {
            return Outcome.tryLater("TOKEN_" + e.getMessage(), null);
        } catch (TimeoutException e) {
            return Outcome.tryLater("TIMEOUT", null);
        } catch (IOException e) {
            return Outcome.tryLater("NO_CONNECTION", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.tryLater("INTERRUPTED", null);
        }
    }

    private HttpRequest request(Parcel parcel, Token valid) {
        String address = desk.url() + "/api/v1/received-letters/" + parcel.letter();
        HttpRequest.Builder request = HttpRequest.newBuilder().header("Authorization", "Bearer " + valid.value());
        if (parcel.act() == Transfer.Act.WITHDRAWAL) {
            String reason = parcel.reason() == null ? "" : parcel.reason();
            byte[] sealed =
                    receipts.seal(new Receipts.Withdrawal(parcel.letter().value(), reason, clock.instant()));
            return request.uri(URI.create(address + "/withdrawal"))
                    .header("Content-Type", "application/pkcs7-mime")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(sealed))
                    .build();
        }
        return request.uri(URI.create(address + "?"
                        + form(Map.of(
                                "number", parcel.number(), "kind", parcel.kind().name()))))
                .header("Content-Type", "application/pdf")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(parcel.pdf()))
                .build();
    }

    /** A receipt counts only if it is one for this very file. */
    private Outcome arrived(Parcel parcel, Answer answer) {
        if (parcel.act() == Transfer.Act.WITHDRAWAL) {
            return new Outcome.Arrived("HTTP " + answer.status(), null, null);
        }
        try {
            Receipts.Opened<Receipts.Receipt> opened = receipts.openReceipt(answer.body());
            Receipts.Receipt receipt = opened.content();
            if (!receipt.letter().equals(parcel.letter().value())
                    || !receipt.sha256().equals(parcel.sha256())) {
                return Outcome.tryLater("RECEIPT_OTHER", null);
            }
            if (!desk.sealCertificate().isEmpty() && !desk.sealCertificate().equals(opened.certificate())) {
                return Outcome.tryLater("RECEIPT_SIGNER_UNKNOWN", opened.sealedBy());
            }
            return new Outcome.Arrived(receipt.receiver(), answer.body(), opened.sealedBy());
        } catch (Refusal e) {
            return Outcome.tryLater("RECEIPT_INVALID", null);
        }
    }

    /** A refusal of the desk over there has a code; without one it may be anybody's on the way. */
    private static Outcome refused(Answer answer) {
        JsonNode problem = answer.json();
        String code = problem.path("code").asString("");
        String reason = problem.path("detail").asString("");
        @Nullable
        String said = reason.isEmpty() ? null : reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        boolean meant = answer.status() / 100 == 4
                && answer.status() != UNAUTHORIZED
                && answer.status() != REQUEST_TIMEOUT
                && answer.status() != TOO_EARLY
                && answer.status() != TOO_MANY_REQUESTS
                && !code.equals(OVERTAKEN)
                && code.matches("[A-Z_]{3,60}");
        return meant
                ? new Outcome.Refused(code, said)
                : new Outcome.TryLater("HTTP_" + answer.status(), said, answer.retryAfter());
    }

    private Token token() throws NoTokenException, IOException, TimeoutException, InterruptedException {
        @Nullable Token known = token;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        Answer answer = ask(
                HttpRequest.newBuilder(URI.create(desk.tokenUrl()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                                "grant_type", "client_credentials",
                                "client_id", desk.clientId(),
                                "client_secret", desk.clientSecret()))))
                        .build(),
                TO_TOKEN);
        String value = answer.json().path("access_token").asString("");
        if (!answer.isOk() || value.isEmpty()) {
            throw new NoTokenException(String.valueOf(answer.status()));
        }
        Duration valid = Duration.ofSeconds(answer.json().path("expires_in").asLong(60));
        Token fresh = new Token(value, clock.instant().plus(valid).minus(BEFORE_EXPIRY));
        token = fresh;
        return fresh;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The whole answer within the time, or none; its beginning if it is longer than any answer of a desk. */
    private Answer ask(HttpRequest request, Duration patience)
            throws IOException, TimeoutException, InterruptedException {
        AtomicReference<InputStream> open = new AtomicReference<>();
        CompletableFuture<HttpResponse<InputStream>> head =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Answer> answer = head.thenApplyAsync(response -> {
            open.set(response.body());
            return read(response);
        });
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            head.cancel(true);
            InputStream body = open.get();
            if (body != null) {
                body.close(); // ends a reader that still waits
            }
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try {
            return new Answer(
                    response.statusCode(),
                    response.body().readNBytes(LONGEST_ANSWER),
                    response.headers()
                            .firstValue("Retry-After")
                            .filter(value -> value.matches("\\d{1,6}"))
                            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                            .orElse(Duration.ZERO));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Its Keycloak gives us no token. */
    private static final class NoTokenException extends Exception {

        private static final long serialVersionUID = 1L;

        NoTokenException(String status) {
            super(status);
        }
    }
}
