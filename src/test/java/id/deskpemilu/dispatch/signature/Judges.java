package id.deskpemilu.dispatch.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Programs of others that say what a signed file is worth. */
public final class Judges {

    private static final DssJudge DSS = DssJudge.apart();

    private Judges() {}

    /** What DSS says of each signature, the first one first: {@code TOTAL_PASSED PAdES-BASELINE-B}. */
    static List<String> dss(byte[] pdf, AgencyKey... trusted) {
        return dss(pdf, Arrays.stream(trusted).map(AgencyKey::certificate).toList());
    }

    /** The same, for certificates that are trusted. */
    public static List<String> dss(byte[] pdf, List<X509Certificate> trusted) {
        try {
            return DSS.judge(pdf, trusted.stream().map(Judges::encoded).toList().toArray(byte[][]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The lines of pdfsig about the signatures' worth; the test is skipped where there is no pdfsig. */
    public static List<String> pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.createTempFile("letter", ".pdf");
        try {
            Files.write(file, pdf);
            Process process;
            try {
                process = new ProcessBuilder("pdfsig", file.toString())
                        .redirectErrorStream(true)
                        .start();
            } catch (IOException absent) {
                Assumptions.abort("pdfsig is not installed");
                return List.of();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.lines()
                    .filter(line -> line.contains("Signature Validation:") || line.contains("document signed"))
                    .map(line -> line.replaceAll(".*Signature Validation: ", "")
                            .replaceFirst("^\\s*- ", "")
                            .strip())
                    .toList();
        } finally {
            Files.delete(file);
        }
    }

    /** What breaks PDF/A-3b. */
    public static List<String> pdfA(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B)) {
            ValidationResult result = Foundries.defaultInstance()
                    .createValidator(PDFAFlavour.PDFA_3_B, false)
                    .validate(parser);
            return result.getTestAssertions().stream()
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
