package id.deskpemilu.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.deskpemilu.Quietly;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest implements PhotoStoreContract {

    @TempDir
    private Path folder;

    @Override
    public PhotoStore store() {
        return new FolderStore(folder);
    }

    @Test
    void nothing_half_written_is_left_behind() throws IOException {
        the_same_again_changes_nothing();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .matches(file -> file.toString().endsWith(Sha256.of(new byte[] {1, 2, 3}) + ".jpg"));
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_said_to_be_out_of_reach() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Refusal refusal = Quietly.call(
                List.of("id.deskpemilu.report.evidence"),
                () -> catchThrowableOfType(
                        Refusal.class, () -> new FolderStore(file).put(Sha256.of(new byte[1]), new byte[1])));
        assertThat(refusal.code()).isEqualTo("PHOTO_STORE_DOWN");
    }
}
