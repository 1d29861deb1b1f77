package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document below {@code src/docs} that is written by a test from what it describes. */
public final class GeneratedDocument {

    private static final Path DOCS = Path.of("src/docs");

    private GeneratedDocument() {}

    /** Fails if the committed document differs, and writes it anew so that it only has to be committed. */
    public static void check(String file, String text) {
        Path path = DOCS.resolve(file);
        try {
            String committed = Files.exists(path) ? Files.readString(path) : "";
            if (!committed.equals(text)) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
                fail("%s no longer described the code; it was written anew: read it and commit it", path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
