package id.deskpemilu.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What the realm is asked for at a login: where a fresh one was demanded, the password, though a session is still open there.
 * Only a controller of ours can demand it; nothing in the address of the request does.
 */
final class FreshLoginRequests implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver usual;
    private final FreshLogin freshLogin;

    FreshLoginRequests(ClientRegistrationRepository clients, FreshLogin freshLogin) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(
                clients, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        this.freshLogin = freshLogin;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return fresh(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return fresh(request, usual.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest fresh(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest asked) {
        if (asked == null || freshLogin.pending(request) == null) {
            return asked;
        }
        return OAuth2AuthorizationRequest.from(asked)
                .additionalParameters(parameters -> {
                    parameters.put("prompt", "login");
                    parameters.put("max_age", 0); // the realm then has to say when it was
                })
                .build();
    }
}
