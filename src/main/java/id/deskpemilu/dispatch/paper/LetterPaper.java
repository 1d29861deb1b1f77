package id.deskpemilu.dispatch.paper;

import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.snapshot.SnapshotCsv;
import org.springframework.stereotype.Component;

/** Prints letters as PDF/A-3b: the same document makes the same bytes, today and tomorrow, on the same Java. */
@Component
public class LetterPaper {

    private final LetterTexts texts;
    private final SnapshotCsv csv;

    /**
     * A printer.
     *
     * @param texts the fixed texts
     * @param csv writes the table that is attached
     */
    public LetterPaper(LetterTexts texts, SnapshotCsv csv) {
        this.texts = texts;
        this.csv = csv;
    }

    /** The letter as PDF, ready to be signed. */
    public Printed print(LetterDocument document) {
        byte[] table = csv.write(document.frozen().snapshot());
        return document.kind() == LetterKind.FLASH
                ? new FlashReport(texts, document).print(table)
                : new FullLetter(texts, document).print(table);
    }
}
