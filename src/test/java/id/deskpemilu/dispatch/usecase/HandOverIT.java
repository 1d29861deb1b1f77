package id.deskpemilu.dispatch.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfer;
import id.deskpemilu.dispatch.sending.Transfer.Act;
import id.deskpemilu.dispatch.sending.Transfer.State;
import id.deskpemilu.dispatch.sending.Transfers;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter that a person carries: handed over, confirmed on paper, sent once more. */
class HandOverIT extends RunningDesk {

    /** Who carries it where no receiver is set up. */
    private static final String BY_HAND = "unduh";

    private static final byte[] PNG = "\u0089PNG tanda terima".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    private ApplicationContext desk;

    @Autowired
    private HandOverLetter handOverLetter;

    @Autowired
    private NoteReceipt noteReceipt;

    @Autowired
    private SendAgain sendAgain;

    @Autowired
    private Transfers transfers;

    @Autowired
    private Letters letters;

    @Autowired
    private AuditLog log;

    @Autowired
    private JdbcClient jdbc;

    private TestElection election;
    private Actor supervisor;
    private LetterId letter;

    @BeforeEach
    void a_letter_is_signed() {
        election = testElections.running(ContestType.BUPATI, 1);
        supervisor = actor(Role.SUPERVISOR, election.regency());
        letter = LetterMother.signed(desk, election.code(), election.regency());
        inTransaction(() -> transfers.enqueue(letter));
    }

    private static Actor actor(Role role, String region) {
        return new Actor("uji", "Orang Uji", Set.of(role), List.of(new Actor.Scope(role, RegionCode.of(region))));
    }

    private void inTransaction(Runnable act) {
        new TransactionTemplate(desk.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> act.run());
    }

    private Transfer transfer() {
        return transfers.of(letter).get(0);
    }

    private List<AuditEvent> logged() {
        return log.of("letter:" + letter);
    }

    private void handOver(Actor actor, String note) {
        handOverLetter.execute(actor, letter, Act.LETTER, BY_HAND, note);
    }

    private void noteReceipt(Actor actor, String note, byte[] file) {
        noteReceipt.execute(actor, letter, BY_HAND, note, file);
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void what_was_handed_over_and_confirmed_is_noted_once_with_the_paper() {
        assertThat(transfer().receiver()).isEqualTo(BY_HAND);
        refused("TRANSFER_NOT_SENT", () -> noteReceipt(supervisor, "Agenda 12", null));
        handOver(supervisor, " Ajudan\u0000 Bupati ");
        assertThat(transfer().state()).isEqualTo(State.SENT);
        assertThat(transfer().sentBy()).isEqualTo("uji");
        assertThat(transfer().answer()).isEqualTo("Ajudan Bupati");
        assertThat(letters.get(letter).status()).isEqualTo(LetterStatus.SENT);
        refused("TRANSFER_DONE", () -> handOver(supervisor, "lagi"));

        noteReceipt(supervisor, " Agenda 12 ", PNG);
        assertThat(transfer().state()).isEqualTo(State.RECEIPTED);
        assertThat(transfer().receiptNote()).isEqualTo("Agenda 12");
        assertThat(transfer().receiptBy()).isEqualTo("uji");
        assertThat(transfers.receipt(letter, BY_HAND)).hasValue(PNG);
        assertThat(letters.get(letter).status()).isEqualTo(LetterStatus.RECEIPTED);
        refused("TRANSFER_DONE", () -> noteReceipt(supervisor, "Agenda 12", PNG));
        refused("TRANSFER_DONE", () -> handOver(supervisor, "lagi"));

        assertThat(logged()).extracting(AuditEvent::type).containsExactly("LetterHandedOver", "ReceiptNoted");
        assertThat(logged().get(0).data().path("receiver").asString()).isEqualTo(BY_HAND);
        assertThat(logged().get(0).data().path("note").asString()).isEqualTo("Ajudan Bupati");
        assertThat(logged().get(1).data().path("sha256").asString()).isEqualTo(Sha256.of(PNG));
        assertThat(logged().get(1).actor()).isEqualTo("uji");
    }

    @Test
    void a_withdrawal_is_handed_over_like_its_letter_and_changes_nothing_of_it() {
        inTransaction(() -> transfers.withdraw(letter, "salah angka"));
        handOverLetter.execute(supervisor, letter, Act.WITHDRAWAL, BY_HAND, "Ajudan");
        assertThat(transfers.of(letter))
                .extracting(Transfer::act, Transfer::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Act.LETTER, State.BY_HAND),
                        org.assertj.core.groups.Tuple.tuple(Act.WITHDRAWAL, State.SENT));
        assertThat(letters.get(letter).status()).isEqualTo(LetterStatus.SIGNED);
        assertThat(logged().get(0).data().path("act").asString()).isEqualTo("WITHDRAWAL");
    }

    @Test
    void a_letter_that_was_given_up_is_sent_again_until_somebody_has_confirmed_it() {
        jdbc.sql("""
                        insert into desk.transfer (letter, act, receiver, channel, state, queued_at, attempts, error)
                        values (?, 'LETTER', 'uji-tidak-ada', 'DESK', 'GIVEN_UP', now(), 60, 'HTTP_503')
                        """).param(letter.value()).update();
        handOver(supervisor, "Ajudan");
        for (int time = 1; time <= 2; time++) {
            sendAgain.execute(supervisor, letter);
            Transfer again = transfers.of(letter).stream()
                    .filter(one -> one.receiver().equals("uji-tidak-ada"))
                    .findFirst()
                    .orElseThrow();
            assertThat(again.state()).isEqualTo(State.WAITING);
            assertThat(again.attempts()).isZero();
            assertThat(again.nextAt()).isNotNull();
            assertThat(logged()).hasSize(1 + time);
        }
        assertThat(transfers.of(letter)).extracting(Transfer::state).contains(State.SENT);
        noteReceipt(supervisor, "Agenda 12", null);
        refused("LETTER_NOT_UNDERWAY", () -> sendAgain.execute(supervisor, letter));
        assertThat(logged())
                .extracting(AuditEvent::type)
                .containsExactly("LetterHandedOver", "LetterResent", "LetterResent", "ReceiptNoted");
    }

    @Test
    void a_withdrawn_letter_is_not_sent_again() {
        jdbc.sql(
                        "update desk.letter set withdrawn_at = now(), withdrawn_by = 'uji', withdrawn_reason = 'x' where id = ?")
                .param(letter.value())
                .update();
        refused("LETTER_NOT_UNDERWAY", () -> sendAgain.execute(supervisor, letter));
        assertThat(logged()).isEmpty();
    }
}
