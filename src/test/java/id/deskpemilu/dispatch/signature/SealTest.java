package id.deskpemilu.dispatch.signature;

import static id.deskpemilu.dispatch.signature.KeyMother.AGENCY;
import static id.deskpemilu.dispatch.signature.KeyMother.CLOCK;
import static id.deskpemilu.dispatch.signature.KeyMother.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What desks seal for one another. */
class SealTest {

    private static final byte[] RECEIPT = "{\"letter\":\"x\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Seal desk(AgencyKey key, String trusted) throws Exception {
        SignatureSettings settings = KeyMother.settings(
                new SignatureSettings.Pkcs12(
                        KeyMother.pkcs12(folder, key, "rahasia").toString(), "rahasia", ""),
                trusted);
        AgencyKeys keys = new AgencyKeys(
                settings, JdbcClient.create(new SimpleDriverDataSource()), CLOCK, new DataSourceTransactionManager());
        keys.key();
        return new Seal(keys, new SignatureCheck(settings, keys, CLOCK), CLOCK);
    }

    @Test
    void another_desk_reads_what_was_sealed_and_by_whom() throws Exception {
        Seal province = desk(AGENCY, "");
        byte[] sealed = province.seal(RECEIPT);
        Path pem = KeyMother.pem(folder, KeyMother.ROOT);

        Seal.Opened opened = desk(STRANGER, pem.toString()).open(sealed);

        assertThat(opened.content()).isEqualTo(RECEIPT);
        assertThat(opened.signer()).isEqualTo("Bakesbangpol Uji");
        assertThat(opened.trust()).isEqualTo(Verdict.Trust.TRUSTED);
        assertThat(opened.certificateHash()).isEqualTo(Names.hash(AGENCY.certificate()));
        assertThat(desk(STRANGER, "").open(sealed).trust()).isEqualTo(Verdict.Trust.UNKNOWN);
        assertThat(province.open(sealed).trust()).as("its own").isEqualTo(Verdict.Trust.TRUSTED);
    }

    @Test
    void a_changed_seal_is_refused() throws Exception {
        Seal desk = desk(AGENCY, "");
        byte[] sealed = desk.seal(RECEIPT);
        int place = new String(sealed, StandardCharsets.ISO_8859_1).indexOf("letter");
        sealed[place] = 'L';
        assertThatThrownBy(() -> desk.open(sealed)).hasMessage("SEAL_BROKEN");
        for (String junk : new String[] {"", "{}", "0\u0080\u0080\u0080"}) {
            assertThatThrownBy(() -> desk.open(junk.getBytes(StandardCharsets.ISO_8859_1)))
                    .hasMessage("SEAL_BROKEN");
        }
        byte[] detached = SignedMessage.sign(AGENCY, RECEIPT, false, null);
        assertThatThrownBy(() -> desk.open(detached)).hasMessage("SEAL_BROKEN");
    }

    @Test
    void the_certificate_goes_to_another_desk_as_pem() throws Exception {
        byte[] pem = desk(AGENCY, "").certificate().getBytes(StandardCharsets.US_ASCII);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
                .isEqualTo(AGENCY.certificate());
    }
}
