package id.deskpemilu.dispatch.signature;

import static id.deskpemilu.dispatch.signature.KeyMother.AGENCY;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCK;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCKMAKER;
import static id.deskpemilu.dispatch.signature.KeyMother.NOW;
import static id.deskpemilu.dispatch.signature.KeyMother.OFFICIAL;
import static id.deskpemilu.dispatch.signature.PdfMother.letter;
import static id.deskpemilu.dispatch.signature.PdfMother.request;
import static id.deskpemilu.dispatch.signature.PdfMother.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agency's key signs, by the word of judges that are not us: DSS, pdfsig, veraPDF. */
class KeyStoreSignerTest {

    private static final Inspector TRUSTING =
            new Inspector(TrustList.of(List.of(AGENCY.certificate(), CLOCKMAKER.certificate())), CLOCK);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_signed_letter_passes_before_all_judges(boolean compressed) throws Exception {
        byte[] plain = letter(
                PdfMother.marks(PdfMother.LETTER.toString(), Sha256.of(PdfMother.SNAPSHOT)),
                compressed,
                Map.of("cuplikan.json", PdfMother.SNAPSHOT));
        assertThat(Judges.pdfA(plain)).isEmpty();

        byte[] pdf = signed(AGENCY, plain);

        assertThat(pdf).startsWith(plain);
        assertThat(Judges.dss(pdf, AGENCY)).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(Judges.pdfA(pdf)).isEmpty();
        Verdict verdict = TRUSTING.inspect(pdf);
        assertThat(verdict.isTrusted()).isTrue();
        assertThat(verdict.letter()).isEqualTo(PdfMother.LETTER);
        assertThat(verdict.snapshot()).isEqualTo(PdfMother.SNAPSHOT);
        assertThat(verdict.signatures())
                .containsExactly(new Verdict.Signature(
                        "Bakesbangpol Uji",
                        "Pemkab Uji",
                        "Induk Uji",
                        NOW,
                        false,
                        true,
                        true,
                        true,
                        Verdict.Trust.TRUSTED,
                        Names.hash(AGENCY.certificate())));
        assertThat(Judges.pdfsig(pdf)).containsExactly("Total document signed", "Signature is Valid.");
    }

    @Test
    void a_key_on_a_curve_signs_too() throws Exception {
        byte[] pdf = signed(OFFICIAL, letter());
        assertThat(Judges.dss(pdf, OFFICIAL)).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(TRUSTING.inspect(pdf).isIntact()).isTrue();
        assertThat(TRUSTING.inspect(pdf).signatures().get(0).signer()).isEqualTo("Drs. Uji, M.Si.");
    }

    @Test
    void a_timestamp_makes_it_level_T_and_gives_the_time() throws Exception {
        Instant stamped = NOW.minusSeconds(90);
        try (StubClock clock = new StubClock(CLOCKMAKER, stamped)) {
            KeyStoreSigner signer = new KeyStoreSigner(() -> AGENCY, new TimestampServer(clock.address()));
            byte[] pdf = signer.sign(request(letter()));
            assertThat(Judges.dss(pdf, AGENCY, CLOCKMAKER)).containsExactly("TOTAL_PASSED PAdES-BASELINE-T");
            Verdict.Signature trusting = TRUSTING.inspect(pdf).signatures().get(0);
            assertThat(trusting.timestamped()).isTrue();
            assertThat(trusting.at()).isEqualTo(stamped);
            Verdict.Signature elsewhere = new Inspector(TrustList.NONE, CLOCK)
                    .inspect(pdf)
                    .signatures()
                    .get(0);
            assertThat(elsewhere.isGood()).isTrue();
            assertThat(elsewhere.timestamped()).as("a clock that nobody knows").isFalse();
            assertThat(elsewhere.at()).isEqualTo(NOW);
            assertThat(Judges.pdfA(pdf)).isEmpty();
            assertThat(Judges.pdfsig(pdf)).containsExactly("Total document signed", "Signature is Valid.");
        }
    }

    @Test
    void without_the_timestamp_that_is_asked_for_nothing_is_signed() throws Exception {
        try (StubClock clock = new StubClock(CLOCKMAKER, NOW)) {
            KeyStoreSigner signer = new KeyStoreSigner(() -> AGENCY, new TimestampServer(clock.address()));
            for (StubClock.Mood mood : List.of(StubClock.Mood.DOWN, StubClock.Mood.ABOUT_ANOTHER)) {
                clock.mood = mood;
                assertThatThrownBy(() -> signer.sign(request(letter())))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("TIMESTAMP_FAILED"));
            }
            String address = clock.address();
            clock.close();
            assertThatThrownBy(() ->
                            new KeyStoreSigner(() -> AGENCY, new TimestampServer(address)).sign(request(letter())))
                    .hasMessage("TIMESTAMP_FAILED");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_second_signature_is_appended_and_leaves_the_first_as_it_was(boolean compressed) throws Exception {
        byte[] once = signed(
                AGENCY,
                letter(
                        PdfMother.marks(PdfMother.LETTER.toString(), Sha256.of(PdfMother.SNAPSHOT)),
                        compressed,
                        Map.of("cuplikan.json", PdfMother.SNAPSHOT)));
        byte[] twice = signed(OFFICIAL, once);

        assertThat(twice).startsWith(once);
        assertThat(Judges.dss(twice, AGENCY, OFFICIAL))
                .containsExactly("TOTAL_PASSED PAdES-BASELINE-B", "TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(TRUSTING.inspect(twice).signatures())
                .hasSize(2)
                .allMatch(Verdict.Signature::isGood)
                .extracting(Verdict.Signature::signer)
                .containsExactly("Bakesbangpol Uji", "Drs. Uji, M.Si.");
        assertThat(Judges.pdfA(twice)).isEmpty();
        assertThat(Judges.pdfsig(twice))
                .filteredOn(line -> line.equals("Signature is Valid."))
                .hasSize(2);
    }

    @Test
    void one_changed_byte_is_broken_for_all_judges() throws Exception {
        byte[] plain = letter();
        byte[] pdf = signed(AGENCY, plain);
        int place = new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("595.27");
        pdf[place] = '6'; // a wider page
        assertThat(Judges.dss(pdf, AGENCY)).containsExactly("TOTAL_FAILED PAdES-BASELINE-B");
        Verdict verdict = TRUSTING.inspect(pdf);
        assertThat(verdict.readable()).isTrue();
        assertThat(verdict.signatures().get(0).intact()).isFalse();
        assertThat(verdict.isIntact()).isFalse();
        assertThat(Judges.pdfsig(pdf)).contains("Digest Mismatch.");
    }

    @Test
    void what_is_asked_stands_in_the_signature_and_its_field_draws_nothing() throws Exception {
        try (PDDocument document = Loader.loadPDF(signed(AGENCY, letter()))) {
            PDSignature signature = document.getSignatureDictionaries().get(0);
            assertThat(signature.getName()).isEqualTo("Drs. Uji, M.Si.");
            assertThat(signature.getReason()).isEqualTo("Laporan pukul 18.00");
            assertThat(signature.getLocation()).isEqualTo("Jombang");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(NOW);
            var widget = document.getSignatureFields().get(0).getWidgets().get(0);
            assertThat(widget.getRectangle().getLowerLeftX()).isEqualTo(320);
            assertThat(widget.getRectangle().getWidth()).isEqualTo(200);
            assertThat(widget.isPrinted()).isTrue();
            assertThat(widget.getNormalAppearanceStream().getCOSObject().getLength())
                    .isZero();
        }
    }

    @Test
    void the_desks_own_key_says_in_its_name_that_it_is_worth_nothing() throws Exception {
        AgencyKey own = SelfMade.make("Bakesbangpol Kabupaten Jombang", NOW);
        KeyStoreSigner signer = new KeyStoreSigner(() -> own, null);
        assertThat(signer.isSelfMade()).isTrue();
        assertThat(signer.asksForCredentials()).isFalse();
        assertThat(own.certificate().getSubjectX500Principal().getName()).contains("SIMULASI – tidak berlaku");
        byte[] pdf = signer.sign(request(letter()));
        assertThat(Judges.dss(pdf, own)).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        Verdict verdict = TRUSTING.inspect(pdf);
        assertThat(verdict.isIntact()).isTrue();
        assertThat(verdict.isTrusted()).isFalse();
        assertThat(verdict.signatures().get(0).trust()).isEqualTo(Verdict.Trust.SELF_MADE);
        assertThat(Arrays.equals(pdf, signer.sign(request(letter())))).isFalse();
    }

    @Test
    void a_key_file_is_read_with_its_chain(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        String file = KeyMother.pkcs12(folder, AGENCY, "rahasia").toString();
        AgencyKey read = AgencyKey.read(new SignatureSettings.Pkcs12(file, "rahasia", ""));
        assertThat(read.chain()).isEqualTo(AGENCY.chain());
        assertThat(read.selfMade()).isFalse();
        assertThatThrownBy(() -> AgencyKey.read(new SignatureSettings.Pkcs12(file, "salah", "")))
                .isInstanceOf(java.io.IOException.class);
        assertThatThrownBy(() -> AgencyKey.read(new SignatureSettings.Pkcs12(file, "rahasia", "lain")))
                .isInstanceOf(java.security.GeneralSecurityException.class);
        assertThat(new SignatureSettings.Pkcs12(file, "rahasia", "").toString()).doesNotContain("rahasia");
    }
}
