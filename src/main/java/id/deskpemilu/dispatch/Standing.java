package id.deskpemilu.dispatch;

/** Whether what a signed letter says is still what the desk says. */
public enum Standing {
    IN_FORCE,
    /** A later letter has taken its place (DIGANTIKAN). */
    SUPERSEDED,
    /** It was withdrawn with a reason (DICABUT). */
    WITHDRAWN
}
