package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Broadcast;
import id.deskpemilu.conversation.Mailbox;
import id.deskpemilu.conversation.Message;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a person was told. */
@UseCase(readOnly = true)
public class ReadMessages {

    private final Mailbox mailbox;

    ReadMessages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /**
     * A page of messages.
     *
     * @param messages the messages, the newest first
     * @param total how many there are on all pages
     * @param unread how many of all messages are not read
     * @param page the page, from 0
     */
    public record Page(List<Message> messages, int total, int unread, int page) {}

    /**
     * Reads them; they stay unread.
     *
     * @param broadcasts whether only broadcasts are meant
     */
    public Page execute(Actor reader, boolean broadcasts, int page) {
        int shown = Math.max(0, page);
        @Nullable String template = broadcasts ? Broadcast.TEMPLATE : null;
        return new Page(
                mailbox.of(reader.username(), template, shown),
                mailbox.count(reader.username(), template),
                mailbox.glance(reader.username()).unread(),
                shown);
    }
}
