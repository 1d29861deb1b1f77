package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterSenderTest {

    private static final RegionCode NORTH = new RegionCode("9802");
    private static final Actor ADMIN = TierDesk.actor("admin", Role.ADMIN, "98");
    private static final String ACCOUNT = "service-account-utara";

    private final TierDesk desk = new TierDesk();

    @Test
    void a_sender_is_registered_and_its_program_may_send_from_now_on() {
        Sender sender = register(ADMIN, NORTH, " Utara ", " service-account-utara ", "", "AB:".repeat(31) + "AB");
        assertThat(sender).isEqualTo(new Sender(NORTH, "Utara", ACCOUNT, null, "ab".repeat(32), "admin", TierDesk.NOW));
        assertThat(desk.senders.find(NORTH)).contains(sender);
        assertThat(desk.assignments.all())
                .containsExactly(new Assignment(1, ACCOUNT, Role.SENDER, NORTH, TierDesk.NOW, null));
        assertThat(desk.log.types()).containsExactly("SenderRegistered");
        assertThat(desk.log.lines().get(0).subject()).isEqualTo("sender:9802");
        assertThat((Map<?, ?>) desk.log.lines().get(0).data()).hasSize(4);
    }

    @Test
    void registered_again_it_keeps_its_assignment() {
        register(ADMIN, NORTH, "Utara", ACCOUNT, "", "");
        register(ADMIN, NORTH, "Utara Baru", ACCOUNT, "ab".repeat(32), "");
        assertThat(desk.assignments.all()).hasSize(1);
        assertThat(desk.senders.find(NORTH).orElseThrow().certificate()).isEqualTo("ab".repeat(32));
    }

    @Test
    void another_program_takes_the_place_of_the_one_before_and_the_log_keeps_both() {
        register(ADMIN, NORTH, "Utara", ACCOUNT, "ab".repeat(32), "");
        desk.clock.advance(Duration.ofHours(1));
        register(ADMIN, NORTH, "Utara", "service-account-baru", "", "");
        assertThat(desk.assignments.all())
                .extracting(Assignment::username, one -> one.isOpenAt(desk.clock.instant()))
                .containsExactly(tuple(ACCOUNT, false), tuple("service-account-baru", true));
        assertThat(desk.log.lines().get(1).data())
                .isEqualTo(Map.of(
                        "name", "Utara",
                        "account", "service-account-baru",
                        "certificate", "null",
                        "sealCertificate", "null",
                        "oldAccount", ACCOUNT,
                        "oldCertificate", "ab".repeat(32),
                        "oldSealCertificate", "null"));
    }

    @Test
    void one_program_sends_for_two_regions() {
        register(ADMIN, NORTH, "Utara", ACCOUNT, "", "");
        register(ADMIN, TierDesk.REGENCY, "Selatan", ACCOUNT, "", "");
        assertThat(desk.assignments.all()).extracting(Assignment::region).containsExactly(NORTH, TierDesk.REGENCY);
    }

    @Test
    void only_an_administrator_of_the_region_registers_it() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                desk.refuses(
                        "ROLE_MISSING",
                        () -> register(TierDesk.actor("orang", role, "98"), NORTH, "Utara", ACCOUNT, "", ""));
            }
        }
        Actor neighbour = TierDesk.actor("tetangga", Role.ADMIN, "9801");
        desk.refuses("REGION_FOREIGN", () -> register(neighbour, NORTH, "Utara", ACCOUNT, "", ""));
        Actor below = TierDesk.actor("tetangga", Role.ADMIN, "9802");
        desk.refuses("REGION_FOREIGN", () -> register(below, TierDesk.PROVINCE, "Uji", ACCOUNT, "", ""));
    }

    @Test
    void a_region_that_there_is_not_sends_nothing() {
        desk.refuses("REGION_UNKNOWN", () -> register(ADMIN, new RegionCode("9803"), "Barat", ACCOUNT, "", ""));
    }

    @Test
    void an_office_has_a_name_of_one_line() {
        for (String name : List.of("", " ", "a".repeat(201), "dua\nbaris", "Kesbangpol\u0000")) {
            desk.refuses("SENDER_NAME_INVALID", () -> register(ADMIN, NORTH, name, ACCOUNT, "", ""));
        }
    }

    @Test
    void an_account_is_that_of_a_program() {
        for (String account : List.of(
                "",
                "budi",
                "service-account-",
                "service-account-Desk",
                "service-account-desk 1",
                "service-account--x",
                "service-account-" + "x".repeat(44))) {
            desk.refuses("SENDER_ACCOUNT_INVALID", () -> register(ADMIN, NORTH, "Utara", account, "", ""));
        }
    }

    @Test
    void a_certificate_is_one() {
        desk.refuses("CERTIFICATE_INVALID", () -> register(ADMIN, NORTH, "Utara", ACCOUNT, "abc", ""));
        desk.refuses("CERTIFICATE_INVALID", () -> register(ADMIN, NORTH, "Utara", ACCOUNT, "", "abc"));
    }

    private Sender register(
            Actor actor, RegionCode region, String name, String account, String certificate, String seal) {
        return new RegisterSender(desk.senders, desk.regions, desk.assignments, desk.log, desk.clock)
                .execute(actor, region, name, account, certificate, seal);
    }
}
