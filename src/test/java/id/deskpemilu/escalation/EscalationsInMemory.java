package id.deskpemilu.escalation;

import id.deskpemilu.shared.RegionCode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Escalations without a database. */
public final class EscalationsInMemory implements Escalations {

    private final Map<EscalationId, Escalation> escalations = new LinkedHashMap<>();
    private int saved;

    /** Keeps an escalation that was there before. */
    public Escalation with(Escalation escalation) {
        escalations.put(escalation.id(), escalation);
        return escalation;
    }

    public List<Escalation> all() {
        return List.copyOf(escalations.values());
    }

    /** How often one was saved. */
    public int saved() {
        return saved;
    }

    @Override
    public Escalation saveAndFlush(Escalation escalation) {
        saved++;
        return with(escalation);
    }

    @Override
    public Optional<Escalation> findById(EscalationId id) {
        return Optional.ofNullable(escalations.get(id));
    }

    @Override
    public Optional<Escalation> findForChange(EscalationId id) {
        return findById(id);
    }

    @Override
    public Optional<Escalation> activeForChange(long contestId, RegionCode region, EscalationKind kind) {
        return active(contestId).stream()
                .filter(one -> one.region().equals(region) && one.kind() == kind)
                .findFirst();
    }

    @Override
    public List<Escalation> active(long contestId) {
        return escalations.values().stream()
                .filter(one -> one.contestId() == contestId && one.isActive())
                .sorted(Comparator.comparing(Escalation::region).thenComparing(Escalation::kind))
                .toList();
    }
}
