package id.deskpemilu.dispatch.sending;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.UserInfo;
import id.deskpemilu.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file on a server. The server is who its key says, or nothing is sent; a file has its name only once it is whole, and one
 * that is there already is not written again.
 */
final class SftpRoad implements Road {

    private static final int PATIENCE = 20_000; // milliseconds, for each answer
    private static final String FINGERPRINT = "SHA256:";

    private final Receiver.Sftp server;
    private final CoverNote cover;

    SftpRoad(Receiver.Sftp server, CoverNote cover) {
        this.server = server;
        this.cover = cover;
    }

    @Override
    public Outcome carry(Parcel parcel) {
        @Nullable Session session = null;
        try {
            session = connect();
            ChannelSftp files = (ChannelSftp) session.openChannel("sftp");
            files.connect(PATIENCE);
            try {
                files.cd(server.folder());
                boolean letter = parcel.act() == Transfer.Act.LETTER;
                String name = CoverNote.fileName(parcel) + (letter ? ".pdf" : "_DICABUT.txt");
                byte[] content = letter
                        ? parcel.pdf()
                        : cover.text(parcel, java.util.Locale.forLanguageTag("id"))
                                .getBytes(StandardCharsets.UTF_8);
                put(files, name, content);
                return new Outcome.Arrived(server.folder() + "/" + name, null, null);
            } finally {
                files.disconnect();
            }
        } catch (JSchException e) {
            return Outcome.tryLater(code(e), null);
        } catch (SftpException e) {
            return Outcome.tryLater("SFTP_" + e.id, null);
        } finally {
            if (session != null) {
                session.disconnect();
            }
        }
    }

    private Session connect() throws JSchException {
        JSch ssh = new JSch();
        ssh.setHostKeyRepository(new Pinned(server.hostKey()));
        if (!server.privateKey().isEmpty()) {
            ssh.addIdentity(
                    "desk",
                    server.privateKey().getBytes(StandardCharsets.UTF_8),
                    null,
                    server.passphrase().isEmpty() ? null : server.passphrase().getBytes(StandardCharsets.UTF_8));
        }
        Session session = ssh.getSession(server.username(), server.host(), server.port());
        if (!server.password().isEmpty()) {
            session.setPassword(server.password().getBytes(StandardCharsets.UTF_8));
        }
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
        session.setTimeout(PATIENCE);
        session.connect(PATIENCE);
        return session;
    }

    private static void put(ChannelSftp files, String name, byte[] content) throws SftpException {
        @Nullable SftpATTRS there = stat(files, name);
        if (there != null && there.getSize() == content.length) {
            return;
        }
        String part = name + ".part";
        files.put(new ByteArrayInputStream(content), part, ChannelSftp.OVERWRITE);
        if (there != null) {
            files.rm(name);
        }
        files.rename(part, name);
    }

    private static @Nullable SftpATTRS stat(ChannelSftp files, String name) throws SftpException {
        try {
            return files.stat(name);
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return null;
            }
            throw e;
        }
    }

    private static String code(JSchException failure) {
        String said = String.valueOf(failure.getMessage());
        if (said.contains("HostKey") || failure.getClass().getSimpleName().contains("HostKey")) {
            return "HOST_KEY";
        }
        return said.contains("Auth") || said.contains("USERAUTH") ? "AUTHENTICATION" : "NO_CONNECTION";
    }

    /** The SHA-256 fingerprint that a setting means: one, or a key as {@code ssh-keyscan} writes it. */
    static String fingerprint(String setting) {
        String text = setting.strip();
        if (text.startsWith(FINGERPRINT)) {
            return text.replaceAll("=+$", "");
        }
        for (String word : text.split("\\s+")) {
            if (word.startsWith("AAAA")) {
                return fingerprint(Base64.getDecoder().decode(word));
            }
        }
        throw new IllegalArgumentException("not a key of a server");
    }

    private static String fingerprint(byte[] key) {
        return FINGERPRINT + Base64.getEncoder().withoutPadding().encodeToString(Sha256.digest(key));
    }

    /** Knows one key and learns no other. */
    private static final class Pinned implements HostKeyRepository {

        private final String fingerprint;

        Pinned(String setting) {
            this.fingerprint = SftpRoad.fingerprint(setting);
        }

        @Override
        public int check(String host, byte[] key) {
            return SftpRoad.fingerprint(key).equals(fingerprint) ? OK : CHANGED;
        }

        @Override
        public void add(HostKey key, UserInfo user) {}

        @Override
        public void remove(String host, String type) {}

        @Override
        public void remove(String host, String type, byte[] key) {}

        @Override
        public String getKnownHostsRepositoryID() {
            return "settings";
        }

        @Override
        public HostKey[] getHostKey() {
            return new HostKey[0];
        }

        @Override
        public HostKey[] getHostKey(String host, String type) {
            return new HostKey[0];
        }
    }
}
