package id.deskpemilu.identity.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.RegionTree;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Moves a person to another region: the assignment so far ends now and one of the same role begins there. */
@UseCase
public class MoveAssignment {

    private final Assignments assignments;
    private final RegionTree regions;
    private final Clock clock;

    MoveAssignment(Assignments assignments, RegionTree regions, Clock clock) {
        this.assignments = assignments;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Moves the person. A move to where the person acts in that role already only ends the assignment.
     *
     * @throws Refusal {@code ASSIGNMENT_UNKNOWN}, {@code ASSIGNMENT_ENDED}, {@code REGION_UNKNOWN}, {@code ROLE_MISSING},
     *     {@code REGION_FOREIGN}
     */
    public void execute(Actor actor, long assignmentId, RegionCode to) {
        Assignment assignment = assignments.lock(assignmentId);
        actor.require(Role.ADMIN, assignment.region());
        actor.require(Role.ADMIN, to);
        if (regions.find(to).isEmpty()) {
            throw Refusal.invalid("REGION_UNKNOWN", to.dotted());
        }
        if (to.equals(assignment.region())) {
            return;
        }
        Instant now = clock.instant();
        assignments.end(actor.username(), assignment);
        boolean there = assignments.of(List.of(assignment.username())).stream()
                .anyMatch(other ->
                        other.role() == assignment.role() && other.region().equals(to) && other.isInForceAt(now));
        if (!there) {
            Instant from = assignment.from().isAfter(now) ? assignment.from() : now;
            assignments.add(
                    actor.username(),
                    List.of(Assignment.of(assignment.username(), assignment.role(), to, from, assignment.until())));
        }
    }
}
