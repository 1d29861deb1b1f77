package id.deskpemilu.dispatch;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All letters. */
public interface Letters extends Repository<Letter, LetterId> {

    Letter saveAndFlush(Letter letter);

    @Query("select l from Letter l join fetch l.election where l.id = ?1")
    Optional<Letter> find(LetterId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Letter l where l.id = ?1")
    Optional<Letter> findForChange(LetterId id);

    /** Those of the election about one region, the earliest hour first. */
    @Query("""
            select l from Letter l join fetch l.election
            where l.election.id = ?1 and l.region = ?2 order by l.cutAt, l.kind, l.id
            """)
    List<Letter> about(long electionId, RegionCode region);

    @Query(nativeQuery = true, value = """
            select id from desk.letter l where election_id = ?1 and exists (
                select from unnest(cast(?2 as text[])) scope where l.region like scope || '%')
            """)
    List<UUID> idsInside(long electionId, String[] scopes);

    @Query("select l from Letter l join fetch l.election where l.id in ?1 order by l.cutAt, l.region, l.kind, l.id")
    List<Letter> all(Collection<LetterId> ids);

    /** Those of the election whose hour has not come, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select l from Letter l where l.election.id = ?1 and l.status = id.deskpemilu.dispatch.LetterStatus.PLANNED order by l.id")
    List<Letter> plannedForChange(long electionId);

    /** The letters of the election about the regions and what lies in them, the earliest hour first. */
    default List<Letter> of(long electionId, Collection<RegionCode> scopes) {
        List<LetterId> ids =
                idsInside(electionId, scopes.stream().map(RegionCode::digits).toArray(String[]::new)).stream()
                        .map(LetterId::new)
                        .toList();
        return ids.isEmpty() ? List.of() : all(ids);
    }

    /**
     * The letter of that name.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}
     */
    default Letter get(LetterId id) {
        return find(id).orElseThrow(() -> Refusal.notFound("LETTER_UNKNOWN", id));
    }

    /**
     * The letter of that name, locked until the transaction ends.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}
     */
    default Letter lock(LetterId id) {
        return findForChange(id).orElseThrow(() -> Refusal.notFound("LETTER_UNKNOWN", id));
    }
}
