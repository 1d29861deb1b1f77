package id.deskpemilu.election.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.PhaseEntered;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** Moves an election to its next phase. */
@UseCase
public class EnterPhase {

    private final Elections elections;
    private final Jurisdiction jurisdiction;
    private final AuditLog log;
    private final ApplicationEventPublisher events;

    EnterPhase(Elections elections, Jurisdiction jurisdiction, AuditLog log, ApplicationEventPublisher events) {
        this.elections = elections;
        this.jurisdiction = jurisdiction;
        this.log = log;
        this.events = events;
    }

    /**
     * Moves it. An election in which other administrators' stations vote is not for this one to move.
     *
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code ROLE_MISSING}, {@code ELECTION_SHARED}, {@code PHASE_REFUSED}
     */
    public Election execute(Actor actor, String code, Phase next) {
        Election election = elections.get(code);
        jurisdiction.requireWhole(actor, election);
        Phase before = election.phase();
        election.enter(next);
        log.append(actor.username(), "election:" + code, "PhaseEntered", Map.of("old", before, "new", next));
        events.publishEvent(new PhaseEntered(election));
        return election;
    }
}
