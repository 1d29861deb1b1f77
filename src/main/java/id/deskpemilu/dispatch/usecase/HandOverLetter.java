package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** A person has handed a letter, or the word that it is withdrawn, to a receiver to whom no road leads. */
@UseCase
public class HandOverLetter {

    private final Letters letters;
    private final Transfers transfers;
    private final AuditLog log;

    HandOverLetter(Letters letters, Transfers transfers, AuditLog log) {
        this.letters = letters;
        this.transfers = transfers;
        this.log = log;
    }

    /**
     * Notes it.
     *
     * @param receiver the receiver's key
     * @param note to whom, where
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REASON_MISSING},
     *     {@code TEXT_TOO_LONG}, {@code TRANSFER_UNKNOWN}, {@code TRANSFER_NOT_BY_HAND}, {@code TRANSFER_DONE}
     */
    public void execute(Actor actor, LetterId id, Transfer.Act act, String receiver, String note) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        String text = NoteReceipt.note(note);
        transfers.handedOver(id, act, receiver, actor.username(), text);
        log.append(
                actor.username(),
                letter.subject(),
                "LetterHandedOver",
                Map.of("receiver", receiver, "act", act, "note", text));
    }
}
