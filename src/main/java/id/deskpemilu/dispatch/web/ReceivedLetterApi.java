package id.deskpemilu.dispatch.web;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.receiving.Intake;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.usecase.KeepRefusal;
import id.deskpemilu.dispatch.usecase.ReadReceivedLetter;
import id.deskpemilu.dispatch.usecase.ReceiveLetter;
import id.deskpemilu.dispatch.usecase.ReceiveWithdrawal;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the desks of the tier below send their letters. */
@RestController
@RequestMapping("/api/v1/received-letters/{received}")
@Tag(name = "received letters", description = "Surat dari tingkat di bawah")
class ReceivedLetterApi {

    /** The type of what a desk has sealed. */
    static final MediaType SEALED = MediaType.parseMediaType("application/pkcs7-mime");

    private static final int LARGEST_SEAL = 256 * 1024;

    private final ReceiveLetter receiveLetter;
    private final ReceiveWithdrawal receiveWithdrawal;
    private final KeepRefusal keepRefusal;
    private final ReadReceivedLetter readReceivedLetter;

    ReceivedLetterApi(
            ReceiveLetter receiveLetter,
            ReceiveWithdrawal receiveWithdrawal,
            KeepRefusal keepRefusal,
            ReadReceivedLetter readReceivedLetter) {
        this.receiveLetter = receiveLetter;
        this.receiveWithdrawal = receiveWithdrawal;
        this.keepRefusal = keepRefusal;
        this.readReceivedLetter = readReceivedLetter;
    }

    /**
     * How a letter stands here.
     *
     * @param sha256 of the file
     * @param standing IN_FORCE, SUPERSEDED or WITHDRAWN
     * @param supersededBy the letter that took its place
     * @param review CHECKED or QUESTIONED; null as long as nobody has looked
     * @param note what the reviewer wrote
     */
    record StatusResource(
            String letter,
            String region,
            String number,
            String sha256,
            Instant receivedAt,
            String standing,
            @Nullable String supersededBy,
            @Nullable String review,
            @Nullable String note,
            @Nullable Instant reviewedAt) {

        static StatusResource of(ReceivedLetter letter) {
            LetterId successor = letter.supersededBy();
            ReceivedLetter.Review review = letter.review();
            return new StatusResource(
                    letter.id().toString(),
                    letter.region().digits(),
                    letter.number(),
                    letter.fileHash(),
                    letter.receivedAt(),
                    letter.standing().name(),
                    successor == null ? null : successor.toString(),
                    review == null ? null : review.name(),
                    letter.reviewNote(),
                    letter.reviewedAt());
        }
    }

    @PutMapping
    @Operation(
            summary =
                    "Send a signed letter; the answer is its receipt, sealed by this desk (CMS), the same one each time",
            description = "The body is the PDF, 20 MB at most. A letter that is refused is not kept in any part.")
    ResponseEntity<byte[]> receive(
            Actor actor,
            @PathVariable("received") String id,
            @RequestParam(name = "number", defaultValue = "") String number,
            @RequestParam(name = "kind", defaultValue = "FULL") LetterKind kind,
            HttpServletRequest request)
            throws IOException {
        LetterId letter = LetterId.of(id);
        byte[] file = request.getInputStream().readNBytes(Intake.LARGEST + 1);
        try {
            return ResponseEntity.ok()
                    .contentType(SEALED)
                    .body(receiveLetter.execute(actor, letter, kind, number, file));
        } catch (Refusal refusal) {
            keepRefusal.execute(actor, letter, file, refusal.code());
            throw refusal;
        }
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Withdraw a letter; the body is the withdrawal, sealed by the sender (CMS)")
    ResponseEntity<Void> withdraw(Actor actor, @PathVariable("received") String id, HttpServletRequest request)
            throws IOException {
        receiveWithdrawal.execute(
                actor, LetterId.of(id), request.getInputStream().readNBytes(LARGEST_SEAL));
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    @Operation(summary = "How a letter stands here, and what the reviewer says of it")
    StatusResource status(Actor actor, @PathVariable("received") String id) {
        return StatusResource.of(readReceivedLetter.execute(actor, LetterId.of(id)));
    }
}
