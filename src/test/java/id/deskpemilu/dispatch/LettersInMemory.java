package id.deskpemilu.dispatch;

import id.deskpemilu.shared.RegionCode;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Letters without a database: with every change their version grows. */
public final class LettersInMemory implements Letters {

    private final Map<LetterId, Letter> letters = new LinkedHashMap<>();
    private int saved;

    /** Keeps a letter that was there before. */
    public LettersInMemory with(Letter letter) {
        take(letter);
        return this;
    }

    /** How often one was saved. */
    public int saved() {
        return saved;
    }

    public List<Letter> all() {
        return List.copyOf(letters.values());
    }

    @Override
    public Letter saveAndFlush(Letter letter) {
        saved++;
        return take(letter);
    }

    @Override
    public Optional<Letter> find(LetterId id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public Optional<Letter> findForChange(LetterId id) {
        return find(id);
    }

    @Override
    public List<Letter> about(long electionId, RegionCode region) {
        return of(electionId).filter(letter -> letter.region().equals(region)).toList();
    }

    @Override
    public List<UUID> idsInside(long electionId, String[] scopes) {
        return of(electionId)
                .filter(letter -> Stream.of(scopes).anyMatch(letter.region().digits()::startsWith))
                .map(letter -> letter.id().value())
                .toList();
    }

    @Override
    public List<Letter> all(Collection<LetterId> ids) {
        return letters.values().stream()
                .filter(letter -> ids.contains(letter.id()))
                .sorted(Comparator.comparing(Letter::cutAt))
                .toList();
    }

    @Override
    public List<Letter> plannedForChange(long electionId) {
        return of(electionId)
                .filter(letter -> letter.status() == LetterStatus.PLANNED)
                .toList();
    }

    private Stream<Letter> of(long electionId) {
        return letters.values().stream()
                .filter(letter -> letter.election().id() == electionId)
                .sorted(Comparator.comparing(Letter::cutAt));
    }

    private Letter take(Letter letter) {
        letters.put(letter.id(), letter);
        try {
            Field version = Letter.class.getDeclaredField("version");
            version.setAccessible(true);
            Integer before = (Integer) version.get(letter);
            version.set(letter, before == null ? 0 : before + 1);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return letter;
    }
}
