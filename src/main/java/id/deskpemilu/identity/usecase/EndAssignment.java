package id.deskpemilu.identity.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Ends an assignment; with the next request the person may no longer act there. */
@UseCase
public class EndAssignment {

    private final Assignments assignments;

    EndAssignment(Assignments assignments) {
        this.assignments = assignments;
    }

    /**
     * Ends it.
     *
     * @throws Refusal {@code ASSIGNMENT_UNKNOWN}, {@code ASSIGNMENT_ENDED}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public Assignment execute(Actor actor, long assignmentId) {
        Assignment assignment = assignments.lock(assignmentId);
        actor.require(Role.ADMIN, assignment.region());
        assignments.end(actor.username(), assignment);
        return assignment;
    }
}
