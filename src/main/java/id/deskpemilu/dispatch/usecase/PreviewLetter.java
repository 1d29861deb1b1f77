package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterAction;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Offices;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letter on paper: the signed file once there is one, before that the draft, which may have to wait for the press. */
@UseCase
public class PreviewLetter {

    private final Letters letters;
    private final LetterArchive archive;
    private final LetterPrinter printer;
    private final Offices offices;

    PreviewLetter(Letters letters, LetterArchive archive, LetterPrinter printer, Offices offices) {
        this.letters = letters;
        this.archive = archive;
        this.printer = printer;
        this.offices = offices;
    }

    /**
     * A PDF.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}, {@code REGION_FOREIGN}, {@code LETTER_NOT_FROZEN} before its
     *     hour
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public byte[] execute(Actor actor, LetterId id) {
        Letter letter = letters.get(id);
        if (!actor.maySee(letter.region())) {
            throw Refusal.forbidden("REGION_FOREIGN", letter.region().dotted());
        }
        return switch (letter.status()) {
            case PLANNED -> throw Refusal.conflict("LETTER_NOT_FROZEN");
            case DRAFT, DROPPED -> printer.draft(letter, signatory(letter, actor));
            default -> archive.signedPdf(id).orElseThrow();
        };
    }

    /** Whoever only reads it sees the name of the one who is expected to sign, never an own. */
    private Signatory signatory(Letter letter, Actor actor) {
        return letter.actionsFor(actor).contains(LetterAction.SIGN)
                ? offices.signatory(letter.region(), actor)
                : offices.expected(letter.region());
    }
}
