package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.LetterId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter, or its withdrawal, on its way to a receiver.
 *
 * @param letter which letter
 * @param act what is sent
 * @param receiver the receiver's key
 * @param title what people read for it; the key if it is no longer set up
 * @param channel by which road
 * @param state how far it has come
 * @param queuedAt since when it is to be sent
 * @param nextAt when it is tried next; null if nothing more is sent
 * @param attempts how often it was tried
 * @param triedAt when last
 * @param error why the last attempt failed, a code; null if it did not
 * @param answer what the other side said, in its own words
 * @param sentAt when it had arrived
 * @param sentBy who handed it over, where a person did
 * @param receiptedAt when it was confirmed
 * @param receiptBy who noted that, where a person did
 * @param receiptNote what that person noted, or who sealed the receipt
 * @param scanned whether the receipt as it came is kept
 */
public record Transfer(
        LetterId letter,
        Act act,
        String receiver,
        String title,
        TransferChannel channel,
        State state,
        Instant queuedAt,
        @Nullable Instant nextAt,
        int attempts,
        @Nullable Instant triedAt,
        @Nullable String error,
        @Nullable String answer,
        @Nullable Instant sentAt,
        @Nullable String sentBy,
        @Nullable Instant receiptedAt,
        @Nullable String receiptBy,
        @Nullable String receiptNote,
        boolean scanned) {

    /** What is sent. */
    public enum Act {
        LETTER,
        WITHDRAWAL
    }

    /** How far it has come. */
    public enum State {
        /** It is sent next. */
        WAITING,
        /** It failed and is tried again. */
        FAILED,
        /** A person has to hand it over. */
        BY_HAND,
        /** It has arrived; nobody has confirmed it. */
        SENT,
        /** It has arrived and was confirmed. */
        RECEIPTED,
        /** The receiver does not take it: it would be refused again. */
        REFUSED,
        /** It failed too often. */
        GIVEN_UP;

        /** Whether the receiver has it. */
        public boolean hasArrived() {
            return this == SENT || this == RECEIPTED;
        }
    }
}
