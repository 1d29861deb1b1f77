package id.deskpemilu.dispatch;

/** What a person can do with a letter. */
public enum LetterAction {
    /** Write situation, problems and suggestions. */
    EDIT,
    /** Freeze the figures anew. */
    REFREEZE,
    SIGN,
    /** Send it once more to those who have not confirmed it. */
    RESEND,
    /** Say that it does not hold, with a reason. */
    WITHDRAW
}
