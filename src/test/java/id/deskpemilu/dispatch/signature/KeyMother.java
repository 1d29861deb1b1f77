package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys of people and offices that there are not. */
final class KeyMother {

    /** The evening of the tests; the clocks of other judges cannot be set, so that it is now. */
    static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final AgencyKey ROOT = make("RSA", 2048, "CN=Induk Uji,O=BSrE Uji,C=ID", null, Kind.AUTHORITY, NOW);
    static final AgencyKey AGENCY = make("RSA", 2048, "CN=Bakesbangpol Uji,O=Pemkab Uji,C=ID", ROOT, Kind.PERSON, NOW);
    static final AgencyKey OFFICIAL = make("EC", 256, "CN=Drs. Uji\\, M.Si.,O=Pemkab Uji,C=ID", null, Kind.PERSON, NOW);
    static final AgencyKey STRANGER = make("RSA", 2048, "CN=Orang Lain,C=ID", null, Kind.PERSON, NOW);
    static final AgencyKey CLOCKMAKER = make("RSA", 2048, "CN=Jam Uji,C=ID", null, Kind.CLOCK, NOW);

    enum Kind {
        AUTHORITY,
        PERSON,
        CLOCK
    }

    private KeyMother() {}

    /** A key with a certificate of two years around a moment. */
    static AgencyKey make(String algorithm, int bits, String name, AgencyKey issuer, Kind kind, Instant around) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            PrivateKey signs = issuer == null ? pair.getPrivate() : issuer.key();
            X500Name from = issuer == null ? new X500Name(name) : Names.subject(issuer.certificate());
            JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    from,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(around.minus(Duration.ofDays(365))),
                    Date.from(around.plus(Duration.ofDays(365))),
                    new X500Name(name),
                    pair.getPublic());
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(kind == Kind.AUTHORITY));
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            kind == Kind.AUTHORITY
                                    ? KeyUsage.keyCertSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            if (kind == Kind.CLOCK) {
                certificate.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            String with = signs.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(SelfMade.certificate(certificate
                    .build(new JcaContentSignerBuilder(with).build(signs))
                    .getEncoded()));
            if (issuer != null) {
                chain.addAll(issuer.chain());
            }
            return new AgencyKey(pair.getPrivate(), chain, false);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Path pem(Path folder, AgencyKey key) throws Exception {
        Path file = Files.createTempFile(folder, "trusted", ".pem");
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(key.certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    static Path pkcs12(Path folder, AgencyKey key, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("desk", key.key(), password.toCharArray(), key.chain().toArray(X509Certificate[]::new));
        Path file = folder.resolve("key.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    static SignatureSettings settings(SignatureSettings.Pkcs12 pkcs12, String trusted) {
        return new SignatureSettings(
                "Pemkab Uji",
                SignatureSettings.Kind.PKCS12,
                pkcs12,
                "",
                trusted,
                new SignatureSettings.Bsre(
                        "", "", "", Duration.ofSeconds(2), SignatureSettings.Appearance.INVISIBLE, ""));
    }
}
