package id.deskpemilu.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Where a person comes to from the realm: back to the page that demanded the login, if it is the same person. */
final class FreshLoginLanding implements AuthenticationSuccessHandler {

    static final String OTHER = "/login/other";
    static final String OLD = "/login/old";

    private final AuthenticationSuccessHandler usual = new SavedRequestAwareAuthenticationSuccessHandler();
    private final FreshLogin freshLogin;

    FreshLoginLanding(FreshLogin freshLogin) {
        this.freshLogin = freshLogin;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        FreshLogin.Pending pending = freshLogin.take(request);
        if (pending == null) {
            usual.onAuthenticationSuccess(request, response, authentication);
        } else if (!pending.username().equals(authentication.getName())) {
            to(OTHER, request, response);
        } else if (!freshLogin.isFresh(FreshLogin.authenticatedAt(authentication))) {
            to(OLD, request, response); // asking again would ask for ever
        } else {
            to(pending.path(), request, response);
        }
    }

    private static void to(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + path));
    }
}
