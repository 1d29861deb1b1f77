package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.signature.FirstPage;
import id.deskpemilu.dispatch.signature.SignatureCheck;
import id.deskpemilu.dispatch.signature.Verdict;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** What a file has to be before it is a letter: readable, signed, whole, about itself, with figures that agree. */
@Component
public class Intake {

    /** Bytes of a file at most. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private final SignatureCheck signatures;
    private final SnapshotJson snapshots;

    Intake(SignatureCheck signatures, SnapshotJson snapshots) {
        this.signatures = signatures;
        this.snapshots = snapshots;
    }

    /**
     * A file that is a letter; whether its certificate counts here is another question.
     *
     * @param frozen its figures
     * @param signature the one that holds the others
     * @param sha256 of the file
     */
    public record Taken(Frozen frozen, Verdict.Signature signature, String sha256) {}

    /**
     * Opens the file.
     *
     * @param number the number that it is said to have
     * @throws Refusal {@code LETTER_TOO_LARGE}, {@code LETTER_BROKEN}, {@code LETTER_UNSIGNED}, {@code LETTER_HASH_WRONG},
     *     {@code LETTER_OTHER_NAME}, {@code LETTER_NUMBER_WRONG}, {@code SNAPSHOT_UNREADABLE},
     *     {@code SNAPSHOT_FORMAT_UNKNOWN}, {@code SNAPSHOT_INCONSISTENT}
     */
    public Taken open(LetterId name, String number, byte[] file) {
        if (file.length > LARGEST) {
            throw Refusal.invalid("LETTER_TOO_LARGE", LARGEST / 1024 / 1024);
        }
        Verdict verdict = signatures.check(file);
        if (!verdict.readable()) {
            throw Refusal.invalid("LETTER_BROKEN");
        }
        if (verdict.signatures().isEmpty()) {
            throw Refusal.invalid("LETTER_UNSIGNED");
        }
        if (!verdict.signatures().stream().allMatch(Verdict.Signature::isGood)) {
            throw Refusal.invalid("LETTER_BROKEN");
        }
        byte[] snapshot = verdict.snapshot();
        if (snapshot == null || verdict.printedHash() == null || !verdict.isIntact()) {
            throw Refusal.invalid("LETTER_HASH_WRONG");
        }
        Frozen frozen = snapshots.thaw(snapshot);
        if (!name.value().equals(verdict.letter())
                || !name.value().equals(frozen.snapshot().letter())) {
            throw Refusal.invalid("LETTER_OTHER_NAME", name);
        }
        requireNumber(number, file);
        Verdict.Signature weakest = verdict.signatures().stream()
                .min(Comparator.comparing(one -> one.trust() == Verdict.Trust.TRUSTED))
                .orElseThrow();
        return new Taken(frozen, weakest, Sha256.of(file));
    }

    /** The number comes beside the file; what counts is printed on its first page. */
    private static void requireNumber(String number, byte[] file) {
        String printed = FirstPage.words(file).orElseThrow(() -> Refusal.invalid("LETTER_BROKEN"));
        String wanted = packed(number);
        if (wanted.isEmpty() || !packed(printed).contains(wanted)) {
            throw Refusal.invalid("LETTER_NUMBER_WRONG", number);
        }
    }

    private static String packed(String text) {
        return text.replaceAll("(?U)\\s", "");
    }
}
