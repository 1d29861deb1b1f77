package id.deskpemilu.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of Keycloak's admin API that setting up a realm needs. */
final class KeycloakAdmin {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final String baseUrl;
    private final String token;

    private KeycloakAdmin(String baseUrl, String token) {
        this.baseUrl = baseUrl;
        this.token = token;
    }

    static KeycloakAdmin login(String baseUrl, String user, String password) throws IOException {
        JsonNode answer = token(baseUrl, "master", "admin-cli", user, password);
        return new KeycloakAdmin(baseUrl, answer.path("access_token").asString());
    }

    /** The tokens that a user gets through a client with direct access grants. */
    static JsonNode token(String baseUrl, String realm, String client, String user, String password)
            throws IOException {
        return token(
                baseUrl,
                realm,
                Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", user,
                        "password", password,
                        "scope", "openid"));
    }

    /** The token that a program gets with the secret of its client. */
    static JsonNode clientToken(String baseUrl, String realm, String client, String secret) throws IOException {
        return token(
                baseUrl,
                realm,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private static JsonNode token(String baseUrl, String realm, Map<String, String> fields) throws IOException {
        String form = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(baseUrl + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .timeout(Duration.ofSeconds(60))
                .build();
        return JSON.readTree(need(send(request), "login " + fields.get("client_id")));
    }

    /** Whether the address answers 200. */
    static boolean answers(URI address) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(address)
                                            .timeout(Duration.ofSeconds(10))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean exists(String path) throws IOException {
        HttpResponse<String> answer = send(request("GET", path, null));
        if (answer.statusCode() == 404) {
            return false;
        }
        need(answer, path);
        return true;
    }

    JsonNode get(String path) throws IOException {
        return JSON.readTree(need(send(request("GET", path, null)), path));
    }

    void post(String path, JsonNode body) throws IOException {
        need(send(request("POST", path, body)), path);
    }

    void put(String path, JsonNode body) throws IOException {
        need(send(request("PUT", path, body)), path);
    }

    void delete(String path) throws IOException {
        need(send(request("DELETE", path, null)), path);
    }

    private HttpRequest request(String method, String path, @Nullable JsonNode body) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .timeout(Duration.ofMinutes(2))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String need(HttpResponse<String> answer, String what) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(what + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
