package id.deskpemilu.dispatch;

/** How far a letter has come. */
public enum LetterStatus {
    /** Its hour has not come. */
    PLANNED,
    /** Its figures are frozen; a supervisor reviews it. */
    DRAFT,
    /** Signed: nothing of it changes any more. */
    SIGNED,
    /** With every receiver. */
    SENT,
    /** A receiver has said so, with a receipt of its own. */
    RECEIPTED,
    /** Never signed: a later one came first, or it was not needed. */
    DROPPED;

    /** Whether it is signed. */
    public boolean isSigned() {
        return this == SIGNED || this == SENT || this == RECEIPTED;
    }
}
