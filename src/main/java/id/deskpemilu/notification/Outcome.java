package id.deskpemilu.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt to send. */
public sealed interface Outcome {

    /**
     * The provider took it.
     *
     * @param reference what the provider calls it, by which it may report later; none if it gave no name
     */
    record Sent(@Nullable String reference) implements Outcome {}

    /**
     * It may go better later.
     *
     * @param error a code, nothing about a person
     * @param notBefore how long the provider wants to be left alone; zero if it does not say
     */
    record TryLater(String error, Duration notBefore) implements Outcome {}

    /**
     * It would be refused again.
     *
     * @param error a code, nothing about a person
     */
    record Refused(String error) implements Outcome {}

    /** It may go better later. */
    static Outcome tryLater(String error) {
        return new TryLater(error, Duration.ZERO);
    }
}
