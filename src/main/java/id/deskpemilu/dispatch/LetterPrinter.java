package id.deskpemilu.dispatch;

import id.deskpemilu.board.map.Maps;
import id.deskpemilu.dispatch.paper.LetterDocument;
import id.deskpemilu.dispatch.paper.LetterPaper;
import id.deskpemilu.dispatch.paper.Printed;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Puts together what a letter is printed from, and prints it. */
@Component
public class LetterPrinter {

    /** What stands in a draft where the number will stand. */
    public static final String NO_NUMBER = "…";

    private final LetterArchive archive;
    private final SnapshotJson snapshots;
    private final Letters letters;
    private final Offices offices;
    private final Maps maps;
    private final LetterPaper paper;
    private final MessageSettings messages;

    /** A large letter takes a processor for seconds: half of them are left to those who send their forms. */
    private final Semaphore presses =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    LetterPrinter(
            LetterArchive archive,
            SnapshotJson snapshots,
            Letters letters,
            Offices offices,
            Maps maps,
            LetterPaper paper,
            MessageSettings messages) {
        this.archive = archive;
        this.snapshots = snapshots;
        this.letters = letters;
        this.offices = offices;
        this.maps = maps;
        this.paper = paper;
        this.messages = messages;
    }

    /**
     * The figures of the letter that count.
     *
     * @throws Refusal {@code LETTER_NOT_FROZEN} if its hour has not come
     */
    public Frozen figures(LetterId letter) {
        return archive.snapshot(letter)
                .map(kept -> snapshots.thaw(kept.json()))
                .orElseThrow(() -> Refusal.conflict("LETTER_NOT_FROZEN"));
    }

    /** Whether figures were frozen for it. */
    public boolean isFrozen(LetterId letter) {
        return archive.snapshotHash(letter).isPresent();
    }

    /** The draft as it stands, printed anew if it has changed. */
    public byte[] draft(Letter letter, Signatory signatory) {
        String hash = archive.snapshotHash(letter.id()).orElseThrow(() -> Refusal.conflict("LETTER_NOT_FROZEN"));
        String code = Sha256.of(String.join(
                "\u0000",
                hash,
                letter.prose().toString(),
                String.valueOf(letter.number()),
                String.valueOf(letter.dated()),
                signatory.toString(),
                offices.head(letter.region()).words(),
                before(letter).map(Letter::number).orElse("")));
        return archive.draft(letter.id(), code).orElseGet(() -> {
            byte[] pdf = print(document(letter, figures(letter.id()), signatory, true))
                    .pdf();
            archive.keepDraft(letter.id(), code, pdf);
            return pdf;
        });
    }

    /** The letter as it is signed. */
    public Printed original(Letter letter, Frozen figures, Signatory signatory) {
        return print(document(letter, figures, signatory, false));
    }

    private Printed print(LetterDocument document) {
        presses.acquireUninterruptibly();
        try {
            return paper.print(document);
        } finally {
            presses.release();
        }
    }

    /** What a letter is printed from. */
    public LetterDocument document(Letter letter, Frozen figures, Signatory signatory, boolean draft) {
        LocalDate date = Optional.ofNullable(letter.dated())
                .orElseGet(() -> letter.cutAt()
                        .atZone(figures.snapshot().region().zone().id())
                        .toLocalDate());
        return new LetterDocument(
                letter.id().value(),
                letter.kind(),
                figures,
                letter.prose(),
                offices.head(letter.region()),
                Objects.requireNonNullElse(letter.number(), NO_NUMBER),
                date,
                signatory,
                before(letter).map(Letter::number).orElse(null),
                messages.address() + "/check",
                maps.find(letter.region()).orElse(null),
                draft);
    }

    /** The signed letter in force whose place this one takes. */
    public Optional<Letter> before(Letter letter) {
        return letters.about(letter.election().id(), letter.region()).stream()
                .filter(other -> other.kind() == letter.kind()
                        && !other.id().equals(letter.id())
                        && other.status().isSigned()
                        && other.standing() == Standing.IN_FORCE
                        && !other.cutAt().isAfter(letter.cutAt()))
                .reduce((first, second) -> second);
    }
}
