package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator says from whom letters are taken. */
class SendersIT extends RunningDesk {

    private static final String HASH = "ab".repeat(32);

    @Autowired
    private RegisterSender registerSender;

    @Autowired
    private ListSenders listSenders;

    @Autowired
    private Senders senders;

    @Autowired
    private Seal seal;

    @Autowired
    private AuditLog log;

    private RegionCode region;
    private Actor admin;

    @BeforeEach
    void a_regency_that_has_no_program() {
        region = RegionCode.of(testElections.running(ContestType.BUPATI, 1).regency());
        admin = actor(Role.ADMIN, region);
    }

    private static Actor actor(Role role, RegionCode region) {
        return new Actor("uji", "Orang Uji", Set.of(role), List.of(new Actor.Scope(role, region)));
    }

    private Sender register(String account, String certificate) {
        return registerSender.execute(admin, region, " Kesbangpol Uji ", account, certificate, "");
    }

    private String account(String suffix) {
        return "service-account-uji-" + region.digits() + suffix;
    }

    private long open(String account) {
        return testElections.count("""
                select count(*) from desk.assignment
                where username = ? and role = 'SENDER' and region = ? and valid_from <= now()
                    and (valid_until is null or valid_until > now())
                """, account, region.digits());
    }

    private List<AuditEvent> logged() {
        return log.of("sender:" + region);
    }

    @Test
    void a_program_is_registered_with_its_certificates_and_gets_the_role_for_the_region() {
        Sender sender = registerSender.execute(
                admin, region, " Kesbangpol Uji ", " " + account("") + " ", seal.certificate(), HASH.toUpperCase());
        assertThat(sender.name()).isEqualTo("Kesbangpol Uji");
        assertThat(sender.certificate()).isEqualTo(seal.certificateHash());
        assertThat(sender.sealCertificate()).isEqualTo(HASH);
        assertThat(senders.find(region).orElseThrow().username()).isEqualTo(account(""));
        assertThat(listSenders.execute(admin)).extracting(Sender::username).containsExactly(account(""));
        assertThat(open(account(""))).isEqualTo(1);
        assertThat(logged()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("SenderRegistered");
            assertThat(event.actor()).isEqualTo("uji");
            assertThat(event.data().path("account").asString()).isEqualTo(account(""));
            assertThat(event.data().path("certificate").asString()).isEqualTo(seal.certificateHash());
            assertThat(event.data().has("oldAccount")).isFalse();
        });
    }

    @Test
    void the_same_again_gives_no_second_right_and_another_program_takes_it_from_the_first() {
        register(account(""), "");
        register(account(""), HASH);
        assertThat(open(account(""))).isEqualTo(1);
        register(account("-baru"), "");
        assertThat(open(account(""))).isZero();
        assertThat(open(account("-baru"))).isEqualTo(1);
        assertThat(listSenders.execute(admin)).hasSize(1);
        AuditEvent last = logged().get(2);
        assertThat(last.data().path("oldAccount").asString()).isEqualTo(account(""));
        assertThat(last.data().path("oldCertificate").asString()).isEqualTo(HASH);
        assertThat(last.data().path("certificate").asString()).isEqualTo("null");
    }

    @Test
    void what_is_no_program_no_name_or_no_certificate_is_refused_and_nothing_of_it_is_kept() {
        for (String name : new String[] {"", "  ", "x".repeat(201), "Kesbangpol\u0000", "Kesbang\npol"}) {
            refused("SENDER_NAME_INVALID", admin, region, name, account(""), "");
        }
        for (String account : new String[] {
            "",
            "supervisor",
            "service-account-",
            "service-account-Desk",
            "service-account-desk 1",
            "service-account-" + "x".repeat(44)
        }) {
            refused("SENDER_ACCOUNT_INVALID", admin, region, "Kesbangpol", account, "");
        }
        refused("CERTIFICATE_INVALID", admin, region, "Kesbangpol", account(""), "bukan");
        assertThatThrownBy(() -> registerSender.execute(admin, region, "Kesbangpol", account(""), HASH, "12:34"))
                .hasMessage("CERTIFICATE_INVALID");
        assertThat(senders.find(region)).isEmpty();
        assertThat(open(account(""))).isZero();
        assertThat(logged()).isEmpty();
    }

    @Test
    void only_administrators_of_the_region_register_and_see_them() {
        register(account(""), "");
        RegionCode elsewhere =
                RegionCode.of(testElections.running(ContestType.BUPATI, 1).regency());
        refused("ROLE_MISSING", actor(Role.SUPERVISOR, region), region, "Kesbangpol", account(""), "");
        refused("REGION_FOREIGN", actor(Role.ADMIN, elsewhere), region, "Kesbangpol", account(""), "");
        refused("REGION_FOREIGN", admin, region.at(RegionCode.Level.PROVINCE), "Kesbangpol", account(""), "");
        refused("REGION_UNKNOWN", admin, RegionCode.of(region.digits() + "99"), "Kesbangpol", account(""), "");
        assertThat(listSenders.execute(actor(Role.ADMIN, elsewhere))).isEmpty();
        assertThatThrownBy(() -> listSenders.execute(actor(Role.SUPERVISOR, region)))
                .hasMessage("ROLE_MISSING");
        assertThat(logged()).hasSize(1);
    }

    private void refused(String code, Actor actor, RegionCode where, String name, String account, String certificate) {
        assertThatThrownBy(() -> registerSender.execute(actor, where, name, account, certificate, ""))
                .as("%s %s", name, account)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
