package id.deskpemilu.dispatch.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key for rehearsals that nobody vouches for; every certificate of it says so. */
final class SelfMade {

    /** Stands in the subject of every such certificate. */
    static final String MARK = "SIMULASI – tidak berlaku";

    private static final int BITS = 3072;
    private static final int SERIAL_BITS = 127;
    private static final Duration VALID = Duration.ofDays(3650);
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private SelfMade() {}

    /** A fresh one; it takes a second. */
    static AgencyKey make(String agency, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500NameBuilder()
                    .addRDN(BCStyle.C, "ID")
                    .addRDN(BCStyle.O, agency)
                    .addRDN(BCStyle.OU, MARK)
                    .addRDN(BCStyle.CN, agency)
                    .build();
            X509v3CertificateBuilder certificate = new X509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
                    Asn1Time.of(now.minus(CLOCKS_APART)),
                    Asn1Time.of(now.plus(VALID)),
                    name,
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            certificate.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            byte[] encoded = certificate
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                    .getEncoded();
            return new AgencyKey(pair.getPrivate(), List.of(certificate(encoded)), true);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java platform has no RSA", e);
        }
    }

    /** Reads a certificate. */
    static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** Whether a certificate says of itself that it was made so, and nobody else signed it. */
    static boolean isMarked(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        if (!MARK.equals(Names.of(subject, BCStyle.OU))
                || !certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException somebodyElse) {
            return false;
        }
    }
}
