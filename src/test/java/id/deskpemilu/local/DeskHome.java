package id.deskpemilu.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the local servers live: programs in one folder that several desks may share, data, logs and secrets in another
 * that belongs to one running desk at a time.
 */
final class DeskHome implements AutoCloseable {

    private static final long NEEDED_BYTES = 1L << 30;

    private final Path servers;
    private final Path data;
    private final Properties secrets = new Properties();
    private @Nullable FileChannel lock;

    private DeskHome(Path servers, Path data) {
        this.servers = servers;
        this.data = data;
    }

    /**
     * Takes the folders for this process.
     *
     * @param servers the unpacked programs, shared
     * @param data what this desk keeps; created when absent
     * @throws StartRefused when the folder cannot be written, is in use, or the disk is full
     */
    static DeskHome open(Path servers, Path data) {
        DeskHome home = new DeskHome(
                servers.toAbsolutePath().normalize(), data.toAbsolutePath().normalize());
        try {
            Files.createDirectories(home.servers);
            Files.createDirectories(home.data);
            home.needDiskSpace();
            home.lock();
            home.readSecrets();
            return home;
        } catch (IOException e) {
            throw new StartRefused("Folder data " + home.data + " tidak dapat dibaca atau ditulis: " + e, e);
        }
    }

    /** The folders of servers that another process keeps: nothing is taken, and no secret is made. */
    static DeskHome read(Path servers, Path data) {
        DeskHome home = new DeskHome(
                servers.toAbsolutePath().normalize(), data.toAbsolutePath().normalize());
        try {
            home.readSecrets();
            return home;
        } catch (IOException e) {
            throw new StartRefused("Folder data " + home.data + " tidak dapat dibaca: " + e, e);
        }
    }

    Path data() {
        return data;
    }

    Path log(String server) {
        return data.resolve(server + ".log");
    }

    Path pidFile(String server) {
        return data.resolve(server + ".pid");
    }

    Path servers() {
        return servers;
    }

    /** A random secret of this desk: made at the first call, the same ever after. */
    String secret(String name) {
        String known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String fresh = HexFormat.of().formatHex(random);
        secrets.setProperty(name, fresh);
        writeSecrets();
        return fresh;
    }

    private Path secretsFile() {
        return data.resolve("secrets.properties");
    }

    private void readSecrets() throws IOException {
        if (Files.exists(secretsFile())) {
            try (InputStream in = Files.newInputStream(secretsFile())) {
                secrets.load(in);
            }
        }
    }

    private void writeSecrets() {
        Path part = data.resolve("secrets.part");
        try {
            Files.deleteIfExists(part);
            if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = Files.newOutputStream(part)) {
                secrets.store(out, null);
            }
            Files.move(part, secretsFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefused("Berkas rahasia " + secretsFile() + " tidak dapat ditulis: " + e, e);
        }
    }

    private void needDiskSpace() throws IOException {
        FileStore store = Files.getFileStore(data);
        long free = store.getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new StartRefused("Ruang disk kurang: %s hanya punya %d MB kosong, perlu %d MB."
                    .formatted(data, free >> 20, NEEDED_BYTES >> 20));
        }
    }

    private void lock() throws IOException {
        Path file = data.resolve("desk.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock();
        if (held == null) {
            channel.close();
            throw new StartRefused("Desk lain sedang berjalan dengan folder data " + data + " (proses "
                    + Files.readString(data.resolve("desk.pid"), StandardCharsets.UTF_8)
                            .strip()
                    + "). Hentikan dulu, lalu mulai lagi.");
        }
        Files.writeString(data.resolve("desk.pid"), ProcessHandle.current().pid() + "\n", StandardCharsets.UTF_8);
        lock = channel;
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
