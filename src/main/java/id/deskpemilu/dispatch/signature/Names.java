package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Sha256;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/** What certificates are called. */
final class Names {

    private Names() {}

    /** The words of a kind in a name; null if it has none. */
    static @Nullable String of(X500Name name, ASN1ObjectIdentifier kind) {
        RDN[] found = name.getRDNs(kind);
        if (found.length == 0) {
            return null;
        }
        ASN1Encodable value = found[0].getTypesAndValues()[0].getValue();
        return value instanceof ASN1String words ? words.getString() : value.toString();
    }

    /** What a person calls it: its common name, or all of it where it has none. */
    static String common(X500Name name) {
        String words = of(name, BCStyle.CN);
        return words == null ? name.toString() : words;
    }

    static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    static X500Name issuer(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
    }

    /** The SHA-256 of the certificate, 64 hexadecimal digits in lower case. */
    static String hash(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read from bytes", e);
        }
    }
}
