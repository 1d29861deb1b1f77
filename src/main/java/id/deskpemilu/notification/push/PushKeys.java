package id.deskpemilu.notification.push;

import id.deskpemilu.notification.MessageSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key pair by which push services know this desk (VAPID, RFC 8292). A browser's permission is bound to it: with another
 * pair every person has to allow pushes again. It comes from the settings, or is made once and kept in the database.
 */
@Component
public class PushKeys {

    private static final Duration VALID = Duration.ofHours(12); // a service accepts 24
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final MessageSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Pair pair;

    PushKeys(MessageSettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Pair(String publicKey, ECPrivateKey privateKey) {

        static Pair of(String publicKey, String privateKey) {
            P256.publicKey(decode(publicKey)); // it is one
            return new Pair(publicKey, P256.privateKey(decode(privateKey)));
        }
    }

    /** The public key as browsers take it: 65 bytes in base64url. */
    public String publicKey() {
        return pair().publicKey();
    }

    /**
     * The header by which a push service knows who sends.
     *
     * @param origin scheme and host of the service
     */
    String authorization(String origin) {
        long until = clock.instant().plus(VALID).getEpochSecond();
        String claims = "{\"aud\":\"" + origin + "\",\"exp\":" + until + contact() + "}";
        String signed = encode("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair().privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + BASE64.encodeToString(signature.sign()) + ", k=" + publicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no ES256", e);
        }
    }

    private String contact() {
        String contact = settings.push().contact();
        if (contact.isEmpty() && settings.address().startsWith("https://")) {
            contact = settings.address();
        }
        return contact.isEmpty() ? "" : ",\"sub\":\"" + contact + "\"";
    }

    private Pair pair() {
        Pair known = pair;
        if (known == null) {
            MessageSettings.Push push = settings.push();
            known = push.publicKey().isEmpty() ? kept() : Pair.of(push.publicKey(), push.privateKey());
            pair = known;
        }
        return known;
    }

    /** However many nodes ask first, one pair is kept. */
    private Pair kept() {
        KeyPair fresh = P256.newPair();
        jdbc.sql("""
                        insert into desk.push_key (public_key, private_key, made_at)
                        select ?, ?, ? where not exists (select from desk.push_key) on conflict do nothing
                        """)
                .params(
                        BASE64.encodeToString(P256.bytes((ECPublicKey) fresh.getPublic())),
                        BASE64.encodeToString(P256.bytes((ECPrivateKey) fresh.getPrivate())),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
        return jdbc.sql("select public_key, private_key from desk.push_key")
                .query((row, n) -> Pair.of(row.getString("public_key"), row.getString("private_key")))
                .single();
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads base64url, with or without padding. */
    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text.strip());
    }
}
