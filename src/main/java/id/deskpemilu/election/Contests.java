package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All contests. */
public interface Contests extends Repository<Contest, Long> {

    Contest save(Contest contest);

    Optional<Contest> findById(long id);

    @Query("select c from Contest c where c.election.code = ?1 and c.type = ?2")
    Optional<Contest> find(String election, ContestType type);

    @Query("select c.id from Contest c where c.election.code = ?1 and c.type = ?2")
    Optional<Long> findId(String election, ContestType type);

    @Query("select c from Contest c where c.election.id = ?1")
    List<Contest> all(long electionId);

    /** The contests of an election in the order in which a TPS counts them (PKPU 25/2023, article 52). */
    default List<Contest> of(long electionId) {
        return all(electionId).stream()
                .sorted(Comparator.comparing(Contest::type))
                .toList();
    }

    /** The contests whose opening was begun and not finished. */
    @Query("select c from Contest c where c.state = id.deskpemilu.election.Contest.State.OPENING")
    List<Contest> opening();

    /** The contest, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Contest c where c.id = ?1")
    Contest lock(long id);

    /**
     * The contest of that election and type.
     *
     * @throws Refusal {@code CONTEST_UNKNOWN}
     */
    default Contest get(String election, String slug) {
        return find(election, ContestType.ofSlug(slug)).orElseThrow(() -> Refusal.notFound("CONTEST_UNKNOWN", slug));
    }

    /**
     * The contest of that election and type, locked until the transaction ends. Nothing of it is read before it is
     * locked: whoever waits for the lock goes on with what the other one left.
     *
     * @throws Refusal {@code CONTEST_UNKNOWN}
     */
    default Contest lock(String election, String slug) {
        return lock(findId(election, ContestType.ofSlug(slug))
                .orElseThrow(() -> Refusal.notFound("CONTEST_UNKNOWN", slug)));
    }
}
