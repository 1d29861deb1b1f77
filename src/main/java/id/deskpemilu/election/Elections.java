package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

/** All elections. */
public interface Elections extends Repository<Election, Long> {

    Election save(Election election);

    Optional<Election> findById(long id);

    Optional<Election> findByCode(String code);

    /** Newest first. */
    List<Election> findAllByOrderByHeldOnDescCodeAsc();

    /**
     * The election of that code.
     *
     * @throws Refusal {@code ELECTION_UNKNOWN}
     */
    default Election get(String code) {
        return findByCode(code).orElseThrow(() -> Refusal.notFound("ELECTION_UNKNOWN", code));
    }

    /**
     * The election of that code; if none is named, the newest that is running, a real one before a rehearsal.
     *
     * @param here which elections come into question if none is named
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code NO_ELECTION}
     */
    default Election getOrRunning(@Nullable String code, Predicate<Election> here) {
        if (code != null && !code.isBlank()) {
            return get(code);
        }
        List<Election> all =
                findAllByOrderByHeldOnDescCodeAsc().stream().filter(here).toList();
        return all.stream()
                .filter(election -> election.phase().isRunning() && !election.isSimulation())
                .findFirst()
                .or(() -> all.stream()
                        .filter(election -> election.phase().isRunning())
                        .findFirst())
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> Refusal.notFound("NO_ELECTION"));
    }
}
