package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterProcess;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Freezes the figures of a draft anew; the prose stays. */
@UseCase
public class RefreezeLetter {

    private final Letters letters;
    private final LetterProcess process;
    private final AuditLog log;

    RefreezeLetter(Letters letters, LetterProcess process, AuditLog log) {
        this.letters = letters;
        this.process = process;
        this.log = log;
    }

    /**
     * Freezes.
     *
     * @param version of the letter that was read
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code LETTER_NOT_DRAFT},
     *     {@code LETTER_CHANGED}
     */
    public void execute(Actor actor, LetterId id, int version) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        letter.requireDraft();
        letter.requireVersion(version);
        log.append(actor.username(), letter.subject(), "RefreezeAsked", Map.of());
        process.reviewed(id, LetterProcess.Review.REFREEZE);
    }
}
