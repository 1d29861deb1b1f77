package id.deskpemilu.dispatch;

/**
 * What becomes of a letter of the tier below: it is reviewed, added up and forwarded. Called inside the transaction that
 * changes it.
 */
public interface ReceivedLetterProcess {

    /** What a reviewer says. */
    enum Verdict {
        CHECKED,
        /** The tier below can read the note; the review is not over. */
        QUESTIONED
    }

    /** It was taken in. */
    void taken(LetterId letter);

    /** It was reviewed; a review that comes late changes nothing any more. */
    void reviewed(LetterId letter, Verdict verdict);

    /** A letter that it was added up in was signed. */
    void forwarded(LetterId letter);

    /** It was superseded or withdrawn. */
    void ended(LetterId letter);
}
