package id.deskpemilu.incident.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.incident.Incident;
import id.deskpemilu.incident.Openings;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.Map;

/** Takes back the note that a station has opened; the log keeps it. */
@UseCase
public class TakeBackOpening {

    private final Elections elections;
    private final Openings openings;
    private final AuditLog log;

    TakeBackOpening(Elections elections, Openings openings, AuditLog log) {
        this.elections = elections;
        this.openings = openings;
        this.log = log;
    }

    /**
     * Takes it back; nothing happens if there is no note.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN}, {@code PHASE_NOT_RUNNING}
     */
    public void execute(Actor actor, String electionCode, StationCode station) {
        actor.requireAny(Incident.WRITERS, station.village());
        Election election = elections.get(electionCode);
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        if (!openings.close(election.id(), List.of(station)).isEmpty()) {
            log.append(
                    actor.username(),
                    "election:" + election.code(),
                    "StationOpeningTakenBack",
                    Map.of("station", station.digits()));
        }
    }
}
