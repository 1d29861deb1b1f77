package id.deskpemilu.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or a failure, told in three sentences: what happened, why, what to do now.
 *
 * @param status HTTP status; 403, 404, 409 and 500 have words of their own, any other gets general ones
 * @param reason the reason in the reader's language; null for the general one of this status
 * @param next what to do now; null for the general advice of this status
 * @param href where the button leads
 * @param reference number by which the desk finds this event in its log, if there is one
 */
public record ErrorPage(
        int status,
        @Nullable String reason,
        @Nullable String next,
        String href,
        @Nullable String reference) {

    /** The set of words for this status: {@code 403 404 409 500}, or {@code other}. */
    public String kind() {
        return switch (status) {
            case 403, 404, 409 -> Integer.toString(status);
            default -> status >= 500 ? "500" : "other";
        };
    }
}
