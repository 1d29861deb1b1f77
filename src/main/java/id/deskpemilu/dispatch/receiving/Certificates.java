package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what an administrator enters for a certificate. */
public final class Certificates {

    private static final String PEM = "-----BEGIN CERTIFICATE-----";

    private Certificates() {}

    /**
     * The SHA-256 of the certificate, 64 hexadecimal digits in lower case.
     *
     * @param text the certificate as PEM, or its fingerprint with or without colons; nothing for none
     * @throws Refusal {@code CERTIFICATE_INVALID}
     */
    public static @Nullable String fingerprint(String text) {
        String entered = text.strip();
        if (entered.isEmpty()) {
            return null;
        }
        if (entered.contains(PEM)) {
            return ofPem(entered.substring(entered.indexOf(PEM)));
        }
        String digits = entered.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{64}")) {
            throw Refusal.invalid("CERTIFICATE_INVALID");
        }
        return digits;
    }

    private static String ofPem(String pem) {
        try {
            byte[] certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .getEncoded();
            return Sha256.of(certificate);
        } catch (CertificateException e) {
            throw Refusal.invalid("CERTIFICATE_INVALID");
        }
    }
}
