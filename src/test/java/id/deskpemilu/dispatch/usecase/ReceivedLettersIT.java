package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.ReceivedLetterProcess;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.receiving.Receipts;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Review;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.ReceivedMother;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk above does with a letter that it has: reviews it, and takes its withdrawal. */
class ReceivedLettersIT extends RunningDesk {

    @Autowired
    private ApplicationContext desk;

    @Autowired
    private ReviewReceivedLetter reviewReceivedLetter;

    @Autowired
    private ReceiveWithdrawal receiveWithdrawal;

    @Autowired
    private ReceiveLetter receiveLetter;

    @Autowired
    private RegisterSender registerSender;

    @Autowired
    private ReceivedLetters received;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Seal seal;

    @Autowired
    private AuditLog log;

    private RegionCode region;
    private String account;
    private LetterId letter;

    @BeforeEach
    void a_letter_has_come() {
        TestElection election = testElections.running(ContestType.BUPATI, 1);
        region = RegionCode.of(election.regency());
        account = "service-account-uji-" + region.digits();
        registered(seal.certificateHash());
        letter = ReceivedMother.kept(desk, election.code(), election.regency());
        new TransactionTemplate(desk.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> desk.getBean(ReceivedLetterProcess.class).taken(letter));
    }

    private void registered(String sealCertificate) {
        registerSender.execute(actor("admin", Role.ADMIN, region), region, "Kesbangpol", account, "", sealCertificate);
    }

    private static Actor actor(String name, Role role, RegionCode region) {
        return new Actor(name, name, Set.of(role), List.of(new Actor.Scope(role, region)));
    }

    private Actor supervisor() {
        return actor("supervisor", Role.SUPERVISOR, region);
    }

    private RegionCode elsewhere() {
        return RegionCode.of(testElections.running(ContestType.BUPATI, 1).regency());
    }

    private ReceivedLetter now() {
        return received.get(letter);
    }

    private List<AuditEvent> logged() {
        return log.of("letter:" + letter);
    }

    private long waiting() {
        return testElections.count("""
                select count(*) from camunda.act_ru_task t join camunda.act_ru_execution e on e.id_ = t.proc_inst_id_
                where e.business_key_ = ?
                """, letter.toString());
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private byte[] withdrawal(LetterId of, String reason) {
        return receipts.seal(new Receipts.Withdrawal(of.value(), reason, Instant.now()));
    }

    @Test
    void a_supervisor_questions_a_letter_and_has_looked_at_it_after_the_answer() {
        assertThat(waiting()).isEqualTo(1);
        reviewReceivedLetter.execute(supervisor(), letter, Review.QUESTIONED, " Jelaskan Kecamatan\u0000 2 ");
        assertThat(now().review()).isEqualTo(Review.QUESTIONED);
        assertThat(now().reviewNote()).isEqualTo("Jelaskan Kecamatan 2");
        assertThat(now().reviewedBy()).isEqualTo("supervisor");
        assertThat(now().reviewedAt()).isNotNull();
        for (int time = 0; time < 2; time++) { // the same again is said again, and nobody waits any more
            reviewReceivedLetter.execute(supervisor(), letter, Review.CHECKED, "");
        }
        assertThat(now().review()).isEqualTo(Review.CHECKED);
        assertThat(now().reviewNote()).isEmpty();
        assertThat(now().standing()).as("a review changes nothing of it").isEqualTo(Standing.IN_FORCE);
        assertThat(logged())
                .extracting(AuditEvent::type)
                .containsExactly("ReceivedLetterReviewed", "ReceivedLetterReviewed", "ReceivedLetterReviewed");
        assertThat(logged().get(0).data().path("review").asString()).isEqualTo("QUESTIONED");
        assertThat(logged().get(0).data().path("note").asString()).isEqualTo("Jelaskan Kecamatan 2");
    }

    private void review(Actor actor, Review review, String note) {
        reviewReceivedLetter.execute(actor, letter, review, note);
    }

    @Test
    void its_sender_withdraws_it_once_and_nobody_else_does() {
        Actor sender = actor(account, Role.SENDER, region);
        byte[] sealed = withdrawal(letter, "salah\u0000 angka\n" + "x".repeat(600));
        refused("ROLE_MISSING", () -> receiveWithdrawal.execute(supervisor(), letter, sealed));
        refused(
                "REGION_FOREIGN",
                () -> receiveWithdrawal.execute(actor(account, Role.SENDER, elsewhere()), letter, sealed));
        refused(
                "REGION_FOREIGN",
                () -> receiveWithdrawal.execute(actor("service-account-lain", Role.SENDER, region), letter, sealed));
        refused("SEAL_BROKEN", () -> receiveWithdrawal.execute(sender, letter, new byte[] {1, 2, 3}));
        byte[] receipt =
                receipts.seal(new Receipts.Receipt(letter.value(), "0".repeat(64), "Desk", region, Instant.now()));
        refused("SEAL_BROKEN", () -> receiveWithdrawal.execute(sender, letter, receipt));
        byte[] other = withdrawal(new LetterId(UUID.randomUUID()), "x");
        refused("LETTER_OTHER_NAME", () -> receiveWithdrawal.execute(sender, letter, other));
        registered("ab".repeat(32));
        refused("LETTER_SIGNER_UNKNOWN", () -> receiveWithdrawal.execute(sender, letter, sealed));
        registered(seal.certificateHash());
        assertThat(now().standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(logged()).isEmpty();

        receiveWithdrawal.execute(sender, letter, sealed);
        receiveWithdrawal.execute(sender, letter, withdrawal(letter, "sebab lain"));
        assertThat(now().standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(now().withdrawalReason()).startsWith("salah  angka x").hasSize(500);
        assertThat(logged()).extracting(AuditEvent::type).containsExactly("ReceivedLetterWithdrawn");
        assertThat(waiting()).as("nobody reviews it any more").isZero();
        reviewReceivedLetter.execute(supervisor(), letter, Review.CHECKED, "dicabut");
        assertThat(now().review()).isEqualTo(Review.CHECKED);
    }
}
