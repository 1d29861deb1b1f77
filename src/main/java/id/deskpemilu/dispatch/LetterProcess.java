package id.deskpemilu.dispatch;

import java.time.Instant;

/** Who is asked next about a letter, and what happens if nobody answers. Called inside the transaction that changes it. */
public interface LetterProcess {

    /** What a reviewer decided. */
    enum Review {
        SIGNED,
        /** The figures are frozen anew before this call returns. */
        REFREEZE
    }

    /**
     * Begins to wait for its hour.
     *
     * @param cutAt the hour, in real time
     */
    void planned(LetterId letter, Instant cutAt);

    /** Its hour comes at another moment. */
    void redated(LetterId letter, Instant cutAt);

    /**
     * Passes if it waits for its review.
     *
     * @throws id.deskpemilu.shared.Refusal {@code LETTER_BEING_DRAFTED}
     */
    void requireReviewable(LetterId letter);

    /**
     * It was reviewed.
     *
     * @throws id.deskpemilu.shared.Refusal {@code LETTER_BEING_DRAFTED}
     */
    void reviewed(LetterId letter, Review review);

    /** It is to be sent once more; does nothing where nobody waits for a receipt. */
    void resend(LetterId letter);

    /** Its receipt is in. */
    void receipted(LetterId letter);

    /** It was superseded, dropped or withdrawn: nothing more is waited for. */
    void ended(LetterId letter);
}
