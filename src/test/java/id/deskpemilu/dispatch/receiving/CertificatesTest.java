package id.deskpemilu.dispatch.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.dispatch.signature.SealMother;
import id.deskpemilu.shared.Refusal;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates as administrators enter them. */
class CertificatesTest {

    @Test
    void a_pem_file_and_its_fingerprint_in_any_spelling_are_the_same(@TempDir Path folder) throws Exception {
        Seal seal = SealMother.seal(folder);
        String hash = seal.certificateHash();
        assertThat(Certificates.fingerprint(seal.certificate())).isEqualTo(hash);
        assertThat(Certificates.fingerprint("Bag Attributes\n  friendlyName: desk\n" + seal.certificate() + "\nlagi"))
                .isEqualTo(hash);
        assertThat(Certificates.fingerprint(" " + hash.toUpperCase(Locale.ROOT) + "\n"))
                .isEqualTo(hash);
        assertThat(Certificates.fingerprint(hash.replaceAll("(..)(?!$)", "$1:")))
                .isEqualTo(hash);
        assertThat(Certificates.fingerprint("  \n")).as("none is entered").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bukan sertifikat",
                "abc123",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\né♥\n-----END CERTIFICATE-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void anything_else_is_refused(String entered) {
        assertThatThrownBy(() -> Certificates.fingerprint(entered))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("CERTIFICATE_INVALID"));
    }
}
