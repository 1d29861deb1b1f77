package id.deskpemilu.notification;

/** By which road a notice reaches a person. */
public enum Channel {
    /** In the desk itself: the notice is there when the person looks. */
    IN_APP,
    /** A browser that the person allowed to be woken. */
    PUSH,
    /** E-mail. */
    EMAIL,
    /** WhatsApp, by whichever provider the desk is set up with. */
    CHAT,
    /** Another program of the agency, e.g. its own gateway for SMS; it is told the recipient's number, if there is one. */
    WEBHOOK
}
