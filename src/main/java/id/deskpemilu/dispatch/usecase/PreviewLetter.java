package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Offices;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** The letter on paper: the signed file once there is one, before that the draft. */
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
    public byte[] execute(Actor actor, LetterId id) {
        Letter letter = letters.get(id);
        if (!actor.maySee(letter.region())) {
            throw Refusal.forbidden("REGION_FOREIGN", letter.region().dotted());
        }
        return switch (letter.status()) {
            case PLANNED -> throw Refusal.conflict("LETTER_NOT_FROZEN");
            case DRAFT, DROPPED -> printer.draft(letter, offices.signatory(letter.region(), actor));
            default -> archive.signedPdf(id).orElseThrow();
        };
    }
}
