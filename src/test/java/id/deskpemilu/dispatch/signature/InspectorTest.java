package id.deskpemilu.dispatch.signature;

import static id.deskpemilu.dispatch.signature.KeyMother.AGENCY;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCK;
import static id.deskpemilu.dispatch.signature.KeyMother.NOW;
import static id.deskpemilu.dispatch.signature.KeyMother.ROOT;
import static id.deskpemilu.dispatch.signature.KeyMother.STRANGER;
import static id.deskpemilu.dispatch.signature.PdfMother.LETTER;
import static id.deskpemilu.dispatch.signature.PdfMother.SNAPSHOT;
import static id.deskpemilu.dispatch.signature.PdfMother.letter;
import static id.deskpemilu.dispatch.signature.PdfMother.marks;
import static id.deskpemilu.dispatch.signature.PdfMother.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.shared.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the check says of letters that somebody has worked on, and of files that are meant to break it. */
class InspectorTest {

    private static final String HASH = Sha256.of(SNAPSHOT);
    private static final Inspector INSPECTOR = new Inspector(TrustList.of(List.of(ROOT.certificate())), CLOCK);
    private static final byte[] SIGNED = signed(AGENCY, letter());

    private static Verdict inspect(byte[] pdf) {
        return INSPECTOR.inspect(pdf);
    }

    private interface Change {
        void on(PDDocument document) throws Exception;
    }

    /** Appended to a file without touching what is there. */
    private static byte[] appended(byte[] pdf, Change change) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.on(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static void sign(PDDocument document, AgencyKey key) throws IOException {
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.getCOSObject().setString(COSName.M, Asn1Time.pdf(NOW));
        document.addSignature(signature, content -> SignedMessage.sign(key, content.readAllBytes(), false, null));
    }

    private static void paint(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.addRect(60, 600, 100, 100);
            content.fill();
        }
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    @Test
    void whichever_byte_is_changed_the_letter_is_not_intact() {
        assertThat(inspect(SIGNED).isTrusted()).isTrue();
        String text = new String(SIGNED, StandardCharsets.ISO_8859_1);
        int from = text.indexOf('<', text.indexOf("/Contents <"));
        int to = text.indexOf('>', from);
        for (int i = 0; i < SIGNED.length; i += 61) {
            byte[] changed = SIGNED.clone();
            changed[i] ^= 1;
            Verdict verdict = inspect(changed);
            if (i < from || i > to) {
                assertThat(verdict.isIntact()).as("byte %d", i).isFalse();
            } else if (verdict.isIntact()) { // the message's own room: padding, certificates that it brings along
                assertThat(verdict.signatures())
                        .extracting(Verdict.Signature::certificateHash)
                        .containsExactly(Names.hash(AGENCY.certificate()));
            }
        }
    }

    @Test
    void words_behind_the_last_signature_are_noticed() {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(SIGNED);
        longer.writeBytes("\n% tambahan\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(inspect(longer.toByteArray()).isIntact()).isFalse();
    }

    @Test
    void what_is_painted_over_a_signed_page_is_noticed() throws Exception {
        byte[] painted = appended(SIGNED, InspectorTest::paint);
        assertThat(painted).startsWith(SIGNED);
        Verdict.Signature signature = inspect(painted).signatures().get(0);
        assertThat(signature.intact()).isTrue();
        assertThat(signature.whole()).isFalse();
        assertThat(inspect(painted).isIntact()).isFalse();
    }

    @Test
    void a_second_signature_does_not_hide_what_was_painted_before_it() throws Exception {
        byte[] painted = appended(SIGNED, document -> {
            paint(document);
            sign(document, STRANGER);
        });
        List<Verdict.Signature> both = inspect(painted).signatures();
        assertThat(both).extracting(Verdict.Signature::intact).containsExactly(true, true);
        assertThat(both).extracting(Verdict.Signature::whole).containsExactly(false, true);
        assertThat(inspect(painted).isIntact()).isFalse();
    }

    @Test
    void a_second_signature_must_not_bring_a_stamp_that_covers_the_page() throws Exception {
        byte[] stamped = appended(SIGNED, document -> {
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(60, 600, 200, 100));
            List<org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation> all =
                    document.getPage(0).getAnnotations();
            all.add(stamp);
            document.getPage(0).setAnnotations(all);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            sign(document, STRANGER);
        });
        assertThat(inspect(stamped).signatures())
                .extracting(Verdict.Signature::whole)
                .containsExactly(false, true);
    }

    @Test
    void a_second_signature_must_not_draw() throws Exception {
        byte[] drawn = appended(SIGNED, document -> {
            sign(document, STRANGER);
            PDAnnotationWidget widget =
                    document.getSignatureFields().get(1).getWidgets().get(0);
            widget.setRectangle(new PDRectangle(60, 600, 200, 100));
            PDAppearanceStream look = new PDAppearanceStream(document);
            look.setBBox(new PDRectangle(200, 100));
            try (var out = look.getStream().createOutputStream()) {
                out.write("0 0 200 100 re f".getBytes(StandardCharsets.US_ASCII));
            }
            PDAppearanceDictionary appearance = new PDAppearanceDictionary();
            appearance.setNormalAppearance(look);
            widget.setAppearance(appearance);
        });
        assertThat(inspect(drawn).signatures())
                .extracting(Verdict.Signature::whole)
                .containsExactly(false, true);
    }

    @Test
    void a_second_signature_must_not_exchange_the_snapshot_or_the_title() throws Exception {
        byte[] exchanged = appended(SIGNED, document -> {
            COSDictionary names = document.getDocumentCatalog().getCOSObject();
            names.removeItem(COSName.NAMES);
            names.setNeedToBeUpdated(true);
            sign(document, STRANGER);
        });
        assertThat(inspect(exchanged).signatures())
                .extracting(Verdict.Signature::whole)
                .containsExactly(false, true);
    }

    @Test
    void a_signature_whose_range_is_rewritten_covers_nothing() {
        String text = new String(SIGNED, StandardCharsets.ISO_8859_1);
        int range = text.indexOf("/ByteRange");
        int from = text.indexOf('[', range);
        int to = text.indexOf(']', range);
        for (String other : List.of("0 0 0 0", "0 1 2 3", "-1 5 9 1", "0 99999999 9 9", "0 5", "/A /B /C /D")) {
            String filled = "[" + other + " ".repeat(Math.max(0, to - from - 1 - other.length())) + "]";
            byte[] changed =
                    (text.substring(0, from) + filled + text.substring(to + 1)).getBytes(StandardCharsets.ISO_8859_1);
            Verdict verdict = inspect(changed);
            assertThat(verdict.isIntact()).as(other).isFalse();
        }
    }

    @Test
    void the_snapshot_must_be_the_one_that_the_letter_names() {
        Verdict other = inspect(signed(
                AGENCY, letter(marks(LETTER.toString(), "0".repeat(64)), false, Map.of("cuplikan.json", SNAPSHOT))));
        assertThat(other.signatures().get(0).isGood()).isTrue();
        assertThat(other.isIntact()).isFalse();
        assertThat(other.snapshotHash()).isEqualTo(HASH);

        Map<String, byte[]> two = new LinkedHashMap<>();
        two.put("cuplikan.json", SNAPSHOT);
        two.put("cuplikan.json ", "{}".getBytes(StandardCharsets.UTF_8));
        Verdict twice = inspect(signed(AGENCY, letter(marks(LETTER.toString(), HASH), false, two)));
        assertThat(twice.snapshot()).as("which one is it?").isNull();
        assertThat(twice.isIntact()).isFalse();

        Verdict none = inspect(signed(AGENCY, letter(marks("bukan", HASH), true, Map.of("lain.json", SNAPSHOT))));
        assertThat(none.letter()).isNull();
        assertThat(none.snapshot()).isNull();
        assertThat(none.isIntact()).isFalse();
    }

    @Test
    void an_unsigned_letter_is_read_and_not_intact() {
        Verdict verdict = inspect(letter());
        assertThat(verdict.readable()).isTrue();
        assertThat(verdict.signatures()).isEmpty();
        assertThat(verdict.letter()).isEqualTo(LETTER);
        assertThat(verdict.isIntact()).isFalse();
    }

    @Test
    void whose_word_it_rests_on(@TempDir Path folder) throws Exception {
        Path file = KeyMother.pem(folder, ROOT);
        TrustList ofFolder = TrustList.read(folder);
        TrustList ofFile = TrustList.read(file);
        assertThat(trust(ofFolder, AGENCY)).isEqualTo(Verdict.Trust.TRUSTED);
        assertThat(trust(ofFile, AGENCY)).isEqualTo(Verdict.Trust.TRUSTED);
        assertThat(trust(ofFile, STRANGER)).isEqualTo(Verdict.Trust.UNKNOWN);
        assertThat(trust(TrustList.NONE, AGENCY)).isEqualTo(Verdict.Trust.UNKNOWN);
        assertThat(trust(TrustList.of(List.of(STRANGER.certificate())), STRANGER))
                .isEqualTo(Verdict.Trust.TRUSTED);
        AgencyKey pretended =
                KeyMother.make("RSA", 2048, "OU=" + SelfMade.MARK + ",CN=Uji", STRANGER, KeyMother.Kind.PERSON, NOW);
        assertThat(trust(ofFile, pretended)).as("somebody signed it").isEqualTo(Verdict.Trust.UNKNOWN);
        AgencyKey issuedByAPerson = KeyMother.make("RSA", 2048, "CN=Anak", AGENCY, KeyMother.Kind.PERSON, NOW);
        assertThat(trust(ofFile, issuedByAPerson))
                .as("an agency is no authority")
                .isEqualTo(Verdict.Trust.UNKNOWN);
        Files.writeString(folder.resolve("rusak.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThatThrownBy(() -> TrustList.read(folder)).isInstanceOf(IOException.class);
    }

    private static Verdict.Trust trust(TrustList list, AgencyKey key) {
        return new Inspector(list, CLOCK)
                .inspect(signed(key, letter()))
                .signatures()
                .get(0)
                .trust();
    }

    @Test
    void a_certificate_must_have_been_in_force_and_strong() {
        AgencyKey old =
                KeyMother.make("RSA", 2048, "CN=Lama", null, KeyMother.Kind.PERSON, NOW.minus(Duration.ofDays(800)));
        Verdict.Signature expired = inspect(signed(old, letter())).signatures().get(0);
        assertThat(expired.intact()).isTrue();
        assertThat(expired.inForce()).isFalse();
        AgencyKey weak = KeyMother.make("RSA", 1024, "CN=Lemah", null, KeyMother.Kind.PERSON, NOW);
        assertThat(inspect(signed(weak, letter())).signatures().get(0).intact()).isFalse();
        Clock yesterday = Clock.fixed(NOW.minus(Duration.ofDays(1)), ZoneOffset.UTC);
        assertThat(new Inspector(TrustList.NONE, yesterday)
                        .inspect(SIGNED)
                        .signatures()
                        .get(0)
                        .inForce())
                .as("signed tomorrow")
                .isFalse();
    }

    @Test
    void metadata_cannot_make_the_check_read_files(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("rahasia.txt"), LETTER.toString());
        String hostile = "<!DOCTYPE x [<!ENTITY rahasia SYSTEM \"" + secret.toUri() + "\">]>"
                + "<x xmlns:l=\"https://desk-pemilu.id/ns/letter/\"><l:letter>&rahasia;</l:letter></x>";
        Verdict verdict = inspect(letter(hostile, false, Map.of()));
        assertThat(verdict.readable()).isTrue();
        assertThat(verdict.letter()).isNull();
        Verdict twice = inspect(letter(
                "<x xmlns:l=\"https://desk-pemilu.id/ns/letter/\" l:letter=\"" + LETTER + "\"><l:letter>" + LETTER
                        + "</l:letter></x>",
                false,
                Map.of()));
        assertThat(twice.letter()).as("said twice").isNull();
    }

    @Test
    void a_locked_pdf_is_not_read() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(letter())) {
            document.protect(new StandardProtectionPolicy("pemilik", "", new AccessPermission()));
            document.save(out);
        }
        assertThat(inspect(out.toByteArray()).readable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%PDF-1.7",
                "<html>%PDF</html>",
                "%PDF-1.7\nxref\n0 99999999\ntrailer<<>>\nstartxref\n9\n%%EOF"
            })
    void what_is_no_pdf_is_not_readable(String content) {
        assertThat(inspect(content.getBytes(StandardCharsets.US_ASCII)).readable())
                .isFalse();
    }

    @Test
    @Timeout(20)
    void a_table_of_objects_that_unpacks_to_half_a_gigabyte_is_not_unpacked() throws IOException {
        byte[] bomb = deflated(512);
        long before = allocated();
        assertThat(inspect(xrefStream(bomb, "/Filter /FlateDecode /W [1 4 2]")).readable())
                .isFalse();
        assertThat(inspect(xrefStream(deflatedOf(bomb), "/Filter [/FlateDecode /FlateDecode] /W [1 4 2]"))
                        .readable())
                .isFalse();
        assertThat(inspect(xrefStream(
                                deflated(1),
                                "/Filter /FlateDecode /W [1 4 2] /DecodeParms << /Predictor 12 /Columns 2000000000 >>"))
                        .readable())
                .isFalse();
        assertThat(allocated() - before).isLessThan(100_000_000);
    }

    @Test
    @Timeout(30)
    void a_million_brackets_or_fields_do_not_stop_it() {
        long before = allocated();
        for (String fields : List.of(
                "[".repeat(1_000_000),
                "[" + "<<>>".repeat(3_000_000) + "]", // 12 MB
                "[" + "<</T(a)>>".repeat(20_000) + "]",
                "<< /Kids ".repeat(100_000))) {
            assertThat(inspect(classic(fields)).signatures()).isEmpty();
        }
        assertThat(allocated() - before).isLessThan(1_500_000_000);
        assertThat(inspect(classic("[ 3 0 R 3 0 R ]")).readable())
                .as("a circle")
                .isTrue();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private static byte[] deflated(int megabytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                deflater.write(zeros);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] deflatedOf(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] xrefStream(byte[] content, String entries) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 3 /Root 2 0 R " + entries + " /Length "
                        + content.length + " >>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(content);
        pdf.writeBytes("\nendstream\nendobj\nstartxref\n9\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    /** A file with a form whose fields are these. */
    private static byte[] classic(String fields) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        int catalogue = pdf.length();
        pdf.append("1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields 3 0 R >> >>\nendobj\n");
        int pages = pdf.length();
        pdf.append("2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n");
        int list = pdf.length();
        pdf.append("3 0 obj\n").append(fields).append("\nendobj\n");
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000000 65535 f \n");
        for (int place : new int[] {catalogue, pages, list}) {
            pdf.append("%010d 00000 n \n".formatted(place));
        }
        pdf.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
