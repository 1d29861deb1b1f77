package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The certificates that this desk believes, and what leads to them. Whether one was revoked is not asked. */
final class TrustList {

    /** Believes nobody. */
    static final TrustList NONE = new TrustList(List.of());

    private final List<X509Certificate> trusted;

    private TrustList(Collection<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Reads certificates in PEM.
     *
     * @param place a file, or a folder whose files end in .pem, .crt or .cer
     * @throws IOException if one cannot be read; its message names the file
     */
    static TrustList read(Path place) throws IOException {
        List<Path> files = List.of(place);
        if (Files.isDirectory(place)) {
            try (Stream<Path> found = Files.list(place)) {
                files = found.filter(file ->
                                file.getFileName().toString().toLowerCase().matches(".*\\.(pem|crt|cer)"))
                        .sorted()
                        .toList();
            }
        }
        List<X509Certificate> all = new ArrayList<>();
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
                    all.add((X509Certificate) one);
                }
            } catch (CertificateException e) {
                throw new IOException(file.toString(), e);
            }
        }
        return new TrustList(all);
    }

    static TrustList of(Collection<X509Certificate> trusted) {
        return new TrustList(trusted);
    }

    /** With one more. */
    TrustList and(X509Certificate certificate) {
        Set<X509Certificate> more = new HashSet<>(trusted);
        more.add(certificate);
        return new TrustList(more);
    }

    boolean isEmpty() {
        return trusted.isEmpty();
    }

    /**
     * Whose word a certificate rests on.
     *
     * @param others certificates that came with it
     * @param at the moment for which it is asked
     */
    Verdict.Trust judge(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        if (leadsTo(certificate, others, at)) {
            return Verdict.Trust.TRUSTED;
        }
        return SelfMade.isMarked(certificate) ? Verdict.Trust.SELF_MADE : Verdict.Trust.UNKNOWN;
    }

    private boolean leadsTo(X509Certificate certificate, Collection<X509Certificate> others, Instant at) {
        if (trusted.contains(certificate)) {
            return Certificates.isInForce(certificate, at);
        }
        if (trusted.isEmpty()) {
            return false;
        }
        try {
            Set<TrustAnchor> anchors = new HashSet<>();
            trusted.forEach(one -> anchors.add(new TrustAnchor(one, null)));
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(certificate);
            PKIXBuilderParameters question = new PKIXBuilderParameters(anchors, leaf);
            List<X509Certificate> store = new ArrayList<>(others);
            store.add(certificate);
            question.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(store)));
            question.setRevocationEnabled(false);
            question.setDate(Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(question);
            return true;
        } catch (GeneralSecurityException noWay) {
            return false;
        }
    }
}
