package id.deskpemilu.identity.keycloak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The few calls of Keycloak's admin API that the desk makes, with a token of its own service account. */
final class AdminApi {

    private static final int PAGE = 500;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final long TOKEN_RESERVE = Duration.ofSeconds(20).toNanos();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(String id, String username, @Nullable List<String> requiredActions) {

        List<String> actions() {
            return requiredActions == null ? List.of() : requiredActions;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RealmRole(String id, String name) {}

    /** The roles of an account: those of the realm, and the clients of which it has any. */
    record Mappings(Set<String> realm, Set<String> clients) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record RawMappings(
            @Nullable List<RealmRole> realmMappings,
            @Nullable Map<String, Object> clientMappings) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Token(
            @JsonProperty("access_token") String value,
            @JsonProperty("expires_in") long seconds) {}

    private record Credential(String type, String value, boolean temporary) {

        static Credential temporary(String password) {
            return new Credential("password", password, true);
        }

        @Override
        public String toString() {
            return "Credential";
        }
    }

    private record NewUser(
            String username,
            String firstName,
            String lastName,
            boolean enabled,
            List<Credential> credentials,
            List<String> requiredActions) {}

    private final KeycloakProperties properties;
    private final RestClient http;
    private final RestClient realm;
    private @Nullable Token token;
    private long tokenGoodUntil;

    AdminApi(KeycloakProperties properties) {
        this.properties = properties;
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        factory.setReadTimeout(READ);
        this.http = RestClient.builder()
                .requestFactory(factory)
                .baseUrl(properties.internalUrl())
                .build();
        this.realm = http.mutate()
                .baseUrl(properties.internalUrl() + "/admin/realms/" + properties.realm())
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(token());
                    return execution.execute(request, body);
                })
                .build();
    }

    private synchronized String token() {
        Token current = token;
        if (current == null || System.nanoTime() - tokenGoodUntil > 0) {
            var form = new LinkedMultiValueMap<String, String>();
            form.add("grant_type", "client_credentials");
            form.add("client_id", properties.clientId());
            form.add("client_secret", properties.clientSecret());
            current = Objects.requireNonNull(http.post()
                    .uri("/realms/{realm}/protocol/openid-connect/token", properties.realm())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(Token.class));
            token = current;
            tokenGoodUntil =
                    System.nanoTime() + Duration.ofSeconds(current.seconds()).toNanos() - TOKEN_RESERVE;
        }
        return current.value();
    }

    RealmRole role(String name) {
        return Objects.requireNonNull(
                realm.get().uri("/roles/{name}", name).retrieve().body(RealmRole.class));
    }

    /** The names of all accounts that have the role. */
    Set<String> members(String role) {
        Set<String> names = new HashSet<>();
        for (int first = 0; ; first += PAGE) {
            User[] page = Objects.requireNonNull(realm.get()
                    .uri("/roles/{role}/users?briefRepresentation=true&first={first}&max={max}", role, first, PAGE)
                    .retrieve()
                    .body(User[].class));
            for (User user : page) {
                names.add(user.username());
            }
            if (page.length < PAGE) {
                return names;
            }
        }
    }

    Optional<User> find(String username) {
        User[] found = Objects.requireNonNull(realm.get()
                .uri("/users?exact=true&briefRepresentation=false&username={username}", username)
                .retrieve()
                .body(User[].class));
        return found.length == 0 ? Optional.empty() : Optional.of(found[0]);
    }

    /** Creates the account and gives back its id. */
    String create(String username, String name, String password) {
        int lastSpace = name.lastIndexOf(' ');
        var user = new NewUser(
                username,
                lastSpace < 0 ? name : name.substring(0, lastSpace),
                lastSpace < 0 ? "" : name.substring(lastSpace + 1),
                true,
                List.of(Credential.temporary(password)),
                List.of("UPDATE_PASSWORD"));
        HttpHeaders headers = realm.post()
                .uri("/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(user)
                .retrieve()
                .toBodilessEntity()
                .getHeaders();
        if (headers.getLocation() == null) {
            throw new RestClientException("no address of the new account");
        }
        String path = headers.getLocation().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    void grant(String userId, List<RealmRole> roles) {
        realm.post()
                .uri("/users/{id}/role-mappings/realm", userId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(roles)
                .retrieve()
                .toBodilessEntity();
    }

    void revoke(String userId, List<RealmRole> roles) {
        realm.method(HttpMethod.DELETE)
                .uri("/users/{id}/role-mappings/realm", userId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(roles)
                .retrieve()
                .toBodilessEntity();
    }

    Mappings mappings(String userId) {
        RawMappings raw = Objects.requireNonNull(
                realm.get().uri("/users/{id}/role-mappings", userId).retrieve().body(RawMappings.class));
        List<RealmRole> realmRoles = raw.realmMappings() == null ? new ArrayList<>() : raw.realmMappings();
        return new Mappings(
                realmRoles.stream().map(RealmRole::name).collect(Collectors.toSet()),
                raw.clientMappings() == null ? Set.of() : raw.clientMappings().keySet());
    }

    void setPassword(String userId, String password) {
        realm.put()
                .uri("/users/{id}/reset-password", userId)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Credential.temporary(password))
                .retrieve()
                .toBodilessEntity();
    }

    void delete(String userId) {
        realm.delete().uri("/users/{id}", userId).retrieve().toBodilessEntity();
    }
}
