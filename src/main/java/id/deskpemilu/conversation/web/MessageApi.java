package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.Mailbox;
import id.deskpemilu.conversation.Message;
import id.deskpemilu.conversation.usecase.ReadMessages;
import id.deskpemilu.identity.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A person's messages in the API. */
@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "messages", description = "Pesan, percakapan tentang laporan")
class MessageApi {

    private final ReadMessages readMessages;
    private final Words words;

    MessageApi(ReadMessages readMessages, Words words) {
        this.readMessages = readMessages;
        this.words = words;
    }

    /**
     * A page of messages.
     *
     * @param unread how many of all messages are not read
     */
    record MessagesResource(List<MessageResource> messages, int total, int unread, int page, int pageSize) {}

    record MessageResource(
            long id,
            Instant at,
            String kind,
            String title,
            String text,
            String link,
            @Nullable Instant readAt) {}

    @GetMapping
    @Operation(summary = "What I was told, the newest first")
    MessagesResource find(Actor actor, @RequestParam(defaultValue = "0") int page, Locale locale) {
        ReadMessages.Page found = readMessages.execute(actor, false, page);
        return new MessagesResource(
                found.messages().stream()
                        .map(message -> resource(message, locale))
                        .toList(),
                found.total(),
                found.unread(),
                found.page(),
                Mailbox.PAGE_SIZE);
    }

    private MessageResource resource(Message message, Locale locale) {
        return new MessageResource(
                message.id(),
                message.at(),
                message.template(),
                words.title(message, locale),
                words.text(message, locale),
                message.link(),
                message.readAt());
    }
}
