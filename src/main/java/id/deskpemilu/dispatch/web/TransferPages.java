package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterAction;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.dispatch.usecase.HandOverLetter;
import id.deskpemilu.dispatch.usecase.NoteReceipt;
import id.deskpemilu.dispatch.usecase.ReadLetter;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Zone;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Problems;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a letter is on its way upwards, and what people carry and confirm themselves. */
@Controller
@RequestMapping("/letters/{letter}/transfers")
class TransferPages {

    private final ReadLetter readLetter;
    private final HandOverLetter handOverLetter;
    private final NoteReceipt noteReceipt;
    private final Transfers transfers;
    private final Regions regions;
    private final Problems problems;
    private final MessageSource messages;

    TransferPages(
            ReadLetter readLetter,
            HandOverLetter handOverLetter,
            NoteReceipt noteReceipt,
            Transfers transfers,
            Regions regions,
            Problems problems,
            MessageSource messages) {
        this.readLetter = readLetter;
        this.handOverLetter = handOverLetter;
        this.noteReceipt = noteReceipt;
        this.transfers = transfers;
        this.regions = regions;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(Actor actor, @PathVariable("letter") String id, Model model) {
        return page(actor, LetterId.of(id), null, null, "", (String) model.getAttribute("notice"));
    }

    @GetMapping("/{receiver}/receipt")
    ResponseEntity<byte[]> receipt(
            Actor actor, @PathVariable("letter") String id, @PathVariable("receiver") String receiver) {
        Letter letter = readLetter.execute(actor, LetterId.of(id));
        byte[] receipt = transfers
                .receipt(letter.id(), receiver)
                .orElseThrow(() -> Refusal.notFound("TRANSFER_UNKNOWN", receiver));
        MediaType type =
                Transfers.typeOf(receipt).map(MediaType::parseMediaType).orElse(ReceivedLetterApi.SEALED);
        String ending = type.equals(ReceivedLetterApi.SEALED) ? "p7m" : type.getSubtype();
        return ReceivedPages.download(receipt, type, letter.id() + "_tanda-terima." + ending);
    }

    @PostMapping("/{receiver}/handover")
    ModelAndView handOver(
            Actor actor,
            @PathVariable("letter") String id,
            @PathVariable("receiver") String receiver,
            @RequestParam(name = "act", defaultValue = "LETTER") Transfer.Act act,
            @RequestParam(name = "note", defaultValue = "") String note,
            RedirectAttributes redirect) {
        LetterId letter = LetterId.of(id);
        return noted(
                actor,
                letter,
                receiver + "-" + act,
                note,
                "transfer.notice.handed",
                redirect,
                () -> handOverLetter.execute(actor, letter, act, receiver, note));
    }

    @PostMapping("/{receiver}/receipt")
    ModelAndView noteReceipt(
            Actor actor,
            @PathVariable("letter") String id,
            @PathVariable("receiver") String receiver,
            @RequestParam(name = "note", defaultValue = "") String note,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect)
            throws IOException {
        LetterId letter = LetterId.of(id);
        byte @Nullable [] scan = file == null || file.isEmpty() ? null : file.getBytes();
        return noted(
                actor,
                letter,
                receiver + "-LETTER",
                note,
                "transfer.notice.receipted",
                redirect,
                () -> noteReceipt.execute(actor, letter, receiver, note, scan));
    }

    private ModelAndView noted(
            Actor actor,
            LetterId letter,
            String row,
            String note,
            String done,
            RedirectAttributes redirect,
            Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            ModelAndView view =
                    page(actor, letter, row, problems.reason(refusal.code(), refusal.arguments()), note, null);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("notice", text(done));
        return new ModelAndView("redirect:/letters/" + letter + "/transfers");
    }

    private ModelAndView page(
            Actor actor,
            LetterId id,
            @Nullable String wrong,
            @Nullable String error,
            String note,
            @Nullable String notice) {
        Letter letter = readLetter.execute(actor, id);
        Region region = regions.find(letter.region())
                .orElse(new Region(letter.region(), letter.region().dotted(), Zone.WIB));
        String page = "/letters/" + id;
        String number = letter.number();
        boolean author = letter.actionsFor(actor).stream()
                .anyMatch(action -> action == LetterAction.RESEND || action == LetterAction.WITHDRAW);
        return new ModelAndView(
                "dispatch/transfers",
                "page",
                new TransfersPage(
                        page + "/transfers",
                        page,
                        List.of(
                                new Crumb(number == null ? region.name() : number, page),
                                new Crumb(text("transfer.title"), null)),
                        number == null ? "" : number,
                        region.name(),
                        author,
                        transfers.of(id).stream()
                                .map(one -> row(one, page, region))
                                .toList(),
                        wrong,
                        error,
                        note,
                        notice));
    }

    private static TransfersPage.Row row(Transfer transfer, String page, Region region) {
        boolean kept = transfer.state() == Transfer.State.RECEIPTED && transfer.act() == Transfer.Act.LETTER;
        String by = transfer.receiptBy();
        return new TransfersPage.Row(
                transfer.receiver(),
                transfer.title(),
                transfer.act().name(),
                transfer.channel().name(),
                transfer.state().name(),
                transfer.attempts(),
                at(transfer.triedAt(), region),
                at(transfer.nextAt(), region),
                transfer.error(),
                transfer.state().hasArrived() ? null : transfer.answer(), // a receipt says who gave it
                at(transfer.sentAt(), region),
                at(transfer.receiptedAt(), region),
                by,
                transfer.receiptNote(),
                kept && transfer.scanned() ? page + "/transfers/" + transfer.receiver() + "/receipt" : null);
    }

    private static @Nullable ZonedDateTime at(@Nullable Instant instant, Region region) {
        return instant == null ? null : instant.atZone(region.zone().id());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
