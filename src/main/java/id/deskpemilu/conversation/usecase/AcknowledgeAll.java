package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Mailbox;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.UseCase;

/** Says that every message was read that a person has seen. */
@UseCase
public class AcknowledgeAll {

    private final Mailbox mailbox;

    AcknowledgeAll(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * Marks them as read.
     *
     * @param newest the newest message on the page that the person sees: what came after it stays unread
     */
    public void execute(Actor reader, long newest) {
        mailbox.readAll(reader.username(), newest);
    }
}
