package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.escalation.CallList;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.Map;
import java.util.Set;

/** Notes on the call list that somebody in a desa was called, or takes the note back. */
@UseCase
public class RecordCall {

    private final Elections elections;
    private final CallList calls;
    private final AuditLog log;

    RecordCall(Elections elections, CallList calls, AuditLog log) {
        this.elections = elections;
        this.calls = calls;
        this.log = log;
    }

    /**
     * Notes it.
     *
     * @param electionCode the election
     * @param village the desa
     * @param called true: somebody was called; false: the note was a mistake
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN}, {@code REGION_NOT_A_VILLAGE}
     */
    public void execute(Actor actor, String electionCode, RegionCode village, boolean called) {
        actor.requireAny(Set.of(Role.COORDINATOR, Role.SUPERVISOR), village);
        if (village.level() != RegionCode.Level.VILLAGE) {
            throw Refusal.invalid("REGION_NOT_A_VILLAGE", village.dotted());
        }
        Election election = elections.get(electionCode);
        if (called) {
            calls.called(actor.username(), election.id(), village);
        } else if (!calls.forget(election.id(), village)) {
            return;
        }
        log.append(
                actor.username(),
                "election:" + election.code(),
                called ? "VillageCalled" : "VillageCallTakenBack",
                Map.of("region", village.digits()));
    }
}
