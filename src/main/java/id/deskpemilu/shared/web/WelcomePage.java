package id.deskpemilu.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * The page before login.
 *
 * @param login address that starts the login
 * @param signedOut whether one comes here from logging out
 * @param problem why the login failed, in the reader's language
 */
public record WelcomePage(
        String login, boolean signedOut, @Nullable String problem) {}
