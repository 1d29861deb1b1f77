package id.deskpemilu.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartRefusedTest {

    @Test
    void a_demo_that_is_there_in_part_says_why_and_what_to_do() {
        StartRefused refused =
                StartRefused.halfSeeded(Path.of(".desk/data"), new IllegalStateException("the disk is full"));

        assertThat(refused)
                .hasMessageContaining("the disk is full")
                .hasMessageContaining("Mulai lagi untuk melanjutkan")
                .hasMessageContaining("hapus folder .desk/data");
    }
}
