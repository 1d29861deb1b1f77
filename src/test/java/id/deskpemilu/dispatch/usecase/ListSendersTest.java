package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import org.junit.jupiter.api.Test;

class ListSendersTest {

    private static final RegionCode NORTH = new RegionCode("9802");

    private final TierDesk desk = new TierDesk();

    @Test
    void an_administrator_sees_those_of_the_own_regions_in_their_order() {
        desk.senders.save(new Sender(NORTH, "Utara", "service-account-utara", null, null, "admin", TierDesk.NOW));
        assertThat(useCase().execute(TierDesk.actor("admin", Role.ADMIN, "98")))
                .extracting(Sender::region)
                .containsExactly(TierDesk.REGENCY, NORTH);
        assertThat(useCase().execute(TierDesk.actor("admin", Role.ADMIN, "9802")))
                .extracting(Sender::region)
                .containsExactly(NORTH);
    }

    @Test
    void nobody_else_sees_them() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                desk.refuses("ROLE_MISSING", () -> useCase().execute(TierDesk.actor("orang", role, "98")));
            }
        }
    }

    private ListSenders useCase() {
        return new ListSenders(desk.senders);
    }
}
