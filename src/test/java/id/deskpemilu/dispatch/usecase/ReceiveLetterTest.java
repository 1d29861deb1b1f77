package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.TierDesk.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.receiving.Intake;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedMother;
import id.deskpemilu.dispatch.signature.Verdict;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.ElectionMother;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiveLetterTest {

    private static final byte[] FILE = "%PDF-1.7 surat".getBytes(StandardCharsets.US_ASCII);
    private static final String NUMBER = "200.2.1/007/98.01/2024";
    private static final Instant FROZEN = Instant.parse("2024-11-27T11:00:00Z");

    private final TierDesk desk = new TierDesk();
    private final LetterId id = new LetterId(UUID.randomUUID());

    @Test
    void a_letter_is_kept_reviewed_and_answered_with_a_sealed_receipt() {
        holds(FROZEN, "uji", ElectionMother.DAY, false, Verdict.Trust.UNKNOWN);
        String receipt = new String(receive(PROGRAM, FILE), StandardCharsets.UTF_8);
        assertThat(receipt).contains(id.toString(), Sha256.of(FILE), "KESBANGPOL PROVINSI", "9801");
        ReceivedLetter letter = desk.received.get(id);
        assertThat(letter.region()).isEqualTo(TierDesk.REGENCY);
        assertThat(letter.number()).isEqualTo(NUMBER);
        assertThat(letter.kind()).isEqualTo(LetterKind.FULL);
        assertThat(letter.fileHash()).isEqualTo(Sha256.of(FILE));
        assertThat(letter.trust()).isEqualTo(ReceivedLetter.Trust.REGISTERED);
        assertThat(letter.sender()).isEqualTo("service-account-uji");
        assertThat(letter.receivedAt()).isEqualTo(TierDesk.NOW);
        assertThat(letter.standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(desk.process.told()).containsExactly("taken " + id);
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "service-account-uji",
                        "letter:" + id,
                        "LetterReceived",
                        Map.of("region", "9801", "number", NUMBER, "sha256", Sha256.of(FILE))));
    }

    @Test
    void the_same_file_again_gets_the_same_receipt_and_is_not_opened() {
        holds(FROZEN);
        byte[] receipt = receive(PROGRAM, FILE);
        assertThat(receive(PROGRAM, FILE)).isEqualTo(receipt);
        assertThat(desk.intake.opened()).isEqualTo(1);
        assertThat(desk.received.all()).hasSize(1);
        assertThat(desk.process.told()).hasSize(1);
        assertThat(desk.log.lines()).hasSize(1);
    }

    @Test
    void of_two_that_come_at_once_the_second_gets_the_receipt_of_the_first() {
        holds(FROZEN);
        byte[][] first = new byte[1][];
        desk.intake.meanwhile(() -> {
            desk.intake.meanwhile(() -> {});
            first[0] = receive(PROGRAM, FILE);
        });
        assertThat(receive(PROGRAM, FILE)).isEqualTo(first[0]);
        assertThat(desk.process.told()).hasSize(1);
    }

    @Test
    void another_file_under_the_same_name_is_refused() {
        holds(FROZEN);
        receive(PROGRAM, FILE);
        desk.refuses("LETTER_OTHER_FILE", () -> receive(PROGRAM, new byte[] {1}));
    }

    @Test
    void a_known_letter_is_shown_to_no_other_sender() {
        holds(FROZEN);
        receive(PROGRAM, FILE);
        Actor other = TierDesk.actor("service-account-lain", Role.SENDER, "9802");
        desk.refuses("LETTER_REGION_FOREIGN", () -> receive(other, FILE));
    }

    @Test
    void only_programs_of_senders_send() {
        holds(FROZEN);
        for (Role role : Role.OF_PEOPLE) {
            desk.refuses("ROLE_MISSING", () -> receive(TierDesk.actor("orang", role, "98"), FILE));
        }
        Actor without = new Actor("service-account-uji", "uji", Set.of(Role.SENDER), List.of());
        desk.refuses("ROLE_MISSING", () -> receive(without, FILE));
    }

    @Test
    void a_letter_comes_from_the_sender_that_is_registered_for_its_region() {
        holds(FROZEN);
        Actor sameRegion = TierDesk.actor("service-account-lain", Role.SENDER, "9801");
        desk.refuses("LETTER_REGION_FOREIGN", () -> receive(sameRegion, FILE));
        Actor moved = TierDesk.actor("service-account-uji", Role.SENDER, "9802");
        desk.refuses("LETTER_REGION_FOREIGN", () -> receive(moved, FILE));
    }

    @Test
    void a_number_is_one_line_of_some_length() {
        holds(FROZEN);
        for (String impossible : new String[] {"1".repeat(81), "200\n1", "200.2.1/\u0000"}) {
            Refusal refusal = desk.refuses(
                    "LETTER_NUMBER_WRONG", () -> useCase().execute(PROGRAM, id, LetterKind.FULL, impossible, FILE));
            assertThat(refusal.arguments()[0].toString())
                    .hasSizeLessThanOrEqualTo(80)
                    .doesNotContain("\n", "\u0000");
        }
        assertThat(desk.intake.opened()).isZero();
        useCase().execute(PROGRAM, id, LetterKind.FULL, "1".repeat(80), FILE);
    }

    @Test
    void a_registered_certificate_has_to_be_that_very_one() {
        desk.senders.save(TierDesk.sender("ef".repeat(32), null));
        holds(FROZEN, "uji", ElectionMother.DAY, false, Verdict.Trust.TRUSTED);
        desk.refuses("LETTER_SIGNER_UNKNOWN", () -> receive(PROGRAM, FILE));
    }

    @Test
    void where_none_is_registered_the_certificate_leads_to_a_trusted_one() {
        desk.senders.save(TierDesk.sender(null, null));
        for (Verdict.Trust trust : new Verdict.Trust[] {Verdict.Trust.UNKNOWN, Verdict.Trust.SELF_MADE}) {
            holds(FROZEN, "uji", ElectionMother.DAY, false, trust);
            desk.refuses("LETTER_SIGNER_UNKNOWN", () -> receive(PROGRAM, FILE));
        }
        holds(FROZEN, "uji", ElectionMother.DAY, false, Verdict.Trust.TRUSTED);
        receive(PROGRAM, FILE);
        assertThat(desk.received.get(id).trust()).isEqualTo(ReceivedLetter.Trust.TRUSTED);
    }

    @Test
    void the_election_is_known_here_by_its_code_and_its_day() {
        holds(FROZEN, "lain", ElectionMother.DAY, false, Verdict.Trust.TRUSTED);
        desk.refuses("LETTER_ELECTION_UNKNOWN", () -> receive(PROGRAM, FILE));
        holds(FROZEN, "uji", ElectionMother.DAY.plusDays(1), false, Verdict.Trust.TRUSTED);
        desk.refuses("LETTER_ELECTION_UNKNOWN", () -> receive(PROGRAM, FILE));
    }

    @Test
    void figures_of_a_rehearsal_are_never_real_ones() {
        holds(FROZEN, "uji", ElectionMother.DAY, true, Verdict.Trust.TRUSTED);
        desk.refuses("LETTER_REHEARSAL_MIXED", () -> receive(PROGRAM, FILE));
    }

    @Test
    void the_one_frozen_last_counts_whatever_came_last() {
        ReceivedLetter earlier = desk.taken(FROZEN.minusSeconds(60), "a".repeat(64));
        holds(FROZEN);
        receive(PROGRAM, FILE);
        assertThat(desk.received.get(earlier.id()).standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(desk.process.told()).containsExactly("taken " + id, "ended " + earlier.id());

        TierDesk other = new TierDesk();
        ReceivedLetter later = other.taken(FROZEN.plusSeconds(60), "a".repeat(64));
        other.intake.holds(taken(FROZEN, "uji", ElectionMother.DAY, false, Verdict.Trust.TRUSTED));
        useCase(other).execute(PROGRAM, id, LetterKind.FULL, NUMBER, FILE);
        assertThat(other.received.get(later.id()).standing()).isEqualTo(Standing.IN_FORCE);
        assertThat(other.received.get(id).standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(other.process.told()).containsExactly("taken " + id, "ended " + id);
    }

    private void holds(Instant at) {
        holds(at, "uji", ElectionMother.DAY, false, Verdict.Trust.TRUSTED);
    }

    private void holds(Instant at, String election, LocalDate day, boolean rehearsal, Verdict.Trust trust) {
        desk.intake.holds(taken(at, election, day, rehearsal, trust));
    }

    private Intake.Taken taken(Instant at, String election, LocalDate day, boolean rehearsal, Verdict.Trust trust) {
        Frozen frozen = ReceivedMother.frozen(
                id.value(),
                new Snapshot.OfElection(election, "Uji", day, rehearsal),
                "9801",
                ContestType.BUPATI,
                7,
                at);
        Verdict.Signature signature =
                new Verdict.Signature("Drs. Uji", null, "CA", at, false, true, true, true, trust, TierDesk.CERTIFICATE);
        return new Intake.Taken(frozen, signature, Sha256.of(FILE));
    }

    private byte[] receive(Actor actor, byte[] file) {
        return useCase().execute(actor, id, LetterKind.FULL, NUMBER, file);
    }

    private ReceiveLetter useCase() {
        return useCase(desk);
    }

    private static ReceiveLetter useCase(TierDesk at) {
        return new ReceiveLetter(
                at.intake,
                at.senders,
                at.received,
                at.receipts,
                at.elections,
                at.process,
                at.log,
                at.clock,
                "KESBANGPOL PROVINSI");
    }
}
