package id.deskpemilu.dispatch;

/** How much a letter says. */
public enum LetterKind {
    /** The official letter with all sections and annexes. */
    FULL,
    /** One page: coverage and results. */
    FLASH
}
