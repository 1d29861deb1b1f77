package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Keeps the generated list of licences true without asking Maven again. What the pom declares must be listed, and what
 * is listed must be on the class path in exactly that version: a library can only arrive together with one of these.
 */
class ThirdPartyLicencesTest {

    private static final String AGAIN = "run mvn -Plicences generate-resources";

    private record Line(String groupId, String artifactId, String version, String licence) {

        String library() {
            return groupId + ":" + artifactId;
        }
    }

    @Test
    void every_library_that_the_pom_declares_is_listed() throws Exception {
        assertThat(lines()).extracting(Line::library).as(AGAIN).containsAll(declared());
    }

    @Test
    void every_listed_library_is_the_one_in_use() throws IOException {
        Set<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toSet());

        // a jar may carry a classifier behind its version
        assertThat(lines())
                .isNotEmpty()
                .as(AGAIN)
                .allSatisfy(line -> assertThat(jars)
                        .anyMatch(jar -> jar.matches(
                                Pattern.quote(line.artifactId() + "-" + line.version()) + "(-[a-z-]+)?\\.jar")));
    }

    @Test
    void every_listed_library_has_a_licence() throws IOException {
        assertThat(lines())
                .allSatisfy(line -> assertThat(line.licence())
                        .as(line.library())
                        .isNotBlank()
                        .doesNotContainIgnoringCase("unknown"));
    }

    private static List<Line> lines() throws IOException {
        return Files.readAllLines(Path.of("src/docs/generated/third-party-licences.md")).stream()
                .filter(line -> line.matches("\\| [\\w.-]+:.*"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Line(
                        cells[1].strip().split(":")[0],
                        cells[1].strip().split(":")[1],
                        cells[2].strip(),
                        cells[3].strip()))
                .toList();
    }

    /** What the packaged application is declared to need: neither tests nor what only a profile adds. */
    private static List<String> declared() throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File("pom.xml"))
                .getDocumentElement();
        List<String> declared = new ArrayList<>();
        for (Element dependency : children(only(project, "dependencies"), "dependency")) {
            if (children(dependency, "scope").stream()
                    .noneMatch(scope -> scope.getTextContent().strip().equals("test"))) {
                declared.add(text(project, dependency, "groupId") + ":" + text(project, dependency, "artifactId"));
            }
        }
        return declared;
    }

    /** What is written there, or in the property that is named there. */
    private static String text(Element project, Element dependency, String name) {
        String written = only(dependency, name).getTextContent().strip();
        return written.startsWith("${")
                ? only(only(project, "properties"), written.substring(2, written.length() - 1))
                        .getTextContent()
                        .strip()
                : written;
    }

    private static Element only(Element parent, String name) {
        return children(parent, name).get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
