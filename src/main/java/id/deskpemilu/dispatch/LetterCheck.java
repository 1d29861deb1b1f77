package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.signature.SignatureCheck;
import id.deskpemilu.dispatch.signature.Verdict;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this desk says about a letter to anybody who asks. Whoever holds a letter, as a file or on paper, has its name and the
 * hash of its figures; without both nothing is said, not even whether there is such a letter.
 */
@Component
public class LetterCheck {

    /** Bytes of a file at most. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private static final int REMEMBERED = 100;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,64}");

    private final Letters letters;
    private final LetterArchive archive;
    private final SnapshotJson snapshots;
    private final SignatureCheck signatures;

    /** Signed files do not change, and to look at one takes a while. */
    private final Map<LetterId, Verdict> verdicts = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LetterId, Verdict> eldest) {
            return size() > REMEMBERED;
        }
    });

    LetterCheck(Letters letters, LetterArchive archive, SnapshotJson snapshots, SignatureCheck signatures) {
        this.letters = letters;
        this.archive = archive;
        this.snapshots = snapshots;
        this.signatures = signatures;
    }

    /** What it comes to. */
    public enum Outcome {
        /** The very letter that was signed here, with a certificate that this desk trusts. */
        GENUINE,
        /** Intact, and signed with a certificate that the desk has made for rehearsals. */
        SIMULATED,
        /** Intact, but the certificate leads to none that this desk trusts. */
        UNVOUCHED,
        /** Intact and trusted, but this desk has no such letter. */
        FOREIGN,
        /** This desk has signed a letter of that name, and it is another file. */
        OTHER_FILE,
        /** Changed after it was signed, or signed with a certificate that was not valid. */
        BROKEN,
        /** A file without a signature, or none of a letter. */
        NO_LETTER,
        /** No PDF. */
        UNREADABLE
    }

    /** In what a file differs from the signed one. */
    public enum Difference {
        /** Its bytes. */
        FILE,
        /** The hash of the figures that it names. */
        FIGURES,
        /** Its signature does not hold. */
        SIGNATURE
    }

    /**
     * The newer letter.
     *
     * @param hash the first 8 digits of the hash of its figures
     */
    public record Newer(LetterId id, @Nullable String number, String hash) {}

    /**
     * What is said.
     *
     * @param verdict what the signature is worth
     * @param letter the letter of this desk; null if it is not known, or not proven to be meant
     * @param figures as they were; null if nothing vouches for any
     * @param newer the letter that took its place; null if none did
     * @param added whether further signatures were added to the file since it left this desk
     * @param differences in what it is another file; empty but for {@link Outcome#OTHER_FILE}
     * @param fileHash the SHA-256 of the file
     * @param keptHash the SHA-256 of the file that was signed here; null if none was
     */
    public record Answer(
            Outcome outcome,
            Verdict verdict,
            @Nullable Letter letter,
            @Nullable Frozen figures,
            @Nullable Newer newer,
            boolean added,
            Set<Difference> differences,
            String fileHash,
            @Nullable String keptHash) {

        /** Whether it belongs to a rehearsal. */
        public boolean isRehearsal() {
            return figures != null && figures.snapshot().election().rehearsal();
        }
    }

    /** The file of a letter and its hash. */
    private record Kept(Letter letter, String snapshotHash, String fileHash) {}

    /**
     * What this desk knows of a letter.
     *
     * @param hash at least the first 8 digits of the hash of its figures
     * @return empty if there is no signed letter of that name, and just so if the hash is another one
     */
    public Optional<Answer> known(LetterId id, String hash) {
        String asked = hash.strip().toLowerCase(Locale.ROOT);
        if (!HASH.matcher(asked).matches()) {
            return Optional.empty();
        }
        return kept(id).filter(kept -> kept.snapshotHash().startsWith(asked)).map(kept -> {
            Verdict verdict = verdict(id);
            return new Answer(
                    outcome(verdict, true),
                    verdict,
                    kept.letter(),
                    figures(id),
                    newer(kept.letter()),
                    false,
                    Set.of(),
                    kept.fileHash(),
                    kept.fileHash());
        });
    }

    /**
     * What this desk says about a file, which may come from anybody and be anything.
     *
     * @throws Refusal {@code CHECK_FILE_MISSING}, {@code CHECK_FILE_TOO_LARGE}
     */
    public Answer check(byte[] pdf) {
        if (pdf.length == 0) {
            throw Refusal.invalid("CHECK_FILE_MISSING");
        }
        if (pdf.length > LARGEST) {
            throw Refusal.invalid("CHECK_FILE_TOO_LARGE", LARGEST / 1024 / 1024);
        }
        Verdict verdict = signatures.check(pdf);
        String fileHash = Sha256.of(pdf);
        if (!verdict.readable() || verdict.letter() == null) {
            Outcome outcome = verdict.readable() ? Outcome.NO_LETTER : Outcome.UNREADABLE;
            return new Answer(outcome, verdict, null, null, null, false, Set.of(), fileHash, null);
        }
        LetterId id = new LetterId(verdict.letter());
        return kept(id).map(kept -> compare(pdf, verdict, fileHash, kept))
                .orElseGet(() -> new Answer(
                        outcome(verdict, false),
                        verdict,
                        null,
                        attached(verdict),
                        null,
                        false,
                        Set.of(),
                        fileHash,
                        null));
    }

    private Answer compare(byte[] pdf, Verdict verdict, String fileHash, Kept kept) {
        LetterId id = kept.letter().id();
        boolean sameFigures = kept.snapshotHash().equals(verdict.printedHash());
        boolean same = fileHash.equals(kept.fileHash());
        boolean added = !same && sameFigures && verdict.isIntact() && continues(pdf, id);
        if (same || added) {
            return new Answer(
                    outcome(verdict, true),
                    verdict,
                    kept.letter(),
                    figures(id),
                    newer(kept.letter()),
                    added,
                    Set.of(),
                    fileHash,
                    kept.fileHash());
        }
        Set<Difference> differences = EnumSet.of(Difference.FILE);
        if (!sameFigures) {
            differences.add(Difference.FIGURES);
        }
        if (!verdict.isIntact()) {
            differences.add(Difference.SIGNATURE);
        }
        // who holds a file with another hash may have nothing but the name: the letter itself is shown only with its
        // hash
        return new Answer(
                Outcome.OTHER_FILE,
                verdict,
                sameFigures ? kept.letter() : null,
                sameFigures ? figures(id) : null,
                sameFigures ? newer(kept.letter()) : null,
                false,
                differences,
                fileHash,
                kept.fileHash());
    }

    /** Whether the file begins with the one that was signed here. */
    private boolean continues(byte[] pdf, LetterId id) {
        return archive.signedPdf(id)
                .filter(signed ->
                        pdf.length > signed.length && Arrays.equals(pdf, 0, signed.length, signed, 0, signed.length))
                .isPresent();
    }

    private static Outcome outcome(Verdict verdict, boolean known) {
        if (verdict.signatures().isEmpty()) {
            return Outcome.NO_LETTER;
        }
        if (!verdict.isIntact()) {
            return Outcome.BROKEN;
        }
        if (verdict.signatures().stream().anyMatch(one -> one.trust() == Verdict.Trust.SELF_MADE)) {
            return Outcome.SIMULATED;
        }
        if (!verdict.isTrusted()) {
            return Outcome.UNVOUCHED;
        }
        return known ? Outcome.GENUINE : Outcome.FOREIGN;
    }

    private Optional<Kept> kept(LetterId id) {
        return letters.find(id)
                .filter(letter -> letter.status().isSigned())
                .flatMap(letter -> archive.snapshotHash(id)
                        .flatMap(snapshot -> archive.signedHash(id).map(file -> new Kept(letter, snapshot, file))));
    }

    private Verdict verdict(LetterId id) {
        Verdict known = verdicts.get(id);
        if (known != null) {
            return known;
        }
        Verdict fresh = signatures.check(archive.signedPdf(id).orElseThrow());
        // the attachment is kept already
        Verdict light = new Verdict(
                fresh.readable(), fresh.signatures(), fresh.letter(), fresh.printedHash(), null, fresh.snapshotHash());
        verdicts.put(id, light);
        return light;
    }

    private @Nullable Frozen figures(LetterId id) {
        return archive.snapshot(id).map(kept -> snapshots.thaw(kept.json())).orElse(null);
    }

    private @Nullable Frozen attached(Verdict verdict) {
        if (!verdict.isIntact() || verdict.snapshot() == null) {
            return null;
        }
        try {
            return snapshots.thaw(verdict.snapshot());
        } catch (Refusal refusal) {
            return null; // of another version, or none of ours: the signature can be shown all the same
        }
    }

    private @Nullable Newer newer(Letter letter) {
        LetterId id = letter.supersededBy();
        return id == null
                ? null
                : kept(id).map(kept -> new Newer(
                                id, kept.letter().number(), kept.snapshotHash().substring(0, 8)))
                        .orElse(null);
    }
}
