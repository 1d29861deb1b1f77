package id.deskpemilu.escalation;

import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.AssignmentsInMemory;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Who reports for the desa, by the assignments in memory. */
public final class OperatorsInMemory extends Operators {

    private final AssignmentsInMemory assignments;
    private final Clock clock;

    public OperatorsInMemory(AssignmentsInMemory assignments, Clock clock) {
        super(null, assignments, clock);
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    public List<Account> within(Collection<RegionCode> regions) {
        return inForce()
                .filter(one -> regions.stream().anyMatch(region -> region.contains(one.region())))
                .map(Assignment::username)
                .distinct()
                .sorted()
                .map(username -> new Account(username, username, null))
                .toList();
    }

    @Override
    public List<Assignment> lock(RegionCode village) {
        return inForce().filter(one -> one.region().equals(village)).toList();
    }

    private Stream<Assignment> inForce() {
        return assignments.all().stream()
                .filter(one -> one.role() == Role.OPERATOR && one.isInForceAt(clock.instant()));
    }
}
