package id.deskpemilu.dispatch.signature;

import static id.deskpemilu.dispatch.signature.KeyMother.AGENCY;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCK;
import static id.deskpemilu.dispatch.signature.KeyMother.NOW;
import static id.deskpemilu.dispatch.signature.KeyMother.OFFICIAL;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.paper.LetterDocument;
import id.deskpemilu.dispatch.paper.PaperMother;
import id.deskpemilu.dispatch.paper.Printed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real letters, printed, signed twice and judged: the largest one too. */
class SignedLetterTest {

    @Test
    void the_largest_letter_keeps_its_form_and_is_checked_in_a_moment() throws Exception {
        LetterDocument document = PaperMother.large().document();
        Printed printed = PaperMother.paper().print(document);
        byte[] once = sign(AGENCY, printed.pdf(), printed.box());
        byte[] twice = sign(OFFICIAL, once, printed.box());
        Inspector inspector = new Inspector(TrustList.of(List.of(AGENCY.certificate(), OFFICIAL.certificate())), CLOCK);

        long began = System.nanoTime();
        Verdict verdict = inspector.inspect(twice);
        Duration took = Duration.ofNanos(System.nanoTime() - began);

        assertThat(verdict.isTrusted()).isTrue();
        assertThat(verdict.signatures()).hasSize(2);
        assertThat(verdict.letter()).isEqualTo(PaperMother.LETTER);
        assertThat(verdict.snapshot()).isEqualTo(document.frozen().json());
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(Judges.pdfA(once)).isEmpty();
        assertThat(Judges.pdfA(twice)).isEmpty();
    }

    @Test
    void a_flash_report_passes_before_the_other_judges() throws Exception {
        Printed printed =
                PaperMother.paper().print(PaperMother.regency().flash().document());
        byte[] signed = sign(AGENCY, printed.pdf(), printed.box());
        assertThat(Judges.dss(signed, AGENCY)).containsExactly("TOTAL_PASSED PAdES-BASELINE-B");
        assertThat(Judges.pdfsig(signed)).containsExactly("Total document signed", "Signature is Valid.");
    }

    private static byte[] sign(AgencyKey key, byte[] pdf, SignatureBox box) {
        return new KeyStoreSigner(() -> key, null)
                .sign(new SigningRequest(
                        PaperMother.LETTER,
                        pdf,
                        box,
                        "Drs. Uji, M.Si.",
                        "Laporan",
                        "Tirtasari",
                        NOW,
                        Credentials.none()));
    }
}
