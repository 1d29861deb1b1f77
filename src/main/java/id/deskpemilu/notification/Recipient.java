package id.deskpemilu.notification;

import org.jspecify.annotations.Nullable;

/**
 * Whom a notice is for. What is missing closes the channels that need it; what is no number or address counts as missing.
 *
 * @param username the account, which sees the notice in the desk and in its browsers; none for a person without one
 * @param name the person's name
 * @param phone a mobile number of Indonesia in any of its spellings, for {@link Channel#CHAT}
 * @param email an address, for {@link Channel#EMAIL}
 */
public record Recipient(
        @Nullable String username,
        String name,
        @Nullable String phone,
        @Nullable String email) {

    /** Without number and address, so that no log ever holds them. */
    @Override
    public String toString() {
        return "Recipient[" + username + "]";
    }
}
