package id.deskpemilu.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** When the password is asked for again, who may go on afterwards, and where. */
class FreshLoginTest {

    private static final Instant NOW = Instant.parse("2024-11-27T11:00:00Z");
    private static final String PAGE = "/letters/7/sign";
    private static final Actor RINA = new Actor("rina", "Rina Hartati", Set.of(), List.of());

    private final MockHttpSession session = new MockHttpSession();
    private final FreshLogin freshLogin = at(NOW);

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_realm_asks_for_the_password_only_where_a_page_demanded_it() {
        assertThat(asked(freshLogin)).doesNotContainKeys("prompt", "max_age");
        freshLogin.again(request(), RINA, PAGE);
        assertThat(asked(freshLogin)).containsEntry("prompt", "login").containsEntry("max_age", 0);
        assertThat(uri(freshLogin)).contains("prompt=login", "max_age=0");
    }

    @Test
    void nothing_in_the_address_of_the_request_asks_for_it() {
        MockHttpServletRequest request = request();
        request.setQueryString("prompt=login&max_age=0");
        request.setParameter("prompt", "login");
        OAuth2AuthorizationRequest asked = requests(freshLogin).resolve(request);
        assertThat(Objects.requireNonNull(asked).getAdditionalParameters()).doesNotContainKeys("prompt", "max_age");
    }

    @Test
    void a_demand_that_nobody_followed_is_forgotten() {
        freshLogin.again(request(), RINA, PAGE);
        FreshLogin later = at(NOW.plus(FreshLogin.PATIENCE).plusSeconds(1));
        assertThat(asked(later)).doesNotContainKey("prompt");
        assertThat(later.take(request())).isNull();
    }

    @Test
    void the_same_person_comes_back_to_the_page() throws Exception {
        freshLogin.again(request(), RINA, PAGE);
        assertThat(landing(person("rina", NOW))).isEqualTo(PAGE);
        assertThat(freshLogin.pending(request())).as("a demand counts once").isNull();
        assertThat(landing(person("rina", NOW))).isEqualTo("/");
    }

    @Test
    void another_person_does_not() throws Exception {
        freshLogin.again(request(), RINA, PAGE);
        assertThat(landing(person("budi", NOW))).isEqualTo(FreshLoginLanding.OTHER);
        assertThat(landing(person("rina", NOW))).as("the demand is over").isEqualTo("/");
        assertThatThrownBy(() -> new FreshLoginPages().other(RINA))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LOGIN_OTHER_PERSON"));
    }

    @Test
    void a_realm_that_did_not_ask_for_the_password_brings_nobody_back() throws Exception {
        freshLogin.again(request(), RINA, PAGE);
        assertThat(landing(person("rina", NOW.minus(Duration.ofHours(1))))).isEqualTo(FreshLoginLanding.OLD);
        freshLogin.again(request(), RINA, PAGE);
        assertThat(landing(person("rina", null))).isEqualTo(FreshLoginLanding.OLD);
        assertThatThrownBy(() -> new FreshLoginPages().old(RINA))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LOGIN_STILL_OLD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "//example.com", "/\\example.com", "letters", ""})
    void one_comes_back_to_pages_of_our_own_and_to_no_other(String path) {
        assertThatIllegalStateException().isThrownBy(() -> freshLogin.again(request(), RINA, path));
    }

    @Test
    void a_login_is_fresh_for_five_minutes() {
        assertThat(freshLogin.isFresh(NOW.minus(FreshLogin.FRESH))).isTrue();
        assertThat(freshLogin.isFresh(NOW.minus(FreshLogin.FRESH).minusSeconds(1)))
                .isFalse();
        assertThat(freshLogin.isFresh(null)).isFalse();
    }

    @Test
    void programs_show_it_in_their_token() {
        assertNotFresh();
        sign_in(token(null));
        assertNotFresh();
        sign_in(token(NOW.minus(FreshLogin.FRESH).minusSeconds(1)));
        assertNotFresh();
        sign_in(token(NOW.minusSeconds(60)));
        assertThat(freshLogin.require()).isEqualTo(NOW.minusSeconds(60));
        sign_in(person("rina", NOW));
        assertThat(freshLogin.require()).isEqualTo(NOW);
    }

    private void assertNotFresh() {
        assertThatThrownBy(freshLogin::require)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("LOGIN_NOT_FRESH"));
    }

    private static void sign_in(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static FreshLogin at(Instant now) {
        return new FreshLogin(Clock.fixed(now, ZoneOffset.UTC));
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", FreshLogin.LOGIN);
        request.setServletPath(FreshLogin.LOGIN);
        request.setSession(session);
        return request;
    }

    private Map<String, Object> asked(FreshLogin login) {
        return Objects.requireNonNull(requests(login).resolve(request())).getAdditionalParameters();
    }

    private String uri(FreshLogin login) {
        return Objects.requireNonNull(requests(login).resolve(request(), "keycloak"))
                .getAuthorizationRequestUri();
    }

    private static FreshLoginRequests requests(FreshLogin login) {
        ClientRegistration client = ClientRegistration.withRegistrationId("keycloak")
                .clientId("desk-app")
                .clientSecret("secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .authorizationUri("https://realm.example/auth")
                .tokenUri("https://realm.example/token")
                .build();
        return new FreshLoginRequests(new InMemoryClientRegistrationRepository(client), login);
    }

    private @Nullable String landing(Authentication person) throws IOException, jakarta.servlet.ServletException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FreshLoginLanding(freshLogin).onAuthenticationSuccess(request(), response, person);
        return response.getRedirectedUrl();
    }

    private static Authentication person(String username, @Nullable Instant authenticatedAt) {
        Map<String, Object> claims = authenticatedAt == null
                ? Map.of("sub", "1", "preferred_username", username)
                : Map.of("sub", "1", "preferred_username", username, "auth_time", authenticatedAt.getEpochSecond());
        DefaultOidcUser user = new DefaultOidcUser(
                List.of(), new OidcIdToken("token", NOW, NOW.plusSeconds(60), claims), "preferred_username");
        return new OAuth2AuthenticationToken(user, List.of(), "keycloak");
    }

    private static Authentication token(@Nullable Instant authenticatedAt) {
        Jwt.Builder jwt = Jwt.withTokenValue("token").header("alg", "none").subject("rina");
        if (authenticatedAt != null) {
            jwt.claim("auth_time", authenticatedAt.getEpochSecond());
        }
        return new JwtAuthenticationToken(jwt.build());
    }
}
