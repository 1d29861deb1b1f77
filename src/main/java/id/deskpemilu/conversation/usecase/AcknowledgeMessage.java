package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Mailbox;
import id.deskpemilu.conversation.Message;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Says that a message was read: the sender sees it. */
@UseCase
public class AcknowledgeMessage {

    private final Mailbox mailbox;
    private final Notices notices;

    AcknowledgeMessage(Mailbox mailbox, Notices notices) {
        this.mailbox = mailbox;
        this.notices = notices;
    }

    /**
     * Marks it as read; a second time changes nothing.
     *
     * @return the message
     * @throws Refusal {@code MESSAGE_UNKNOWN} if the person has none of that number
     */
    public Message execute(Actor reader, long id) {
        Message message = mailbox.find(reader.username(), id)
                .orElseThrow(() -> Refusal.notFound("MESSAGE_UNKNOWN", Long.toString(id)));
        notices.read(reader.username(), id);
        return message;
    }
}
