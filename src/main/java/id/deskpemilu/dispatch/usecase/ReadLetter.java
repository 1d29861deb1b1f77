package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** A letter for whoever may see the figures of its region. */
@UseCase(readOnly = true)
public class ReadLetter {

    private final Letters letters;

    ReadLetter(Letters letters) {
        this.letters = letters;
    }

    /**
     * The letter.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code REGION_FOREIGN}
     */
    public Letter execute(Actor actor, LetterId id) {
        Letter letter = letters.get(id);
        if (!actor.maySee(letter.region())) {
            throw Refusal.forbidden("REGION_FOREIGN", letter.region().dotted());
        }
        return letter;
    }
}
