package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import id.deskpemilu.shared.UseCase;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A receiver that is no program has confirmed a letter: with a note, and a picture of the paper if there is one. */
@UseCase
public class NoteReceipt {

    private final Letters letters;
    private final Transfers transfers;
    private final AuditLog log;

    NoteReceipt(Letters letters, Transfers transfers, AuditLog log) {
        this.letters = letters;
        this.transfers = transfers;
        this.log = log;
    }

    /**
     * Notes it.
     *
     * @param receiver the receiver's key
     * @param note who confirmed it, when, its number
     * @param file a scan of the receipt; null for none
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REASON_MISSING},
     *     {@code TEXT_TOO_LONG}, {@code RECEIPT_TOO_LARGE}, {@code RECEIPT_NO_PICTURE}, {@code TRANSFER_UNKNOWN},
     *     {@code TRANSFER_NOT_SENT}, {@code TRANSFER_DONE}
     */
    public void execute(Actor actor, LetterId id, String receiver, String note, byte @Nullable [] file) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        String text = note(note);
        if (file != null) {
            requirePicture(file);
        }
        transfers.receiptNoted(id, receiver, actor.username(), text, file);
        Map<String, Object> data = new TreeMap<>(Map.of("receiver", receiver, "note", text));
        if (file != null) {
            data.put("sha256", Sha256.of(file));
        }
        log.append(actor.username(), letter.subject(), "ReceiptNoted", data);
    }

    /** By its first bytes: PDF, PNG or JPEG. */
    private static void requirePicture(byte[] file) {
        if (file.length > Transfers.LARGEST_RECEIPT) {
            throw Refusal.invalid("RECEIPT_TOO_LARGE", Transfers.LARGEST_RECEIPT / 1024 / 1024);
        }
        if (Transfers.typeOf(file).isEmpty()) {
            throw Refusal.invalid("RECEIPT_NO_PICTURE");
        }
    }

    /** Without what nobody can type and no database keeps. */
    static String written(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "").strip();
    }

    static String note(String note) {
        String text = written(note);
        if (text.isEmpty()) {
            throw Refusal.invalid("REASON_MISSING");
        }
        if (text.length() > Transfers.LONGEST_NOTE) {
            throw Refusal.invalid("TEXT_TOO_LONG", Transfers.LONGEST_NOTE);
        }
        return text;
    }
}
