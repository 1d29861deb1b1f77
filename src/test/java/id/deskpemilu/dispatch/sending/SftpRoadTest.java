package id.deskpemilu.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on a real SFTP server. */
class SftpRoadTest {

    private static final String NAME = "3517_20241127-1800_" + ParcelMother.NAME + ".pdf";

    @TempDir
    private Path files;

    private SshServer server;
    private KeyPair host;
    private KeyPair own;

    @BeforeEach
    void a_server() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        host = keys.generateKeyPair();
        own = keys.generateKeyPair();
        Files.createDirectory(files.resolve("masuk"));
        server = SshServer.setUpDefaultServer();
        server.setHost("localhost");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("desk") && password.equals("rahasia"));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("desk") && KeyUtils.compareKeys(key, own.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(files));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(true);
    }

    private String fingerprint() throws Exception {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, host.getPublic());
    }

    private Road.Outcome send(Parcel parcel, String password, String key, String hostKey) {
        return new SftpRoad(
                        new Receiver.Sftp("localhost", server.getPort(), "desk", password, key, "", hostKey, "masuk"),
                        ParcelMother.cover())
                .carry(parcel);
    }

    private List<String> there() throws Exception {
        try (Stream<Path> all = Files.list(files.resolve("masuk"))) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_letter_arrives_whole_under_its_name_and_once() throws Exception {
        for (int time = 0; time < 2; time++) {
            assertThat(send(ParcelMother.letter(), "rahasia", "", fingerprint()))
                    .isEqualTo(new Road.Outcome.Arrived("masuk/" + NAME, null, null));
            assertThat(there()).containsExactly(NAME);
        }
        assertThat(files.resolve("masuk").resolve(NAME)).hasBinaryContent(ParcelMother.PDF);
    }

    @Test
    void what_an_attempt_left_half_is_written_anew() throws Exception {
        Files.writeString(files.resolve("masuk").resolve(NAME + ".part"), "%PDF");
        Files.writeString(files.resolve("masuk").resolve(NAME), "%PD");
        assertThat(send(ParcelMother.letter(), "rahasia", "", fingerprint())).isInstanceOf(Road.Outcome.Arrived.class);
        assertThat(there()).containsExactly(NAME);
        assertThat(files.resolve("masuk").resolve(NAME)).hasBinaryContent(ParcelMother.PDF);
    }

    @Test
    void a_key_opens_it_too_and_the_server_may_be_named_by_its_own_key() throws Exception {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(own.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        String line = "localhost " + PublicKeyEntry.toString(host.getPublic());
        assertThat(send(ParcelMother.letter(), "", pem, line)).isInstanceOf(Road.Outcome.Arrived.class);
    }

    @Test
    void a_withdrawal_lies_beside_its_letter() throws Exception {
        send(ParcelMother.letter(), "rahasia", "", fingerprint());
        assertThat(send(ParcelMother.withdrawal(), "rahasia", "", fingerprint()))
                .isInstanceOf(Road.Outcome.Arrived.class);
        assertThat(there()).hasSize(2);
        assertThat(files.resolve("masuk").resolve(NAME.replace(".pdf", "_DICABUT.txt")))
                .content()
                .contains("DICABUT", "angka keliru", ParcelMother.NAME.toString(), "[SIMULASI]");
    }

    @Test
    void another_server_gets_nothing_not_even_the_password() throws Exception {
        assertThat(send(ParcelMother.letter(), "rahasia", "", "SHA256:" + "A".repeat(43)))
                .isEqualTo(Road.Outcome.tryLater("HOST_KEY", null));
        assertThat(there()).isEmpty();
    }

    @Test
    void a_wrong_password_a_missing_folder_and_a_silent_server_are_told_apart() throws Exception {
        assertThat(send(ParcelMother.letter(), "lain", "", fingerprint()))
                .isEqualTo(Road.Outcome.tryLater("AUTHENTICATION", null));
        Files.delete(files.resolve("masuk"));
        assertThat(send(ParcelMother.letter(), "rahasia", "", fingerprint()))
                .isEqualTo(Road.Outcome.tryLater("SFTP_2", null));
        server.stop(true);
        assertThat(send(ParcelMother.letter(), "rahasia", "", "SHA256:" + "A".repeat(43)))
                .isEqualTo(Road.Outcome.tryLater("NO_CONNECTION", null));
    }

    @Test
    void what_is_no_key_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SftpRoad.fingerprint("bukan kunci"));
    }
}
