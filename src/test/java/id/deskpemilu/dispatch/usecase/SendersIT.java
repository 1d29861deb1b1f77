package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
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
}
