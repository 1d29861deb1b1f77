package id.deskpemilu.identity;

import id.deskpemilu.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Who may act for which region, without a database and without a log. */
public final class AssignmentsInMemory extends Assignments {

    private final List<Assignment> assignments = new ArrayList<>();
    private final Clock clock;
    private long last;

    public AssignmentsInMemory(Clock clock) {
        super(null, null, null, clock);
        this.clock = clock;
    }

    /** Every assignment, those that have ended too. */
    public List<Assignment> all() {
        return List.copyOf(assignments);
    }

    @Override
    public List<Actor.Scope> inForce(String username) {
        return of(List.of(username)).stream()
                .filter(one -> one.isInForceAt(clock.instant()))
                .map(one -> new Actor.Scope(one.role(), one.region()))
                .toList();
    }

    @Override
    public List<Assignment> of(Collection<String> usernames) {
        return assignments.stream()
                .filter(one -> usernames.contains(one.username()))
                .toList();
    }

    @Override
    public Assignment lock(long id) {
        return assignments.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("ASSIGNMENT_UNKNOWN", Long.toString(id)));
    }

    @Override
    public void add(String by, List<Assignment> added) {
        for (Assignment one : added) {
            assignments.add(new Assignment(++last, one.username(), one.role(), one.region(), one.from(), one.until()));
        }
    }

    @Override
    public void end(String by, Assignment assignment) {
        Instant now = clock.instant();
        if (!assignment.isOpenAt(now)) {
            throw Refusal.conflict("ASSIGNMENT_ENDED", assignment.username());
        }
        assignments.set(
                assignments.indexOf(assignment),
                new Assignment(
                        assignment.id(),
                        assignment.username(),
                        assignment.role(),
                        assignment.region(),
                        assignment.from(),
                        now));
    }
}
