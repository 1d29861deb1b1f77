package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Writes what a letter says in words. */
@UseCase
public class EditProse {

    private final Letters letters;
    private final AuditLog log;

    EditProse(Letters letters, AuditLog log) {
        this.letters = letters;
        this.log = log;
    }

    /**
     * Puts the texts in the place of those so far.
     *
     * @param version of the letter that was read
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code LETTER_NOT_DRAFT},
     *     {@code LETTER_CHANGED}, {@code PROSE_TOO_LONG}
     */
    public Letter execute(Actor actor, LetterId id, int version, Prose prose) {
        Letter letter = letters.lock(id);
        Letter.requireAuthor(actor, letter.region());
        letter.requireDraft();
        letter.requireVersion(version);
        letter.write(prose);
        log.append(actor.username(), letter.subject(), "ProseWritten", letter.prose());
        return letters.saveAndFlush(letter);
    }
}
