package id.deskpemilu;

import id.deskpemilu.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An access token of somebody who has just logged in on the realm's own page: it says when that was, which a token for a
 * password does not.
 */
public final class FreshToken {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String BACK = "http://localhost:8080/login/oauth2/code/keycloak";
    private static final String CLIENT = "desk-app";

    private FreshToken() {}

    /** Logs the demo user in. */
    public static String of(String username) {
        try {
            HttpClient browser = HttpClient.newHttpClient();
            String realm = LocalServers.keycloakUrl() + "/realms/desk-pemilu/protocol/openid-connect";
            Map<String, String> asked =
                    Map.of("client_id", CLIENT, "response_type", "code", "scope", "openid", "redirect_uri", BACK);
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(URI.create(realm + "/auth?" + form(asked)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            // Java's own jar keeps what is for https from http, even on this machine
            String cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .collect(Collectors.joining("; "));
            String action = first(FORM, page.body()).replace("&amp;", "&");
            HttpResponse<String> sentBack = post(
                    browser,
                    action,
                    Map.of("username", username, "password", LocalServers.demoPassword()),
                    Map.of("Cookie", cookies));
            String code = first(CODE, sentBack.headers().firstValue("Location").orElseThrow());
            String secret = Base64.getEncoder()
                    .encodeToString((CLIENT + ":" + LocalServers.clientSecret()).getBytes(StandardCharsets.UTF_8));
            HttpResponse<String> token = post(
                    browser,
                    realm + "/token",
                    Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", BACK),
                    Map.of("Authorization", "Basic " + secret));
            return new JsonMapper().readTree(token.body()).path("access_token").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> post(
            HttpClient browser, String address, Map<String, String> fields, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
        headers.forEach(request::header);
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in: " + text);
        }
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
