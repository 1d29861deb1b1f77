package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.paper.Printed;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.signature.SignatureBox;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Prints what a letter is, whose number it has and under whose name, and no paper. */
public final class NoPress extends LetterPrinter {

    /** Where the signature is seen. */
    public static final SignatureBox BOX = new SignatureBox(1, 2, 3, 4, 5);

    private final ArchiveInMemory archive;
    private final List<String> printed = new ArrayList<>();

    public NoPress(ArchiveInMemory archive) {
        super(archive, null, null, null, null, null, null);
        this.archive = archive;
    }

    /** What was printed, in its order. */
    public List<String> printed() {
        return List.copyOf(printed);
    }

    @Override
    public Frozen figures(LetterId letter) {
        return archive.figures(letter).orElseThrow(() -> Refusal.conflict("LETTER_NOT_FROZEN"));
    }

    @Override
    public byte[] draft(Letter letter, Signatory signatory) {
        return print("draft, " + signatory.name());
    }

    @Override
    public Printed original(Letter letter, Frozen figures, Signatory signatory) {
        return new Printed(print(letter.number() + ", " + letter.dated() + ", " + signatory.name()), 1, BOX);
    }

    private byte[] print(String text) {
        printed.add(text);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
