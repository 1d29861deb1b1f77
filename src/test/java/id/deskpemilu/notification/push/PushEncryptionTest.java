package id.deskpemilu.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushEncryptionTest {

    @Test
    void the_example_of_rfc_8291_comes_out_byte_by_byte() {
        KeyPair own = new KeyPair(
                P256.publicKey(decode(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        ECPublicKey browser = P256.publicKey(
                decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"));
        byte[] sealed = PushEncryption.encrypt(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8),
                browser,
                decode("BTBZMqHH6r4Tts7J_aSIgg"),
                own,
                decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLoc"
                        + "InmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQex"
                        + "SgSxsj_Qulcy4a-fN");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3_900})
    void a_browser_reads_what_was_encrypted_for_it_and_no_other_does(int length) throws Exception {
        TestBrowser browser = new TestBrowser();
        String text = "x".repeat(length);
        byte[] sealed = encrypt(text, browser);
        assertThat(browser.read(sealed)).isEqualTo(text);
        assertThat(sealed.length).isLessThanOrEqualTo(4_096);
        assertThat(encrypt(text, browser)).as("a key and a salt of its own").isNotEqualTo(sealed);
        TestBrowser other = new TestBrowser();
        assertThatThrownBy(() -> other.read(sealed)).isInstanceOf(javax.crypto.AEADBadTagException.class);
    }

    private static byte[] encrypt(String text, TestBrowser browser) {
        return PushEncryption.encrypt(
                text.getBytes(StandardCharsets.UTF_8),
                P256.publicKey(decode(browser.p256dh())),
                decode(browser.auth()));
    }

    @Test
    void what_no_push_service_takes_is_not_encrypted() throws Exception {
        TestBrowser browser = new TestBrowser();
        assertThatThrownBy(() -> encrypt("x".repeat(3_901), browser)).hasMessage("a push holds at most 3900 bytes");
    }

    @Test
    void a_key_is_the_same_after_it_was_written_and_read() {
        for (int i = 0; i < 300; i++) { // one in 128 has a number with a leading zero
            KeyPair pair = P256.newPair();
            byte[] publicKey = P256.bytes((ECPublicKey) pair.getPublic());
            byte[] privateKey = P256.bytes((ECPrivateKey) pair.getPrivate());
            assertThat(publicKey).hasSize(65);
            assertThat(privateKey).hasSize(32);
            assertThat(P256.bytes(P256.publicKey(publicKey))).isEqualTo(publicKey);
            assertThat(P256.bytes(P256.privateKey(privateKey))).isEqualTo(privateKey);
        }
    }

    @Test
    void a_point_beside_the_curve_is_no_key() {
        byte[] point = P256.bytes((ECPublicKey) P256.newPair().getPublic());
        point[64] ^= 1;
        assertThatThrownBy(() -> P256.publicKey(point)).hasMessage("not a point of P-256");
        assertThatThrownBy(() -> P256.publicKey(new byte[65])).hasMessage("not an uncompressed point");
        assertThatThrownBy(() -> P256.publicKey(new byte[] {4})).hasMessage("not an uncompressed point");
        assertThatThrownBy(() -> P256.privateKey(new byte[32])).hasMessage("not a private key");
    }

    private static byte[] decode(String text) {
        return PushKeys.decode(text);
    }
}
