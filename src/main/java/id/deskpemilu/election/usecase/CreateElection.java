package id.deskpemilu.election.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Phase;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.LocalDate;
import java.util.Map;

/** Adds an election without contests. */
@UseCase
public class CreateElection {

    private final Elections elections;
    private final AuditLog log;

    CreateElection(Elections elections, AuditLog log) {
        this.elections = elections;
        this.log = log;
    }

    /**
     * Adds it.
     *
     * @param phase {@code PREPARATION}, or at once {@code REHEARSAL} or {@code ACTIVE}
     * @throws Refusal {@code ROLE_MISSING}, {@code ELECTION_CODE_INVALID}, {@code ELECTION_NAME_INVALID},
     *     {@code PHASE_REFUSED}, {@code ELECTION_EXISTS}
     */
    public Election execute(Actor actor, String code, String name, LocalDate date, Phase phase) {
        actor.requireAnywhere(Role.ADMIN);
        if (phase != Phase.PREPARATION && !phase.isRunning()) {
            throw Refusal.conflict("PHASE_REFUSED", Phase.PREPARATION, phase);
        }
        Election election = new Election(code, name, date, phase);
        if (elections.findByCode(code).isPresent()) {
            throw Refusal.conflict("ELECTION_EXISTS", code);
        }
        Election stored = elections.save(election);
        log.append(
                actor.username(),
                "election:" + code,
                "ElectionCreated",
                Map.of("name", stored.name(), "date", date, "phase", phase));
        return stored;
    }
}
