package id.deskpemilu.identity.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * The step-up: an act that binds the office asks that its person has just shown the password, not only that a session is
 * open on some desk. A page that finds the login too old leads the person through the realm and back to itself.
 */
@Component
public class FreshLogin {

    /** For so long a login counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    /** For so long the realm may take to bring the person back. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    static final String LOGIN = "/oauth2/authorization/keycloak";
    private static final String PENDING = FreshLogin.class.getName() + ".pending";
    private static final String AUTH_TIME = "auth_time";

    private final Clock clock;

    FreshLogin(Clock clock) {
        this.clock = clock;
    }

    /**
     * A login that was demanded.
     *
     * @param username of whom; nobody else may go on
     * @param path where the person goes on
     * @param since when it was demanded
     */
    record Pending(String username, String path, Instant since) implements Serializable {

        private static final long serialVersionUID = 1L;
    }

    /** When the person of the request has last shown the password, as the realm says it; null if it does not say it. */
    public @Nullable Instant authenticatedAt() {
        return authenticatedAt(SecurityContextHolder.getContext().getAuthentication());
    }

    static @Nullable Instant authenticatedAt(@Nullable Authentication authentication) {
        if (authentication instanceof JwtAuthenticationToken token) {
            return token.getToken().getClaimAsInstant(AUTH_TIME);
        }
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser user) {
            return user.getAuthenticatedAt();
        }
        return null;
    }

    /** Whether a login of that moment still is fresh. */
    public boolean isFresh(@Nullable Instant authenticatedAt) {
        return isFresh(authenticatedAt, FRESH);
    }

    /** Whether a login of that moment was at most so long ago. */
    public boolean isFresh(@Nullable Instant authenticatedAt, Duration within) {
        return authenticatedAt != null && !authenticatedAt.plus(within).isBefore(clock.instant());
    }

    /**
     * When the person of the request has logged in, if that was just now.
     *
     * @throws Refusal {@code LOGIN_NOT_FRESH}
     */
    public Instant require() {
        Instant at = authenticatedAt();
        if (at == null || !isFresh(at)) {
            throw Refusal.forbidden("LOGIN_NOT_FRESH", FRESH.toMinutes());
        }
        return at;
    }

    /**
     * Sends the person through the login again and then back to the page.
     *
     * @param path a page of our own, made by the program, never taken from a request
     * @return the view to answer with
     */
    public String again(HttpServletRequest request, Actor actor, String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            throw new IllegalStateException("not a page of our own: " + path);
        }
        request.getSession().setAttribute(PENDING, new Pending(actor.username(), path, clock.instant()));
        return "redirect:" + LOGIN;
    }

    /** The login that was demanded in this session and not come to an end, unless it was too long ago. */
    @Nullable
    Pending pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PENDING) instanceof Pending pending
                        && !pending.since().plus(PATIENCE).isBefore(clock.instant())
                ? pending
                : null;
    }

    /** Ends the demand, and says what it was. */
    @Nullable
    Pending take(HttpServletRequest request) {
        Pending pending = pending(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PENDING);
        }
        return pending;
    }
}
