package id.deskpemilu.report.evidence;

import id.deskpemilu.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps pictures in a folder, one file each; the folder may be a mounted share. */
final class FolderStore implements PhotoStore {

    private static final Logger LOG = LoggerFactory.getLogger(FolderStore.class);

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String sha256, byte[] content) {
        Path file = file(sha256);
        try {
            if (Files.exists(file)) {
                return;
            }
            Files.createDirectories(file.getParent());
            // a reader sees the whole file or none, also when the machine stops in between
            Path part = Files.createTempFile(file.getParent(), sha256, ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw down("write", file, e);
        }
    }

    @Override
    public byte[] get(String sha256) {
        Path file = file(sha256);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw down("read", file, e);
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256 + ".jpg");
    }

    private static Refusal down(String what, Path file, IOException cause) {
        LOG.error("Cannot {} photo {}", what, file, cause);
        return Refusal.unavailable("PHOTO_STORE_DOWN");
    }
}
