package id.deskpemilu.conversation;

/** Which operators of a region a broadcast is for. */
public enum Audience {
    /** All of them. */
    ALL,
    /** Those who still owe a report. */
    SILENT
}
