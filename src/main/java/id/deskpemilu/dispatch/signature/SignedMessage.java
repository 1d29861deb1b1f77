package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * A signature as CMS has it (RFC 5652), with the attributes of CAdES that PAdES wants: the certificate is bound to it, and
 * the time of signing is not in it but in the PDF.
 *
 * @param certificate of who signed
 * @param others the certificates that came along
 * @param intact whether it was made with that certificate over that content, by means that are not broken
 * @param stamp the timestamp over it; null if it has none that can be read
 * @param content what it holds itself; null if the content lies elsewhere
 */
record SignedMessage(
        X509Certificate certificate,
        List<X509Certificate> others,
        boolean intact,
        @Nullable Stamp stamp,
        byte @Nullable [] content) {

    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());

    /**
     * A timestamp.
     *
     * @param at what it says
     * @param intact whether it is about this signature and was made with its certificate
     */
    record Stamp(X509Certificate certificate, List<X509Certificate> others, Instant at, boolean intact) {}

    /**
     * Signs.
     *
     * @param enclosed whether the content goes along
     * @param timestamps who stamps the signature; null for nobody
     */
    static byte[] sign(AgencyKey key, byte[] content, boolean enclosed, @Nullable TimestampServer timestamps) {
        try {
            byte[] hash = Sha256.digest(key.certificate().getEncoded());
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                    new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
            JcaSignerInfoGeneratorBuilder signer =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            DefaultSignedAttributeTableGenerator usual =
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
            signer.setSignedAttributeGenerator(parameters -> usual.getAttributes(parameters)
                    .remove(CMSAttributes.signingTime)
                    .remove(CMSAttributes.cmsAlgorithmProtect));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    signer.build(new JcaContentSignerBuilder(key.algorithm()).build(key.key()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            CMSSignedData signed = generator.generate(new CMSProcessableByteArray(content), enclosed);
            return (timestamps == null ? signed : stamped(signed, timestamps)).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("the agency's key does not sign", e);
        }
    }

    private static CMSSignedData stamped(CMSSignedData signed, TimestampServer timestamps) throws IOException {
        List<SignerInformation> stamped = new ArrayList<>();
        for (SignerInformation one : signed.getSignerInfos()) {
            ASN1EncodableVector attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(timestamps.stamp(one.getSignature())))));
            stamped.add(SignerInformation.replaceUnsignedAttributes(one, new AttributeTable(attributes)));
        }
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(stamped));
    }

    /**
     * Reads and checks a signature.
     *
     * @param content what was signed; null if the message holds it itself
     * @throws GeneralSecurityException if it is none with exactly one signer whose certificate is in it
     */
    static SignedMessage read(byte[] message, byte @Nullable [] content) throws GeneralSecurityException {
        try {
            CMSSignedData signed = content == null
                    ? new CMSSignedData(unpadded(message))
                    : new CMSSignedData(new CMSProcessableByteArray(content), unpadded(message));
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new GeneralSecurityException(signers.size() + " signers");
            }
            SignerInformation signer = signers.iterator().next();
            List<X509Certificate> all = Certificates.of(signed);
            X509Certificate certificate = of(signer, all);
            byte[] enclosed = signed.getSignedContent() != null
                            && signed.getSignedContent().getContent() instanceof byte[] bytes
                    ? bytes
                    : null;
            boolean intact = DIGESTS.contains(signer.getDigestAlgOID())
                    && Certificates.maySign(certificate)
                    && namesCertificate(signer, certificate)
                    && verifies(signer, certificate);
            return new SignedMessage(certificate, all, intact, stamp(signer), enclosed);
        } catch (CMSException
                | IOException
                | RuntimeException e) { // Bouncy Castle meets what it does not expect with many kinds
            throw new GeneralSecurityException(e);
        }
    }

    /** Reads and checks a timestamp that stands for itself, over a whole file. */
    static SignedMessage readStamp(byte[] message, byte[] content) throws GeneralSecurityException {
        try {
            Stamp stamp = stamp(new TimeStampToken(new CMSSignedData(unpadded(message))), content)
                    .orElseThrow(() -> new GeneralSecurityException("no certificate"));
            return new SignedMessage(stamp.certificate(), stamp.others(), stamp.intact(), stamp, null);
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The message without the zeros that fill up the place which a PDF keeps for it. */
    private static ContentInfo unpadded(byte[] message) throws IOException {
        try (ASN1InputStream source = new ASN1InputStream(message)) {
            ContentInfo first = ContentInfo.getInstance(source.readObject());
            for (int rest = source.read(); rest >= 0; rest = source.read()) {
                if (rest != 0) {
                    throw new IOException("more than one message");
                }
            }
            return first;
        }
    }

    private static X509Certificate of(SignerInformation signer, List<X509Certificate> all)
            throws GeneralSecurityException {
        for (X509Certificate one : all) {
            boolean same = one.getSerialNumber().equals(signer.getSID().getSerialNumber())
                    && Names.issuer(one).equals(signer.getSID().getIssuer());
            byte[] keyId = signer.getSID().getSubjectKeyIdentifier();
            byte[] ownId = one.getExtensionValue("2.5.29.14");
            boolean sameKey = keyId != null
                    && ownId != null
                    && ownId.length >= keyId.length
                    && Arrays.equals(Arrays.copyOfRange(ownId, ownId.length - keyId.length, ownId.length), keyId);
            if (same || sameKey) {
                return one;
            }
        }
        throw new GeneralSecurityException("the signer's certificate is not in the message");
    }

    /** With the key only: whether the certificate was in force is judged apart. */
    private static boolean verifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException changed) {
            return false;
        }
    }

    /** Where the signature names its certificate by hash, it must be this one. */
    private static boolean namesCertificate(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        AttributeTable signed = signer.getSignedAttributes();
        if (signed == null) {
            return false;
        }
        Attribute named = signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (named == null) {
            return true;
        }
        ESSCertIDv2[] certificates =
                SigningCertificateV2.getInstance(named.getAttributeValues()[0]).getCerts();
        AlgorithmIdentifier digest = certificates[0].getHashAlgorithm();
        return DIGESTS.contains(digest.getAlgorithm().getId())
                && Arrays.equals(
                        MessageDigest.getInstance(digest.getAlgorithm().getId()).digest(certificate.getEncoded()),
                        certificates[0].getCertHash());
    }

    private static @Nullable Stamp stamp(SignerInformation signer) {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        Attribute found = unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (found == null) {
            return null;
        }
        try {
            TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(found.getAttributeValues()[0]));
            return stamp(token, signer.getSignature()).orElse(null);
        } catch (TSPException | IOException | GeneralSecurityException | RuntimeException unreadable) {
            return null;
        }
    }

    private static Optional<Stamp> stamp(TimeStampToken token, byte[] content)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> all = Certificates.of(token.toCMSSignedData());
        for (X509Certificate one : all) {
            if (!one.getSerialNumber().equals(token.getSID().getSerialNumber())
                    || !Names.issuer(one).equals(token.getSID().getIssuer())) {
                continue;
            }
            String digest = token.getTimeStampInfo().getMessageImprintAlgOID().getId();
            boolean intact = DIGESTS.contains(digest)
                    && Arrays.equals(
                            MessageDigest.getInstance(digest).digest(content),
                            token.getTimeStampInfo().getMessageImprintDigest())
                    && verifies(token, one);
            String at = token.getTimeStampInfo().toASN1Structure().getGenTime().getTimeString();
            return Optional.of(new Stamp(one, all, Asn1Time.of(at), intact));
        }
        return Optional.empty();
    }

    private static boolean verifies(TimeStampToken token, X509Certificate certificate) {
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return true;
        } catch (TSPException | OperatorCreationException changed) {
            return false;
        }
    }
}
