package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.Refusals.refused;
import static id.deskpemilu.dispatch.usecase.LetterDesk.REGENCY;
import static id.deskpemilu.dispatch.usecase.LetterDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.Transactions;
import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterSettings;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.NoPress;
import id.deskpemilu.dispatch.OfficeMother;
import id.deskpemilu.dispatch.Prose;
import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.signature.SigningRequest;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotMother;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignLetterTest {

    private static final String NUMBER = "200.2.1/001/98.01/2024";

    private final LetterDesk desk = new LetterDesk();
    private final Transactions transactions = new Transactions();
    private final StubSigner signer = new StubSigner();
    private final Credentials credentials = new Credentials("3517010101010001", "rahasia".toCharArray());
    private LetterSettings settings = OfficeMother.settings();

    /** Signs by adding a word; what happens meanwhile is up to the test. */
    private static final class StubSigner implements Signer {

        private final List<SigningRequest> asked = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public boolean asksForCredentials() {
            return true;
        }

        @Override
        public boolean isSelfMade() {
            return false;
        }

        @Override
        public byte[] sign(SigningRequest request) {
            asked.add(request);
            meanwhile.run();
            return (new String(request.pdf(), StandardCharsets.UTF_8) + " signed").getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void it_gets_a_number_a_date_and_a_signature() {
        Letter letter = draft();
        assertThat(sign(SUPERVISOR, letter)).isSameAs(letter);
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
        assertThat(letter.number()).isEqualTo(NUMBER);
        assertThat(letter.dated()).isEqualTo(LocalDate.of(2024, 11, 27));
        assertThat(letter.signedBy()).isEqualTo("supervisor");
        assertThat(letter.signatory()).isEqualTo("Nama supervisor");
        assertThat(letter.signedAt()).isEqualTo(LetterDesk.NOW);
        byte[] file = desk.archive.signedPdf(letter.id()).orElseThrow();
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo(NUMBER + ", 2024-11-27, Nama supervisor signed");
        assertThat(desk.process.told()).containsExactly("SIGNED " + letter.id());
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor",
                        letter.subject(),
                        "LetterSigned",
                        Map.of(
                                "number", NUMBER,
                                "snapshot", desk.printer.figures(letter.id()).sha256(),
                                "file", Sha256.of(file))));
        assertThat(transactions.kept()).isEqualTo(2); // no transaction is open while the signer works
    }

    @Test
    void the_signer_hears_what_is_signed_and_the_credentials_are_wiped() {
        Letter letter = draft();
        char[][] seen = new char[1][];
        signer.meanwhile = () -> seen[0] = credentials.passphrase().clone();
        sign(SUPERVISOR, letter);
        SigningRequest request = signer.asked.get(0);
        assertThat(request.letter()).isEqualTo(letter.id().value());
        assertThat(request.box()).isEqualTo(NoPress.BOX);
        assertThat(request.signer()).isEqualTo("Nama supervisor");
        assertThat(request.reason()).isEqualTo("Laporan Desk Pemilu " + NUMBER);
        assertThat(request.place()).isEqualTo("Uji Selatan");
        assertThat(seen[0]).containsExactly("rahasia".toCharArray());
        assertWiped();
    }

    @Test
    void numbers_run_and_the_date_is_that_of_the_place() {
        sign(SUPERVISOR, draft());
        desk.clock.advance(Duration.ofHours(5)); // 00.10 WITA, still the evening before in Greenwich
        Letter next = draft(LetterKind.FLASH, LetterDesk.CUT.plusSeconds(60));
        sign(SUPERVISOR, next);
        assertThat(next.number()).isEqualTo("200.2.1/002/98.01/2024");
        assertThat(next.dated()).isEqualTo(LocalDate.of(2024, 11, 28));
    }

    @Test
    void it_takes_the_place_of_earlier_letters_of_its_kind() {
        Letter signed = desk.letter(LetterStatus.SENT, REGENCY, LetterKind.FULL, LetterDesk.CUT.minusSeconds(3600));
        Letter old = desk.letter(LetterStatus.DRAFT, REGENCY, LetterKind.FULL, LetterDesk.CUT.minusSeconds(60));
        Letter letter = draft();
        sign(SUPERVISOR, letter);
        assertThat(signed.standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(signed.supersededBy()).isEqualTo(letter.id());
        assertThat(old.status()).isEqualTo(LetterStatus.DROPPED);
        assertThat(desk.process.told())
                .containsExactly("ended " + signed.id(), "ended " + old.id(), "SIGNED " + letter.id());
        assertThat(desk.log.types()).containsExactly("LetterSuperseded", "LetterDropped", "LetterSigned");
    }

    @Test
    void other_letters_keep_their_place() {
        Letter flash = desk.letter(LetterStatus.SENT, REGENCY, LetterKind.FLASH, LetterDesk.CUT.minusSeconds(60));
        Letter later = desk.letter(LetterStatus.DRAFT, REGENCY, LetterKind.FULL, LetterDesk.CUT.plusSeconds(1));
        Letter planned = desk.letter(LetterStatus.PLANNED, REGENCY, LetterKind.FULL, LetterDesk.CUT.minusSeconds(9));
        Letter kecamatan = desk.letter(LetterStatus.SENT, LetterDesk.DISTRICT, LetterKind.FULL, Instant.EPOCH);
        Letter letter = draft();
        sign(SUPERVISOR, letter);
        assertThat(List.of(flash, later, planned, kecamatan))
                .allMatch(other -> other.standing() == Standing.IN_FORCE && other.status() != LetterStatus.DROPPED);
        assertThat(desk.process.told()).containsExactly("SIGNED " + letter.id());
    }

    @Test
    void what_gave_way_before_is_not_touched_again() {
        Letter first = desk.letter(LetterStatus.SENT, REGENCY, LetterKind.FULL, LetterDesk.CUT.minusSeconds(7200));
        Letter second = desk.letter(LetterStatus.SENT, REGENCY, LetterKind.FULL, LetterDesk.CUT.minusSeconds(3600));
        first.supersede(second);
        Letter dropped = desk.letter(LetterStatus.DROPPED, REGENCY, LetterKind.FULL, LetterDesk.CUT.minusSeconds(60));
        Letter letter = draft();
        sign(SUPERVISOR, letter);
        assertThat(first.supersededBy()).isEqualTo(second.id());
        assertThat(dropped.status()).isEqualTo(LetterStatus.DROPPED);
        assertThat(desk.process.told()).containsExactly("ended " + second.id(), "SIGNED " + letter.id());
        assertThat(desk.log.types()).containsExactly("LetterSuperseded", "LetterSigned");
    }

    @Test
    void the_letters_that_it_adds_up_are_forwarded() {
        UUID source = UUID.randomUUID();
        Letter letter = draft();
        desk.archive.keep(letter.id(), new Frozen(withSource(source), new byte[0], Sha256.of("jumlah")));
        sign(SUPERVISOR, letter);
        assertThat(desk.below.told()).containsExactly("forwarded " + source);
    }

    @Test
    void a_signature_that_failed_can_be_tried_again_and_the_number_stays() {
        Letter letter = draft();
        signer.meanwhile = () -> {
            throw Refusal.invalid("SIGN_PASSPHRASE_WRONG");
        };
        refused("SIGN_PASSPHRASE_WRONG", () -> sign(SUPERVISOR, letter));
        assertThat(letter.status()).isEqualTo(LetterStatus.DRAFT);
        assertThat(letter.number()).isEqualTo(NUMBER);
        assertThat(desk.archive.files()).isZero();
        assertThat(desk.process.told()).isEmpty();
        assertThat(desk.log.lines())
                .containsExactly(new RecordingLog.Line(
                        "supervisor", letter.subject(), "SigningFailed", Map.of("code", "SIGN_PASSPHRASE_WRONG")));
        assertWiped();

        signer.meanwhile = () -> {};
        sign(SUPERVISOR, letter);
        assertThat(letter.number()).isEqualTo(NUMBER);
        assertThat(desk.archive.numbers()).isEqualTo(1);
    }

    @Test
    void what_breaks_while_it_is_signed_is_logged_as_failed() {
        Letter letter = draft();
        signer.meanwhile = () -> {
            throw new IllegalStateException("rusak");
        };
        assertThatThrownBy(() -> sign(SUPERVISOR, letter)).hasMessage("rusak");
        assertThat(desk.log.lines().get(0).data()).isEqualTo(Map.of("code", "FAILED"));
        assertWiped();
    }

    @Test
    void two_people_do_not_sign_at_the_same_time_and_a_lost_attempt_does_not_block_for_ever() {
        Letter letter = draft();
        letter.beginSigning(LetterDesk.NOW);
        desk.clock.advance(Letter.LONGEST_SIGNING.minusSeconds(1));
        refuses("LETTER_BEING_SIGNED", letter, order(letter));
        desk.clock.advance(Duration.ofSeconds(1));
        sign(SUPERVISOR, letter);
    }

    @Test
    void what_was_dropped_while_it_was_signed_stays_dropped_and_no_file_is_kept() {
        Letter letter = draft();
        signer.meanwhile = letter::drop;
        refused("LETTER_NOT_DRAFT", () -> sign(SUPERVISOR, letter));
        assertThat(desk.archive.files()).isZero();
        assertThat(desk.process.told()).isEmpty();
        assertWiped();
    }

    @Test
    void nothing_is_signed_while_the_draft_is_printed() {
        Letter letter = draft();
        desk.process.draft();
        refuses("LETTER_BEING_DRAFTED", letter, order(letter));
    }

    @Test
    void only_whoever_is_named_signs_where_somebody_is_named() {
        settings = OfficeMother.settings(OfficeMother.office("98.01", "kaban", "Dra. Uji"));
        Letter letter = draft();
        refuses("SIGNER_NOT_NAMED", letter, order(letter));
        sign(LetterDesk.actor("kaban", Role.SUPERVISOR, REGENCY), letter);
        assertThat(letter.signatory()).isEqualTo("Dra. Uji");
    }

    @Test
    void whoever_signs_has_just_logged_in() {
        Letter letter = draft();
        Instant first = LetterDesk.NOW.minus(Duration.ofMinutes(5));
        refuses("LOGIN_NOT_FRESH", letter, order(letter.version(), code(letter), first.minusNanos(1)));
        useCase().execute(SUPERVISOR, letter.id(), order(letter.version(), code(letter), first));
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
    }

    @Test
    void whoever_signs_repeats_the_code_of_what_was_read() {
        Letter letter = draft();
        String read = code(letter);
        letter.write(new Prose("Aman.", "", ""));
        refuses("CODE_WRONG", letter, order(letter.version(), read, LetterDesk.NOW));
        refuses("CODE_WRONG", letter, order(letter.version(), "", LetterDesk.NOW));
        useCase()
                .execute(
                        SUPERVISOR,
                        letter.id(),
                        order(letter.version(), " " + code(letter).toLowerCase(Locale.ROOT) + " ", LetterDesk.NOW));
        assertThat(letter.status()).isEqualTo(LetterStatus.SIGNED);
    }

    @Test
    void what_was_changed_meanwhile_is_read_first() {
        Letter letter = draft();
        desk.letters.saveAndFlush(letter);
        refuses("LETTER_CHANGED", letter, order(letter.version() - 1, code(letter), LetterDesk.NOW));
    }

    @Test
    void only_a_draft_is_signed_and_only_once() {
        for (LetterStatus status : EnumSet.complementOf(EnumSet.of(LetterStatus.DRAFT))) {
            Letter letter = desk.letter(status);
            refuses("LETTER_NOT_DRAFT", letter, order(letter.version(), "ABCDEF", LetterDesk.NOW));
        }
    }

    @Test
    void nobody_else_signs_it() {
        Letter letter = draft();
        desk.refusesAllButSupervisors((at, actor) -> sign(actor, letter));
        assertWiped();
    }

    @Test
    void a_letter_that_there_is_not_is_not_signed() {
        desk.refuses(
                "LETTER_UNKNOWN",
                () -> useCase()
                        .execute(SUPERVISOR, new LetterId(UUID.randomUUID()), order(0, "ABCDEF", LetterDesk.NOW)));
        assertWiped();
    }

    private void refuses(String code, Letter letter, SignatureOrder order) {
        desk.refuses(code, () -> useCase().execute(SUPERVISOR, letter.id(), order));
        assertThat(signer.asked).isEmpty();
    }

    private void assertWiped() {
        assertThat(credentials.passphrase()).containsOnly('\0');
    }

    private Letter draft() {
        return desk.letter(LetterStatus.DRAFT);
    }

    private Letter draft(LetterKind kind, Instant cutAt) {
        return desk.letter(LetterStatus.DRAFT, REGENCY, kind, cutAt);
    }

    private Letter sign(Actor actor, Letter letter) {
        return useCase().execute(actor, letter.id(), order(letter));
    }

    private SignatureOrder order(Letter letter) {
        return order(letter.version(), code(letter), desk.clock.instant());
    }

    private SignatureOrder order(int version, String code, Instant authenticatedAt) {
        return new SignatureOrder(version, code, credentials, authenticatedAt);
    }

    private String code(Letter letter) {
        return letter.confirmationCode(desk.printer.figures(letter.id()).sha256());
    }

    private SignLetter useCase() {
        return new SignLetter(
                desk.letters,
                desk.archive,
                desk.printer,
                desk.process,
                desk.below,
                settings,
                OfficeMother.offices(settings, desk.regions, signer),
                signer,
                desk.clocks,
                desk.clock,
                desk.log,
                transactions);
    }

    private static Snapshot withSource(UUID letter) {
        Snapshot drawn = SnapshotMother.regency();
        return new Snapshot(
                drawn.format(),
                drawn.letter(),
                drawn.election(),
                drawn.region(),
                drawn.at(),
                drawn.shown(),
                drawn.coverage(),
                drawn.contests(),
                drawn.incidents(),
                drawn.unreported(),
                drawn.corrections(),
                drawn.explained(),
                drawn.escalations(),
                List.of(new Snapshot.Source(
                        new RegionCode("9801"), "Uji", letter, "1", LetterDesk.NOW, Sha256.of("a"), 1, 1)));
    }
}
