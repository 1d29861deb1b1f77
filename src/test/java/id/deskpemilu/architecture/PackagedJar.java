package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The file that is delivered; made before the integration tests run. */
public final class PackagedJar {

    /** What README calls it, too. */
    static final String NAME = "target/desk-pemilu.jar";

    private PackagedJar() {}

    /** Where it lies. */
    public static Path path() {
        Path jar = Path.of(NAME);
        assertThat(jar).as("package first: mvn verify does").exists();
        return jar;
    }
}
