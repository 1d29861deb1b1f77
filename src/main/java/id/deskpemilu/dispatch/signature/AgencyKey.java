package id.deskpemilu.dispatch.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A key of the agency with its certificates.
 *
 * @param key the private key
 * @param chain its certificate first, then those of who issued it
 * @param selfMade whether the desk made it itself
 */
record AgencyKey(PrivateKey key, List<X509Certificate> chain, boolean selfMade) {

    private static final int LARGER_THAN_P256 = 256;

    AgencyKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** How it signs; SHA-256 or better. */
    String algorithm() {
        if (key instanceof ECKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return bits > LARGER_THAN_P256 ? "SHA384withECDSA" : "SHA256withECDSA";
        }
        return "SHA256withRSA";
    }

    /**
     * Reads a key file.
     *
     * @throws GeneralSecurityException if there is no such key in it
     * @throws IOException if it cannot be read, or the password is wrong
     */
    static AgencyKey read(SignatureSettings.Pkcs12 settings) throws GeneralSecurityException, IOException {
        char[] password = settings.password().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(Path.of(settings.file()))) {
            store.load(file, password);
        }
        List<String> names = settings.alias().isEmpty() ? Collections.list(store.aliases()) : List.of(settings.alias());
        for (String name : names) {
            Key key = store.isKeyEntry(name) ? store.getKey(name, password) : null;
            if (key instanceof PrivateKey secret) {
                List<X509Certificate> chain = new ArrayList<>();
                for (Certificate certificate : store.getCertificateChain(name)) {
                    chain.add((X509Certificate) certificate);
                }
                return new AgencyKey(secret, chain, SelfMade.isMarked(chain.get(0)));
            }
        }
        throw new GeneralSecurityException("no private key in the file");
    }
}
