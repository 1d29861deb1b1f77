package id.deskpemilu.notification;

/** A road out of the desk that is set up; one adapter for each provider. */
public interface MessageChannel {

    /** Which channel it serves; there is at most one adapter for each. */
    Channel channel();

    /**
     * Hands the message to the provider. Called outside of any transaction; may take seconds.
     *
     * @return what became of it; a failure is an outcome, not an exception
     */
    Outcome send(OutgoingMessage message);
}
