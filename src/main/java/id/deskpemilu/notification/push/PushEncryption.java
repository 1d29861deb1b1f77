package id.deskpemilu.notification.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message so that the browser can read it and the push service cannot (RFC 8291, content coding aes128gcm). */
final class PushEncryption {

    /** What a message may hold at most, in bytes: the services take 4,096 with everything around it. */
    static final int MOST_BYTES = 3_900;

    private static final int RECORD = 4_096;
    private static final int SALT = 16;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {}

    /**
     * Encrypts with a key pair and a salt of this message's own.
     *
     * @param browser the browser's public key
     * @param secret what it shares with us, 16 bytes
     * @throws IllegalArgumentException if the message is too long
     */
    static byte[] encrypt(byte[] message, ECPublicKey browser, byte[] secret) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return encrypt(message, browser, secret, P256.newPair(), salt);
    }

    static byte[] encrypt(byte[] message, ECPublicKey browser, byte[] secret, KeyPair own, byte[] salt) {
        if (message.length > MOST_BYTES) {
            throw new IllegalArgumentException("a push holds at most " + MOST_BYTES + " bytes");
        }
        try {
            byte[] ownPublic = P256.bytes((ECPublicKey) own.getPublic());
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init((ECPrivateKey) own.getPrivate());
            agreement.doPhase(browser, true);
            byte[] shared = hmac(
                    hmac(secret, agreement.generateSecret()),
                    join(ascii("WebPush: info"), new byte[1], P256.bytes(browser), ownPublic, new byte[] {1}));
            byte[] derived = hmac(salt, shared);
            byte[] key = Arrays.copyOf(hmac(derived, info("aes128gcm")), KEY);
            byte[] nonce = Arrays.copyOf(hmac(derived, info("nonce")), NONCE);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(join(message, new byte[] {LAST_RECORD}));
            return join(
                    salt,
                    ByteBuffer.allocate(Integer.BYTES).putInt(RECORD).array(),
                    new byte[] {(byte) ownPublic.length},
                    ownPublic,
                    sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks what a push needs", e);
        }
    }

    private static byte[] info(String purpose) {
        return join(ascii("Content-Encoding: " + purpose), new byte[] {0, 1});
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
