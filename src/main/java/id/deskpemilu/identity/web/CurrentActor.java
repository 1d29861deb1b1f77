package id.deskpemilu.identity.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link Actor} of the request, with the assignments that are in force at this moment. */
@Component
public class CurrentActor implements HandlerMethodArgumentResolver {

    private static final String KEPT = CurrentActor.class.getName();

    private final Assignments assignments;

    CurrentActor(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return of(request).orElseThrow(() -> new IllegalStateException("a door is open that should ask who is there"));
    }

    /** The person of the request, if somebody has signed in; the table is read once per request. */
    public Optional<Actor> of(NativeWebRequest request) {
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Actor kept) {
            return Optional.of(kept);
        }
        Optional<Actor> actor = of(SecurityContextHolder.getContext().getAuthentication());
        actor.ifPresent(found -> request.setAttribute(KEPT, found, RequestAttributes.SCOPE_REQUEST));
        return actor;
    }

    private Optional<Actor> of(@Nullable Authentication authentication) {
        if (authentication == null) {
            return Optional.empty();
        }
        if (authentication instanceof JwtAuthenticationToken token) {
            return Optional.of(actor(token, token.getName(), token.getToken().getClaimAsString("name")));
        }
        if (authentication.getPrincipal() instanceof OidcUser user) {
            return Optional.of(actor(authentication, user.getName(), user.getFullName()));
        }
        return Optional.empty();
    }

    private Actor actor(Authentication authentication, String username, @Nullable String name) {
        return new Actor(
                username,
                name == null || name.isBlank() ? username : name,
                RealmRoles.roles(authentication.getAuthorities()),
                assignments.inForce(username));
    }
}
