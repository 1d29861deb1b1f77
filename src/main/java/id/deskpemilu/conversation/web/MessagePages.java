package id.deskpemilu.conversation.web;

import id.deskpemilu.conversation.BroadcastRights;
import id.deskpemilu.conversation.Mailbox;
import id.deskpemilu.conversation.Message;
import id.deskpemilu.conversation.usecase.AcknowledgeAll;
import id.deskpemilu.conversation.usecase.AcknowledgeMessage;
import id.deskpemilu.conversation.usecase.ReadMessages;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.web.Paging;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a person's messages. */
@Controller
@RequestMapping("/messages")
class MessagePages {

    private static final String PAGE = "/messages";
    private static final String BROADCASTS = "broadcasts";

    private final ReadMessages readMessages;
    private final AcknowledgeMessage acknowledgeMessage;
    private final AcknowledgeAll acknowledgeAll;
    private final Words words;

    MessagePages(
            ReadMessages readMessages,
            AcknowledgeMessage acknowledgeMessage,
            AcknowledgeAll acknowledgeAll,
            Words words) {
        this.readMessages = readMessages;
        this.acknowledgeMessage = acknowledgeMessage;
        this.acknowledgeAll = acknowledgeAll;
        this.words = words;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        boolean broadcasts = only.equals(BROADCASTS);
        ReadMessages.Page found = readMessages.execute(actor, broadcasts, page);
        Words.Hours hours = words.hours(actor);
        List<MessagesPage.Item> items = found.messages().stream()
                .map(message -> item(message, hours, locale))
                .toList();
        model.addAttribute(
                "page",
                new MessagesPage(
                        broadcasts,
                        found.unread(),
                        items.isEmpty() ? 0 : items.get(0).id(),
                        items,
                        paging(found, broadcasts),
                        BroadcastRights.maySend(actor),
                        !BroadcastRights.seen(actor).isEmpty()));
        return "conversation/messages";
    }

    /**
     * The reader has read it.
     *
     * @param then where the reader goes on: to what the message is about, or back to where it was shown
     */
    @PostMapping("/{message}/read")
    String acknowledge(Actor actor, @PathVariable long message, @RequestParam(defaultValue = "") String then) {
        Message read = acknowledgeMessage.execute(actor, message);
        return "redirect:"
                + switch (then) {
                    case "open" -> read.link();
                    case "tasks" -> "/tasks";
                    case "inbox" -> "/inbox";
                    case "progress" -> "/progress";
                    default -> PAGE;
                };
    }

    @PostMapping("/read")
    String acknowledgeAll(Actor actor, @RequestParam(defaultValue = "0") long newest) {
        acknowledgeAll.execute(actor, newest);
        return "redirect:" + PAGE;
    }

    private MessagesPage.Item item(Message message, Words.Hours hours, Locale locale) {
        @Nullable String href = message.link().equals(PAGE) ? null : message.link();
        return new MessagesPage.Item(
                message.id(),
                words.title(message, locale),
                words.text(message, locale),
                hours.at(message.electionId(), message.at()),
                message.readAt() == null,
                href);
    }

    private static Paging paging(ReadMessages.Page found, boolean broadcasts) {
        return Pages.of(
                found.page(),
                Mailbox.PAGE_SIZE,
                found.messages().size(),
                found.total(),
                page -> PAGE + "?" + (broadcasts ? "only=" + BROADCASTS + "&" : "") + "page=" + page);
    }
}
