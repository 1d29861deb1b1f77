package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.shared.Sha256;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The archive without a database. */
public final class ArchiveInMemory extends LetterArchive {

    private final Map<LetterId, Frozen> figures = new HashMap<>();
    private final Map<LetterId, byte[]> signed = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    public ArchiveInMemory() {
        super(null, null);
    }

    /** The figures that count. */
    public Optional<Frozen> figures(LetterId letter) {
        return Optional.ofNullable(figures.get(letter));
    }

    /** How many numbers were given. */
    public int numbers() {
        return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many files were signed. */
    public int files() {
        return signed.size();
    }

    @Override
    public Optional<Kept> snapshot(LetterId letter) {
        return figures(letter).map(frozen -> new Kept(frozen.json(), frozen.sha256()));
    }

    @Override
    public Optional<String> snapshotHash(LetterId letter) {
        return figures(letter).map(Frozen::sha256);
    }

    @Override
    public void keep(LetterId letter, Frozen frozen) {
        figures.put(letter, frozen);
    }

    @Override
    public Optional<byte[]> signedPdf(LetterId letter) {
        return Optional.ofNullable(signed.get(letter));
    }

    @Override
    public Optional<String> signedHash(LetterId letter) {
        return signedPdf(letter).map(Sha256::of);
    }

    @Override
    public void keepSigned(LetterId letter, byte[] pdf) {
        signed.put(letter, pdf);
    }

    @Override
    public int nextNumber(String office, int year) {
        return numbers.merge(office + " " + year, 1, Integer::sum);
    }
}
