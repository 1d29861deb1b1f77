package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import java.util.List;
import java.util.Optional;
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
}
