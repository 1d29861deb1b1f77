package id.deskpemilu.demo;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Who fills the demo. */
final class DemoAdmin {

    private DemoAdmin() {}

    /**
     * May write in the province, and wherever people of the demo act already, if only by a setting like
     * {@code DESK_ADMIN_REGION}: else an import would take them for somebody else's.
     */
    static Actor of(ApplicationContext desk, String province, List<String> accounts) {
        Stream<RegionCode> elsewhere =
                desk.getBean(Assignments.class).of(accounts).stream().map(Assignment::region);
        return new Actor(
                "admin",
                "Admin Simulasi",
                Set.of(Role.ADMIN),
                Stream.concat(Stream.of(RegionCode.of(province)), elsewhere)
                        .map(region -> new Actor.Scope(Role.ADMIN, region))
                        .toList());
    }
}
