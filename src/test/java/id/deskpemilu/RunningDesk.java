package id.deskpemilu;

import id.deskpemilu.identity.web.AgingLogins;
import id.deskpemilu.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole desk on a real PostgreSQL and a real Keycloak. All integration tests extend this class and share one running
 * desk; each sets up an election of its own. The letters of one regency, {@link TestElections#reportingUpwards}, it sends to
 * itself: they go out by one door and come in by the other, with a receipt.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"DESK_LOG_FORMAT=", "logging.level.root=warn", "desk.board.recheck=2s"})
@Import({TestElections.class, AgingLogins.class})
public abstract class RunningDesk {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();

    /** Renewed well before the realm's five minutes are over: all tests together take longer. */
    private record Token(String value, Instant until) {

        static Token fresh(String user) {
            return new Token(LocalServers.accessToken(user), Instant.now().plusSeconds(180));
        }
    }

    private static final String RECEIVER = "desk.letters.receivers[0].";

    @LocalServerPort
    private int port;

    @Autowired
    protected TestElections testElections;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        LocalServers.settings().forEach((name, value) -> registry.add(name, () -> value));
        int port = freePort(); // the desk has to know its own address before it is there
        Map<String, Object> upwards = Map.of(
                "server.port",
                port,
                RECEIVER + "name",
                "desk-sendiri",
                RECEIVER + "title",
                "Desk Provinsi Uji",
                RECEIVER + "channel",
                "desk",
                RECEIVER + "regions[0]",
                TestElections.UPWARDS,
                RECEIVER + "desk.url",
                "http://localhost:" + port,
                RECEIVER + "desk.token-url",
                LocalServers.tokenUrl(),
                RECEIVER + "desk.client-id",
                LocalServers.SENDER_CLIENT,
                RECEIVER + "desk.client-secret",
                LocalServers.SENDER_SECRET);
        upwards.forEach((name, value) -> registry.add(name, () -> value));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer of the API. */
    public record Answer(int status, JsonNode body) {

        public String code() {
            return body.path("code").asString();
        }

        public JsonNode at(String field) {
            return body.path(field);
        }
    }

    /** Where the desk answers. */
    protected String address() {
        return "http://localhost:" + port;
    }

    protected Answer get(@Nullable String user, String path) {
        return send(user, "GET", path, null, Map.of());
    }

    protected Answer post(@Nullable String user, String path, @Nullable Object body) {
        return send(user, "POST", path, body, Map.of());
    }

    protected Answer submit(String user, String report, String key, Object body) {
        return send(user, "POST", report + "/submission", body, Map.of("Idempotency-Key", key));
    }

    /** Keys what the photo shows, which is what the operator sent, where the verifier has to before seeing it. */
    protected void readPhoto(String verifier, String report) {
        Answer seen = get(verifier, report);
        if (!seen.at("blind").path("veiled").asBoolean()) {
            return;
        }
        Answer whole = get("supervisor", report);
        Map<String, Integer> keyed = new TreeMap<>();
        seen.at("blind").path("fields").forEach(field -> {
            String name = field.asString();
            JsonNode figure = whole.at("figures").has(name)
                    ? whole.at("figures").path(name)
                    : whole.at("votes").path(name.substring("suara_".length()));
            keyed.put(name, figure.asInt());
        });
        Answer checked = post(verifier, report + "/blind-check", Map.of("figures", keyed));
        if (checked.status() != 200 || checked.at("blind").path("differing").size() > 0) {
            throw new IllegalStateException("blind check: " + checked);
        }
    }

    /** Reads the photo where that is asked for, and approves. */
    protected Answer approve(String verifier, String report) {
        readPhoto(verifier, report);
        return post(verifier, report + "/approval", null);
    }

    protected Answer send(
            @Nullable String user, String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/api/v1" + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            if (user != null) {
                request.header("Authorization", "Bearer " + token(user));
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Imports files, each under the name of its kind. */
    protected Answer upload(String user, String election, Map<String, String> files, boolean preview) {
        String boundary = "desk-boundary-7d3f";
        StringBuilder body = new StringBuilder();
        files.forEach((name, content) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"; filename=\"" + name + ".csv\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(
                                    address() + "/api/v1/elections/" + election + "/imports?preview=" + preview))
                            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                            .header("Authorization", "Bearer " + token(user))
                            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A request of somebody who has just logged in on the realm's own page. */
    protected Answer postFresh(String user, String path, @Nullable Object body) {
        String fresh = FreshToken.of(user);
        return send(null, "POST", path, body, Map.of("Authorization", "Bearer " + fresh));
    }

    protected static String token(String user) {
        return TOKENS.compute(
                        user,
                        (name, known) ->
                                known == null || known.until().isBefore(Instant.now()) ? Token.fresh(name) : known)
                .value();
    }
}
