package id.deskpemilu.dispatch.web;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterAction;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Composes the page of a letter. */
@Component
class LetterView {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");

    /** Actors that are no people: what the desk did when its time had come. */
    private static final Set<String> BY_ITSELF = Set.of(ReportEvent.TIMER, "sistem");

    /** What the log is asked for; anything else that it has is only noted. */
    private static final Set<String> TOLD = Set.of(
            "LetterPlanned",
            "LetterAsked",
            "LetterFrozen",
            "RefreezeAsked",
            "ProseWritten",
            "LetterSigned",
            "SigningFailed",
            "LetterDispatched",
            "LetterHandedOver",
            "LetterSent",
            "LetterResent",
            "LetterReceipted",
            "ReceiptMissing",
            "LetterSuperseded",
            "LetterDropped",
            "LetterWithdrawn",
            "LetterDelivered",
            "LetterNotDelivered",
            "ReceiptNoted",
            "LetterReceived",
            "LetterRefused",
            "ReceivedLetterReviewed",
            "ReceivedLetterWithdrawn");

    private final Letters letters;
    private final LetterPrinter printer;
    private final LetterNames names;
    private final Transfers transfers;
    private final Senders senders;
    private final ElectionClocks clocks;
    private final Accounts accounts;
    private final AuditLog log;
    private final Problems problems;
    private final MessageSource messages;

    LetterView(
            Letters letters,
            LetterPrinter printer,
            LetterNames names,
            Transfers transfers,
            Senders senders,
            ElectionClocks clocks,
            Accounts accounts,
            AuditLog log,
            Problems problems,
            MessageSource messages) {
        this.letters = letters;
        this.printer = printer;
        this.names = names;
        this.transfers = transfers;
        this.senders = senders;
        this.clocks = clocks;
        this.accounts = accounts;
        this.log = log;
        this.problems = problems;
        this.messages = messages;
    }

    /**
     * What was refused, and what is to be said besides.
     *
     * @param wrong the form
     * @param error why
     * @param typed the prose that was not saved; null where none was refused
     * @param reason the reason that was typed for a withdrawal
     */
    record Said(
            @Nullable String wrong,
            @Nullable String error,
            @Nullable Prose typed,
            String reason,
            @Nullable List<LetterPage.Change> changes,
            @Nullable String notice) {

        static Said notice(@Nullable List<LetterPage.Change> changes, @Nullable String notice) {
            return new Said(null, null, null, "", changes, notice);
        }
    }

    /** The page of the letter; whether the person may see it was asked before. */
    LetterPage page(Actor actor, Letter letter, Said said, Locale locale) {
        boolean frozen = letter.status() != LetterStatus.PLANNED && hasFigures(letter);
        List<AuditEvent> history = log.of(letter.subject());
        Map<String, Account> people =
                accounts.find(history.stream().map(AuditEvent::actor).distinct().toList());
        Sender sender = senders.find(letter.region()).orElse(null);
        Set<String> actions =
                letter.actionsFor(actor).stream().map(LetterAction::name).collect(Collectors.toSet());
        return new LetterPage(
                LetterNames.address(letter),
                crumbs(letter, null, locale),
                names.region(letter.region()),
                letter.kind().name(),
                names.cutAt(letter),
                letter.status().name(),
                letter.standing().name(),
                letter.number(),
                letter.signatory(),
                successor(letter),
                letter.withdrawnReason(),
                letter.status() == LetterStatus.PLANNED
                        && !letter.cutAt().isAfter(clocks.now(letter.election().id())),
                road(letter),
                frozen ? FigureView.summary(printer.figures(letter.id())) : null,
                letter.version(),
                prose(letter, actions.contains(LetterAction.EDIT.name()), said.typed()),
                transfers.of(letter.id()).stream()
                        .map(transfer -> transfer(letter, transfer))
                        .toList(),
                history.stream()
                        .map(event -> event(letter, event, people, sender))
                        .toList(),
                actions,
                said.wrong(),
                said.error(),
                said.reason(),
                said.changes(),
                said.notice());
    }

    /** A planned letter may have been dropped before anything was frozen for it. */
    private boolean hasFigures(Letter letter) {
        return letter.status() != LetterStatus.DROPPED || printer.isFrozen(letter.id());
    }

    /** The way back: the list, and below the letter's own page the letter. */
    List<Crumb> crumbs(Letter letter, @Nullable String below, Locale locale) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(
                messages.getMessage("letters.title", null, locale),
                "/letters?election=" + letter.election().code()));
        String own = HOUR.format(names.cutAt(letter)) + " " + names.region(letter.region());
        crumbs.add(new Crumb(own, below == null ? null : LetterNames.address(letter)));
        if (below != null) {
            crumbs.add(new Crumb(messages.getMessage(below, null, locale), null));
        }
        return crumbs;
    }

    private LetterPage.@Nullable Other successor(Letter letter) {
        if (letter.standing() != Standing.SUPERSEDED || letter.supersededBy() == null) {
            return null;
        }
        Letter later = letters.get(letter.supersededBy());
        return new LetterPage.Other(
                Objects.requireNonNullElse(later.number(), HOUR.format(names.cutAt(later))),
                LetterNames.address(later));
    }

    private List<LetterPage.Step> road(Letter letter) {
        int now = switch (letter.status()) {
            case PLANNED -> 0;
            case DRAFT, DROPPED -> 1;
            case SIGNED -> 3;
            case SENT -> 4;
            case RECEIPTED -> 5;
        };
        boolean ends = letter.status() == LetterStatus.DROPPED;
        ZonedDateTime cut = names.cutAt(letter);
        ZonedDateTime signed = shown(letter, letter.signedAt());
        return List.of(
                step("CUT", 0, now, ends, cut),
                step("DRAFT", 1, now, ends, cut),
                step("SIGN", 2, now, ends, signed),
                step("SEND", 3, now, ends, shown(letter, letter.sentAt())),
                step("RECEIPT", 4, now, ends, shown(letter, letter.receiptedAt())));
    }

    private static LetterPage.Step step(String key, int place, int now, boolean ends, @Nullable ZonedDateTime at) {
        String state = place < now ? "DONE" : place == now && !ends ? "NOW" : "NEXT";
        return new LetterPage.Step(key, state, place < now ? at : null);
    }

    private @Nullable ZonedDateTime shown(Letter letter, @Nullable Instant real) {
        return real == null ? null : names.shown(letter, real);
    }

    private static LetterPage.Prose prose(Letter letter, boolean editable, @Nullable Prose typed) {
        Prose kept = letter.prose();
        Prose shown = typed == null ? kept : typed;
        return new LetterPage.Prose(
                editable,
                typed != null && !typed.equals(kept),
                List.of(
                        text("situation", shown.situation(), kept.situation()),
                        text("problems", shown.problems(), kept.problems()),
                        text("suggestions", shown.suggestions(), kept.suggestions())));
    }

    private static LetterPage.Text text(String name, String shown, String kept) {
        return new LetterPage.Text(name, shown, shown.equals(kept) ? null : kept, Prose.LONGEST);
    }

    private LetterPage.Transfer transfer(Letter letter, Transfer transfer) {
        Instant at = Stream.of(transfer.receiptedAt(), transfer.sentAt(), transfer.triedAt())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new LetterPage.Transfer(
                transfer.title(),
                transfer.channel().name(),
                transfer.act() == Transfer.Act.WITHDRAWAL,
                transfer.state().name(),
                shown(letter, at),
                transfer.state().hasArrived()
                        ? null
                        : transfer.answer() == null ? transfer.error() : transfer.answer());
    }

    private LetterPage.Event event(
            Letter letter, AuditEvent event, Map<String, Account> people, @Nullable Sender sender) {
        return new LetterPage.Event(
                TOLD.contains(event.type()) ? event.type() : "OTHER",
                names.shown(letter, event.at()),
                by(event.actor(), people, sender),
                detail(event));
    }

    /** Who did it: a person, nobody where it came by itself, or the desk that handed the letter over. */
    private static String by(String actor, Map<String, Account> people, @Nullable Sender sender) {
        Account account = people.get(actor);
        if (account != null) {
            return account.name();
        }
        if (BY_ITSELF.contains(actor)) {
            return "";
        }
        return sender != null && sender.username().equals(actor) ? sender.name() : actor;
    }

    private @Nullable String detail(AuditEvent event) {
        return switch (event.type()) {
            case "LetterWithdrawn" -> event.data().path("reason").asString("");
            case "SigningFailed" -> problems.reason(event.data().path("code").asString(""));
            case "LetterSigned" -> event.data().path("number").asString("");
            default -> null;
        };
    }
}
