package id.deskpemilu.look;

import static id.deskpemilu.look.SamplePages.BAHASA;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.web.ElectionPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What must hold for every page, in both languages. The pages are left under target/look, to be looked at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplatesTest {

    private static final Path LOOK = Path.of("target", "look");

    private final SamplePages pages = new SamplePages();

    @BeforeAll
    static void prepare() throws IOException {
        copyStatic();
    }

    static Stream<Samples.Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void rendersInBothLanguages(Samples.Sample sample) throws Exception {
        for (Locale locale : List.of(BAHASA, Locale.ENGLISH)) {
            String html = pages.render(sample.template(), sample, locale);
            keep(sample.name() + ("en".equals(locale.getLanguage()) ? ".en" : ""), html);

            assertThat(html).as("every message is there").doesNotContain("??");
            assertThat(html).as("every attribute is processed").doesNotContain(" th:");
            assertThat(html).contains("<html lang=\"" + locale.getLanguage() + "\"");
            assertThat(html)
                    .as("no inline style, script or handler: the CSP forbids them")
                    .doesNotContainPattern("<[^>]*\\sstyle=")
                    .doesNotContainPattern("<[^>]*\\son[a-z]+=\"")
                    .doesNotContainPattern("<style")
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
            assertThat(unlabelled(html))
                    .as("controls without a label, or labels without a control")
                    .isEmpty();
            assertThat(doubled(html)).as("ids that occur twice").isEmpty();
            assertThat(dangling(html))
                    .as("references to ids that are not there")
                    .isEmpty();
            assertThat(postsWithoutToken(html)).as("forms without a CSRF token").isZero();
            assertThat(html.getBytes(StandardCharsets.UTF_8).length).as("size").isLessThan(120_000);
        }
    }

    @Test
    void theSimulationBandIsOnEveryPageOfARehearsal() throws Exception {
        for (Samples.Sample sample : Samples.all()) {
            assertThat(pages.render(sample.template(), sample, BAHASA))
                    .as(sample.name())
                    .contains("class=\"simulasi\"");
        }
    }

    @Test
    void votesNeverStandWithoutTheDisclaimer() throws Exception {
        for (Samples.Sample sample : Samples.all()) {
            String html = pages.render(sample.template(), sample, BAHASA);
            if (html.contains("table votes") || html.contains("id=\"f-suara_1\"")) {
                assertThat(html).as(sample.name()).contains("bukan hasil resmi");
            }
        }
    }

    @Test
    void anErrorPageNeedsNoModel() throws Exception {
        assertThat(pages.render("error", BAHASA, Map.of("status", 500)))
                .contains("500")
                .doesNotContain("??");
    }

    @Test
    void htmxGetsAPieceOfTheSamePage() throws Exception {
        for (Samples.Sample sample : Samples.all()) {
            String fragment = switch (sample.template()) {
                case "worklist/inbox" -> "inbox";
                case "escalation/list" -> "escalations";
                case "recap/progress", "board/board" -> "board";
                case "admin/import" -> "state";
                case "admin/people" -> "people";
                default -> null;
            };
            if (fragment != null) {
                assertThat(pages.render(sample.template() + " :: " + fragment, sample, BAHASA))
                        .as(sample.name())
                        .doesNotContain("<html", "??")
                        .contains("<div id=");
            }
        }
    }

    @Test
    void theStateOfOneContestCanBeAskedFor() throws Exception {
        ElectionPage election = Samples.all().stream()
                .map(Samples.Sample::page)
                .filter(ElectionPage.class::isInstance)
                .map(ElectionPage.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(pages.render(
                        "admin/election :: state",
                        BAHASA,
                        Map.of("page", election, "contest", election.contests().get(0))))
                .contains("<progress", "hx-trigger=\"every 2s\"")
                .doesNotContain("<html");
    }

    @Test
    void aFirstPageIsLight() throws Exception {
        Resource[] htmx = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
        long shared = zipped(htmx[0].getContentAsByteArray())
                + zipped(Files.readAllBytes(Path.of("src/main/resources/static/css/desk.css")))
                + zipped(Files.readAllBytes(Path.of("src/main/resources/static/js/desk.js")))
                + zipped(Files.readAllBytes(Path.of("src/main/resources/static/img/desk.svg")));
        for (Samples.Sample sample : Samples.all()) {
            long page = zipped(pages.render(sample.template(), sample, BAHASA).getBytes(StandardCharsets.UTF_8));
            assertThat(shared + page).as(sample.name()).isLessThan(60_000);
        }
    }

    private static List<String> unlabelled(String html) {
        List<String> ids = all(html, "<(?:input|select|textarea)\\b(?![^>]*type=\"hidden\")[^>]*>");
        List<String> labels = group(html, "<label[^>]*\\sfor=\"([^\"]+)\"");
        List<String> wrong = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        for (String control : ids) {
            List<String> id = group(control, "\\sid=\"([^\"]+)\"");
            if (id.isEmpty() || !labels.contains(id.get(0))) {
                wrong.add(control);
            }
            controls.addAll(id);
        }
        labels.stream().filter(label -> !controls.contains(label)).forEach(wrong::add);
        if (all(html, "<label(?![^>]*\\sfor=)").size() > 0) {
            wrong.add("a label without for");
        }
        return wrong;
    }

    private static List<String> doubled(String html) {
        List<String> ids = group(html, "\\sid=\"([^\"]+)\"");
        return ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .distinct()
                .toList();
    }

    private static List<String> dangling(String html) {
        List<String> ids = group(html, "\\sid=\"([^\"]+)\"");
        return Stream.concat(
                        group(html, "\\saria-(?:describedby|labelledby)=\"([^\"]+)\"").stream()
                                .flatMap(value -> Arrays.stream(value.split(" "))),
                        group(html, "\\shref=\"#([^\"]+)\"").stream())
                .filter(id -> !ids.contains(id))
                .distinct()
                .toList();
    }

    private static long postsWithoutToken(String html) {
        return all(html, "(?s)<form[^>]*method=\"post\".*?</form>").stream()
                .filter(form -> !form.contains("name=\"_csrf\""))
                .count();
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(result -> result.group())
                .toList();
    }

    private static List<String> group(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static void keep(String name, String html) throws IOException {
        Files.createDirectories(LOOK);
        Files.writeString(
                LOOK.resolve(name + ".html"), html.replaceAll("(href|src)=\"/(css|js|img|webjars)/", "$1=\"$2/"));
    }

    private static long zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.size();
    }

    private static void copyStatic() throws IOException {
        Path from = Path.of("src/main/resources/static");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = LOOK.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(file));
            }
        }
    }
}
