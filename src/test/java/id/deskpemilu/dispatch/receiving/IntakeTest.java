package id.deskpemilu.dispatch.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.signature.SealMother;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes as a letter and is none is refused with its reason, however it was made and whoever has signed it. */
class IntakeTest {

    private static final String NUMBER = "200.2.1/014/98.01/2024";
    private static final LetterId NAME = new LetterId(UUID.fromString("5f3c1c9e-52a2-4a3e-9d57-0d2a1f3b7c11"));
    private static final Frozen FROZEN = ReceivedMother.frozen(
            NAME.value(),
            new Snapshot.OfElection("uji", "Pilkada Uji", LocalDate.of(2024, 11, 27), true),
            "9801",
            ContestType.BUPATI,
            1,
            Instant.parse("2024-11-27T11:00:00Z"));
    private static final byte[] PAPER = ReceivedMother.paper(FROZEN, NUMBER);

    @TempDir
    private static Path folder;

    private static Intake intake;

    /** Something that is done with a letter before it is signed. */
    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    @BeforeAll
    static void an_intake() throws Exception {
        intake = new Intake(SealMother.check(folder), new SnapshotJson());
    }

    private static byte[] changed(Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(PAPER)) {
            change.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void refused(String code, byte[] file) {
        refused(code, NUMBER, file);
    }

    private static void refused(String code, String number, byte[] file) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> intake.open(NAME, number, file));
        assertThat(refusal).as(code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
    }

    @Test
    void a_letter_is_taken_with_its_figures_and_whoever_signed_it() {
        byte[] signed = SealMother.signed(PAPER);
        Intake.Taken taken = intake.open(NAME, " 200.2.1/014 / 98.01/2024\u00a0", signed);
        assertThat(taken.frozen().sha256()).isEqualTo(FROZEN.sha256());
        assertThat(taken.frozen().snapshot()).isEqualTo(FROZEN.snapshot());
        assertThat(taken.signature().signer()).isEqualTo("Bakesbangpol Uji");
        assertThat(taken.sha256()).isEqualTo(Sha256.of(signed));
    }

    @Test
    void each_thing_that_does_not_fit_has_its_code() {
        refused("LETTER_TOO_LARGE", new byte[Intake.LARGEST + 1]);
        refused("LETTER_UNSIGNED", PAPER);
        byte[] tampered = SealMother.signed(PAPER);
        tampered[new String(tampered, StandardCharsets.ISO_8859_1).indexOf("/MediaBox") + 1] ^= 1;
        refused("LETTER_BROKEN", tampered);
        refused(
                "LETTER_HASH_WRONG",
                SealMother.signed(ReceivedMother.paper(NAME.value(), "0".repeat(64), FROZEN.json(), NUMBER)));
        byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
        refused(
                "SNAPSHOT_UNREADABLE",
                SealMother.signed(ReceivedMother.paper(NAME.value(), Sha256.of(empty), empty, NUMBER)));
        byte[] later = "{\"format\":99}".getBytes(StandardCharsets.UTF_8);
        refused(
                "SNAPSHOT_FORMAT_UNKNOWN",
                SealMother.signed(ReceivedMother.paper(NAME.value(), Sha256.of(later), later, NUMBER)));
        refused(
                "LETTER_OTHER_NAME",
                SealMother.signed(ReceivedMother.paper(UUID.randomUUID(), FROZEN.sha256(), FROZEN.json(), NUMBER)));
    }

    @Test
    void the_number_is_the_printed_one() {
        byte[] signed = SealMother.signed(PAPER);
        refused("LETTER_NUMBER_WRONG", "200.2.1/015/98.01/2024", signed);
        refused("LETTER_NUMBER_WRONG", "", signed);
        refused("LETTER_NUMBER_WRONG", " \u00a0", signed);
    }

    @Test
    void garbage_and_locked_files_are_broken_letters() throws IOException {
        for (String garbage : new String[] {"", "bukan PDF", "%PDF-1.7", "%PDF-1.7\n1 0 obj\n" + "[".repeat(100_000)}) {
            refused("LETTER_BROKEN", garbage.getBytes(StandardCharsets.US_ASCII));
        }
        refused(
                "LETTER_BROKEN",
                changed(document ->
                        document.protect(new StandardProtectionPolicy("pemilik", "", new AccessPermission()))));
    }

    @Test
    @Timeout(30)
    void a_signature_does_not_make_a_hostile_page_readable() throws IOException {
        byte[] bomb = SealMother.signed(changed(document -> content(document, " ", 100)));
        byte[] brackets = SealMother.signed(changed(document -> content(document, "[", 3)));
        byte[] many = SealMother.signed(changed(document -> {
            COSArray parts = new COSArray();
            COSStream part = content(document, " ", 1);
            for (int i = 0; i < 50_000; i++) {
                parts.add(part);
            }
            document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, parts);
        }));
        long before = allocated();
        for (byte[] hostile : new byte[][] {bomb, brackets, many}) {
            refused("LETTER_BROKEN", hostile);
        }
        assertThat(allocated() - before).isLessThan(100_000_000);
    }

    @Test
    @Timeout(30)
    void a_page_without_words_has_no_number_and_a_thousand_pages_do_not_matter() throws IOException {
        refused(
                "LETTER_NUMBER_WRONG",
                SealMother.signed(
                        changed(document -> document.getPage(0).getCOSObject().removeItem(COSName.CONTENTS))));
        byte[] thick = SealMother.signed(changed(document -> {
            for (int i = 0; i < 1_000; i++) {
                document.addPage(new PDPage());
            }
        }));
        assertThat(intake.open(NAME, NUMBER, thick).frozen().sha256()).isEqualTo(FROZEN.sha256());
    }

    @Test
    void what_a_seal_leaves_out_makes_it_none(@TempDir Path other) throws Exception {
        var seal = SealMother.seal(other);
        Receipts receipts = ReceiptsMother.with(seal);
        for (String content : new String[] {
            "null",
            "{}",
            "[]",
            "{\"letter\":\"" + NAME + "\",\"at\":\"2024-11-27T11:00:00Z\"}",
            "{\"reason\":\"x\",\"at\":\"2024-11-27T11:00:00Z\"}"
        }) {
            byte[] sealed = seal.seal(content.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> receipts.openWithdrawal(sealed)).hasMessage("SEAL_BROKEN");
            assertThatThrownBy(() -> receipts.openReceipt(sealed)).hasMessage("SEAL_BROKEN");
        }
    }

    /** Puts a stream of so many megabytes of a character in the place of what the page shows. */
    private static COSStream content(PDDocument document, String character, int megabytes) throws IOException {
        byte[] one = character.repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(one);
            }
        }
        document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, stream);
        return stream;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
