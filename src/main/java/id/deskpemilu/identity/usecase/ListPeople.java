package id.deskpemilu.identity.usecase;

import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Accounts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who acts in the administrator's regions, or did. */
@UseCase(readOnly = true)
public class ListPeople {

    /** How many people a page shows. */
    public static final int PAGE = 50;

    private final Accounts accounts;
    private final Assignments assignments;

    ListPeople(Accounts accounts, Assignments assignments) {
        this.accounts = accounts;
        this.assignments = assignments;
    }

    /** A person with the assignments that the administrator may see. */
    public record Person(Account account, List<Assignment> assignments) {}

    /**
     * One page of them.
     *
     * @param people in the order of their names
     * @param total how many there are on all pages
     */
    public record Page(List<Person> people, int total) {}

    /**
     * Finds people by a part of their name or their account's, and by where they act.
     *
     * @param query the part; empty for all
     * @param region only those who act inside it
     * @param page counted from 0
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public Page execute(Actor actor, String query, @Nullable RegionCode region, int page) {
        actor.requireAnywhere(Role.ADMIN);
        List<RegionCode> within;
        if (region == null) {
            within = List.copyOf(actor.scopes(Role.ADMIN));
        } else {
            actor.require(Role.ADMIN, region);
            within = List.of(region);
        }
        List<Account> found = accounts.assignedIn(within, query, PAGE, (long) page * PAGE);
        Map<String, List<Assignment>> theirs = assignments
                .of(found.stream().map(Account::username).toList())
                .stream()
                .filter(assignment -> actor.may(Role.ADMIN, assignment.region()))
                .collect(Collectors.groupingBy(Assignment::username));
        return new Page(
                found.stream()
                        .map(account -> new Person(account, theirs.getOrDefault(account.username(), List.of())))
                        .toList(),
                accounts.countAssignedIn(within, query));
    }
}
