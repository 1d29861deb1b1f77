package id.deskpemilu.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a notice has come on one road out of the desk.
 *
 * @param channel the road
 * @param state how far it is
 * @param attempts how often it was tried
 * @param sentAt when the provider took it
 * @param error why the last attempt failed, a code of the provider's or our own; nothing about a person
 */
public record Delivery(
        Channel channel,
        State state,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String error) {

    /** The life of a delivery. */
    public enum State {
        /** Waits for its first attempt. */
        QUEUED,
        /** The provider took it. */
        SENT,
        /** The provider says that it arrived; not every provider does. */
        DELIVERED,
        /** The last attempt failed and there will be another. */
        FAILED,
        /** There will be no further attempt. */
        GIVEN_UP
    }
}
