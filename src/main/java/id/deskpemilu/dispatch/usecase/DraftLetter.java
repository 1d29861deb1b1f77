package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.Offices;
import id.deskpemilu.shared.UseCase;

/** Prints the draft before anybody asks for it. The process does it. */
@UseCase
public class DraftLetter {

    private final Letters letters;
    private final LetterPrinter printer;
    private final Offices offices;

    DraftLetter(Letters letters, LetterPrinter printer, Offices offices) {
        this.letters = letters;
        this.printer = printer;
        this.offices = offices;
    }

    /** Prints it as its first signer will see it. */
    public void execute(LetterId id) {
        Letter letter = letters.get(id);
        if (letter.status() == LetterStatus.DRAFT) {
            printer.draft(letter, offices.expected(letter.region()));
        }
    }
}
