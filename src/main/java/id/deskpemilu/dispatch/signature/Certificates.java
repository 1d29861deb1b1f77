package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;

/** What certificates say. */
final class Certificates {

    /** A signature brings its own and those of who issued it; more are not looked at. */
    private static final int MOST = 32;

    private static final int FEWEST_RSA_BITS = 2048;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private Certificates() {}

    static Instant from(X509Certificate certificate) {
        return Asn1Time.of(parsed(certificate).getStartDate());
    }

    static Instant until(X509Certificate certificate) {
        return Asn1Time.of(parsed(certificate).getEndDate());
    }

    static boolean isInForce(X509Certificate certificate, Instant at) {
        return !at.isBefore(from(certificate)) && !at.isAfter(until(certificate));
    }

    /** Whether its key is long enough and is meant for signing. */
    static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        boolean meant = usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
        boolean weak = certificate.getPublicKey() instanceof RSAKey rsa
                && rsa.getModulus().bitLength() < FEWEST_RSA_BITS;
        return meant && !weak;
    }

    /** Those that a message brings. */
    static List<X509Certificate> of(CMSSignedData message) throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        try {
            for (X509CertificateHolder holder : message.getCertificates().getMatches(null).stream()
                    .limit(MOST)
                    .toList()) {
                all.add(SelfMade.certificate(holder.getEncoded()));
            }
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return all;
    }

    private static Certificate parsed(X509Certificate certificate) {
        try {
            return Certificate.getInstance(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read from bytes", e);
        }
    }
}
