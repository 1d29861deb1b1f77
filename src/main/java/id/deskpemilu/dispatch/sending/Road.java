package id.deskpemilu.dispatch.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A road to one receiver. What is carried twice arrives once. */
interface Road {

    /** Carries it; takes no longer than {@link Carrier#LONGEST_ATTEMPT}. */
    Outcome carry(Parcel parcel);

    /** What became of an attempt. */
    sealed interface Outcome {

        /**
         * It has arrived.
         *
         * @param receipt the sealed receipt; null where the road gives none
         * @param sealedBy who sealed it
         */
        record Arrived(
                @Nullable String answer,
                byte @Nullable [] receipt,
                @Nullable String sealedBy) implements Outcome {}

        /**
         * It may go better later.
         *
         * @param error a code
         * @param answer what the other side said
         * @param notBefore how long it wants to be left alone
         */
        record TryLater(String error, @Nullable String answer, Duration notBefore) implements Outcome {}

        /**
         * The receiver does not take it.
         *
         * @param error its code
         * @param answer its reason
         */
        record Refused(String error, @Nullable String answer) implements Outcome {}

        static Outcome tryLater(String error, @Nullable String answer) {
            return new TryLater(error, answer, Duration.ZERO);
        }
    }
}
