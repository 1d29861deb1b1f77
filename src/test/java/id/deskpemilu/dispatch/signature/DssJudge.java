package id.deskpemilu.dispatch.signature;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The European Commission's judge of signatures, with the release of Bouncy Castle that it was made for: newer ones refuse
 * the zeros that fill up the place of a signature in a PDF, and this judge does not take them away. It runs beside the
 * desk's classes, in a class loader of its own, and both speak in bytes and words.
 */
public final class DssJudge {

    private static final Path LIBRARY = Path.of("target", "judge");

    private final Method judge;

    private DssJudge(Method judge) {
        this.judge = judge;
    }

    /** The judge in a class loader of its own. */
    static DssJudge apart() {
        try {
            List<URL> path = new ArrayList<>();
            try (Stream<Path> files = Files.list(LIBRARY)) {
                for (Path file : files.sorted().toList()) {
                    path.add(file.toUri().toURL());
                }
            }
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (!Path.of(entry).getFileName().toString().matches("bc(prov|pkix|util)-.*")) {
                    path.add(Path.of(entry).toUri().toURL());
                }
            }
            ClassLoader apart =
                    new URLClassLoader("judge", path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
            return new DssJudge(
                    apart.loadClass(DssJudge.class.getName()).getMethod("judged", byte[].class, byte[][].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it says of each signature, the first one first: {@code TOTAL_PASSED PAdES-BASELINE-B}. */
    List<String> judge(byte[] pdf, byte[][] trusted) throws ReflectiveOperationException {
        Thread here = Thread.currentThread();
        ClassLoader ours = here.getContextClassLoader();
        here.setContextClassLoader(judge.getDeclaringClass().getClassLoader()); // where it looks for its parts
        try {
            return Arrays.asList((String[]) judge.invoke(null, pdf, trusted));
        } finally {
            here.setContextClassLoader(ours);
        }
    }

    /** The same on this side of the class loader. */
    public static String[] judged(byte[] pdf, byte[][] trusted) {
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        for (byte[] certificate : trusted) {
            CertificateToken token = DSSUtils.loadCertificate(certificate);
            source.addCertificate(token);
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.addTrustedCertSources(source);
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(verifier);
        SimpleReport report = validator.validateDocument().getSimpleReport();
        return report.getSignatureIdList().stream()
                .map(id -> report.getIndication(id) + " " + report.getSignatureFormat(id))
                .toArray(String[]::new);
    }
}
