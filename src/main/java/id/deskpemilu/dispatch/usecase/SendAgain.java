package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterAction;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** A supervisor sends a letter once more to those who have not confirmed it. */
@UseCase
public class SendAgain {

    private final Letters letters;
    private final Transfers transfers;
    private final LetterProcess process;
    private final AuditLog log;

    SendAgain(Letters letters, Transfers transfers, LetterProcess process, AuditLog log) {
        this.letters = letters;
        this.transfers = transfers;
        this.process = process;
        this.log = log;
    }

    /**
     * Sends.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code LETTER_NOT_UNDERWAY}
     */
    public void execute(Actor actor, LetterId id) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        if (!letter.actionsFor(actor).contains(LetterAction.RESEND)) {
            throw Refusal.conflict("LETTER_NOT_UNDERWAY");
        }
        transfers.resend(id);
        log.append(actor.username(), letter.subject(), "LetterResent", Map.of());
        process.resend(id);
    }
}
