package id.deskpemilu.escalation;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All escalations. */
public interface Escalations extends Repository<Escalation, EscalationId> {

    Escalation saveAndFlush(Escalation escalation);

    Optional<Escalation> findById(EscalationId id);

    /** The escalation, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Escalation e where e.id = ?1")
    Optional<Escalation> findForChange(EscalationId id);

    /** The one that is under way for the region, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select e from Escalation e
            where e.contestId = ?1 and e.region = ?2 and e.kind = ?3 and e.state <> id.deskpemilu.escalation.Escalation.State.ENDED
            """)
    Optional<Escalation> activeForChange(long contestId, RegionCode region, EscalationKind kind);

    /** Those under way of a contest, in the order of their regions. */
    @Query("""
            select e from Escalation e
            where e.contestId = ?1 and e.state <> id.deskpemilu.escalation.Escalation.State.ENDED order by e.region, e.kind
            """)
    List<Escalation> active(long contestId);

    /**
     * The escalation of that name, locked until the transaction ends.
     *
     * @throws Refusal {@code ESCALATION_UNKNOWN}
     */
    default Escalation lock(EscalationId id) {
        return findForChange(id).orElseThrow(() -> Refusal.notFound("ESCALATION_UNKNOWN", id));
    }

    /**
     * The escalation of that name.
     *
     * @throws Refusal {@code ESCALATION_UNKNOWN}
     */
    default Escalation get(EscalationId id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("ESCALATION_UNKNOWN", id));
    }
}
