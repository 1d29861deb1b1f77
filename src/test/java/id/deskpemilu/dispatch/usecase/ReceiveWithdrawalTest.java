package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.TierDesk.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.receiving.PlainReceipts;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiveWithdrawalTest {

    private final TierDesk desk = new TierDesk();
    private final ReceivedLetter letter = desk.taken(TierDesk.NOW, "a".repeat(64));

    @Test
    void it_does_not_hold_any_more() {
        withdraw(PROGRAM, TierDesk.SEAL, "salah\r\nwilayah");
        ReceivedLetter withdrawn = desk.received.get(letter.id());
        assertThat(withdrawn.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(withdrawn.withdrawnAt()).isEqualTo(TierDesk.NOW);
        assertThat(withdrawn.withdrawalReason()).isEqualTo("salah wilayah");
        assertThat(desk.process.told()).containsExactly("ended " + letter.id());
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "service-account-uji",
                        "letter:" + letter.id(),
                        "ReceivedLetterWithdrawn",
                        Map.of("reason", "salah wilayah")));
    }

    @Test
    void a_second_time_changes_nothing() {
        withdraw(PROGRAM, TierDesk.SEAL, "salah");
        withdraw(PROGRAM, TierDesk.SEAL, "lain lagi");
        assertThat(desk.received.get(letter.id()).withdrawalReason()).isEqualTo("salah");
        assertThat(desk.process.told()).hasSize(1);
        assertThat(desk.log.lines()).hasSize(1);
    }

    @Test
    void a_very_long_reason_is_cut() {
        withdraw(PROGRAM, TierDesk.SEAL, "a".repeat(600));
        assertThat(desk.received.get(letter.id()).withdrawalReason()).hasSize(500);
    }

    @Test
    void where_no_seal_is_registered_every_seal_counts() {
        desk.senders.save(TierDesk.sender(TierDesk.CERTIFICATE, null));
        withdraw(PROGRAM, "ef".repeat(32), "salah");
        assertThat(desk.received.get(letter.id()).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void a_registered_seal_has_to_be_that_very_one() {
        desk.refuses("LETTER_SIGNER_UNKNOWN", () -> withdraw(PROGRAM, "ef".repeat(32), "salah"));
    }

    @Test
    void what_is_not_sealed_withdraws_nothing() {
        desk.refuses("SEAL_BROKEN", () -> useCase().execute(PROGRAM, letter.id(), new byte[] {1}));
    }

    @Test
    void the_withdrawal_of_another_letter_withdraws_nothing() {
        byte[] other = PlainReceipts.withdrawal(new LetterId(UUID.randomUUID()), TierDesk.SEAL, "salah");
        desk.refuses("LETTER_OTHER_NAME", () -> useCase().execute(PROGRAM, letter.id(), other));
    }

    @Test
    void only_the_sender_of_the_region_withdraws_it() {
        for (Role role : Role.OF_PEOPLE) {
            desk.refuses("ROLE_MISSING", () -> withdraw(TierDesk.actor("orang", role, "98"), TierDesk.SEAL, "salah"));
        }
        for (Actor other : new Actor[] {
            TierDesk.actor("service-account-uji", Role.SENDER, "9802"),
            TierDesk.actor("service-account-lain", Role.SENDER, "9801")
        }) {
            desk.refuses("REGION_FOREIGN", () -> withdraw(other, TierDesk.SEAL, "salah"));
        }
    }

    @Test
    void a_letter_that_never_came_is_not_withdrawn() {
        desk.refuses(
                "LETTER_UNKNOWN", () -> useCase().execute(PROGRAM, new LetterId(UUID.randomUUID()), new byte[] {1}));
    }

    private void withdraw(Actor actor, String seal, String reason) {
        useCase().execute(actor, letter.id(), PlainReceipts.withdrawal(letter.id(), seal, reason));
    }

    private ReceiveWithdrawal useCase() {
        return new ReceiveWithdrawal(desk.received, desk.senders, desk.receipts, desk.process, desk.log, desk.clock);
    }
}
