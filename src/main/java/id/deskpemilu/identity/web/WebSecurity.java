package id.deskpemilu.identity.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Pages sign in through the realm and keep a session; programs send a bearer token and get no session. Which role may do
 * what, and where, is decided by the use cases; here everybody who has no business at all is turned away.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    private static final String[] ANY_ROLE = {"OPERATOR", "VERIFIER", "COORDINATOR", "SUPERVISOR", "ADMIN", "AUDITOR"};

    /** Where the programs of the tier below have business. */
    private static final String LETTERS_FROM_BELOW = "/api/v1/received-letters/**";

    private static final String CONTENT_POLICY = """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; \
            connect-src 'self'; manifest-src 'self'; form-action 'self' %s; frame-ancestors 'none'; base-uri 'none'""";

    private final String realmOrigin;

    WebSecurity(@Value("${desk.keycloak.url}") String keycloakUrl) {
        this.realmOrigin = keycloakUrl;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AuthenticationEntryPoint apiEntryPoint, AccessDeniedHandler apiDenied)
            throws Exception {
        return headers(http.securityMatcher("/api/**", "/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/check/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole("SUPERVISOR", "ADMIN", "AUDITOR")
                        .requestMatchers(LETTERS_FROM_BELOW)
                        .hasAnyRole("SENDER", "SUPERVISOR", "AUDITOR")
                        .anyRequest()
                        .hasAnyRole(ANY_ROLE))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(tokenConverter()))
                        .authenticationEntryPoint(apiEntryPoint)
                        .accessDeniedHandler(apiDenied))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no cookie, no forged request
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ClientRegistrationRepository clients, FreshLogin freshLogin)
            throws Exception {
        var logout = new OidcClientInitiatedLogoutSuccessHandler(clients);
        logout.setPostLogoutRedirectUri("{baseUrl}/");
        return headers(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll() // the end of a line that was opened with the right to
                        .requestMatchers(
                                "/",
                                "/error",
                                "/favicon.ico",
                                "/favicon.svg",
                                "/push.js",
                                "/css/**",
                                "/js/**",
                                "/img/**",
                                "/webjars/**",
                                "/wall/*", // whoever has the link
                                "/check", // whoever has a letter
                                "/check/*")
                        .permitAll()
                        .requestMatchers("/webhooks/**") // who calls there signs what it says
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**", "/swagger-ui.html")
                        .permitAll()
                        .requestMatchers("/admin/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/inbox/**")
                        .hasAnyRole("VERIFIER", "SUPERVISOR", "AUDITOR")
                        .requestMatchers("/tasks/**")
                        .hasRole("OPERATOR")
                        .requestMatchers("/me")
                        .authenticated()
                        .anyRequest()
                        .hasAnyRole(ANY_ROLE))
                .oauth2Login(login -> login.loginPage(FreshLogin.LOGIN)
                        .authorizationEndpoint(realm ->
                                realm.authorizationRequestResolver(new FreshLoginRequests(clients, freshLogin)))
                        .successHandler(new FreshLoginLanding(freshLogin))
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(rolesOfIdToken())))
                .oauth2Client(withDefaults())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/webhooks/**"))
                .logout(out -> out.logoutSuccessHandler(logout))
                .build();
    }

    private HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_POLICY.formatted(realmOrigin)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("geolocation=(), microphone=(), camera=(self)"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }

    private static JwtAuthenticationConverter tokenConverter() {
        var converter = new JwtAuthenticationConverter();
        converter.setPrincipalClaimName("preferred_username");
        converter.setJwtGrantedAuthoritiesConverter(jwt -> RealmRoles.authorities(jwt.getClaim("realm_access")));
        return converter;
    }

    private static GrantedAuthoritiesMapper rolesOfIdToken() {
        return authorities -> {
            Set<GrantedAuthority> mapped = new LinkedHashSet<>();
            authorities.stream()
                    .filter(OidcUserAuthority.class::isInstance)
                    .map(OidcUserAuthority.class::cast)
                    .forEach(user -> mapped.addAll(
                            RealmRoles.authorities(user.getIdToken().getClaim("realm_access"))));
            return mapped;
        };
    }
}
