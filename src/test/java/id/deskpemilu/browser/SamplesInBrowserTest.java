package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.browser.Browser.Screen;
import id.deskpemilu.look.SamplePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Every sample of every page, with the desk's stylesheet: axe-core finds nothing wrong in how it is built, and nothing
 * scrolls sideways. All are shown in one page of the browser, one after the other; colours, and what only a running desk
 * can show, are looked at in {@link AccessibilityIT}.
 */
class SamplesInBrowserTest {

    private static final SamplePages PAGES = new SamplePages();

    private static final String SHOW = """
            const page = new DOMParser().parseFromString(arguments[0], 'text/html').documentElement;
            page.querySelectorAll('link, script, noscript').forEach(unwanted => unwanted.remove());
            page.querySelectorAll('details').forEach(details => { details.open = true; });
            document.documentElement.replaceWith(document.adoptNode(page));
            window.scrollTo({top: 0, behavior: 'instant'});
            """;

    @BeforeAll
    static void an_empty_page_with_the_desks_stylesheet() throws IOException {
        assumeTrue(Chromium.isInstalled(), "no Chromium with its driver on this machine");
        ChromeDriver browser = Chromium.driver();
        browser.get("data:text/html,<!doctype html><title>-</title>");
        browser.executeScript(Axe.SOURCE + "; window.axe = axe;");
        browser.executeScript(
                "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]); document.adoptedStyleSheets = [sheet];",
                Files.readString(Path.of("src/main/resources/static/css/desk.css")));
    }

    static Stream<String> samples() {
        return PAGES.names().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void a_page_has_no_barrier(String sample) throws Exception {
        List<String> barriers = new ArrayList<>();
        show(PAGES.render(sample, SamplePages.BAHASA), Screen.DESK);
        barriers.addAll(Axe.STRUCTURE.barriers(Chromium.driver()));
        tooWide(Screen.DESK, barriers);
        Chromium.screen(Screen.PHONE, Screen.PHONE.height);
        tooWide(Screen.PHONE, barriers);
        assertThat(barriers).isEmpty();
    }

    private static void show(String html, Screen screen) {
        Chromium.screen(screen, screen.height);
        Chromium.driver().executeScript(SHOW, html);
    }

    private static void tooWide(Screen screen, List<String> barriers) {
        Number width = (Number) Chromium.driver().executeScript("return document.documentElement.scrollWidth");
        if (width.intValue() > screen.width) {
            barriers.add(width + " px wide on " + screen);
        }
    }

    @Test
    void every_page_has_a_sample() throws IOException {
        Path templates = Path.of("src/main/resources/templates");
        List<String> pages = new ArrayList<>(List.of("board/wall")); // in no frame
        try (Stream<Path> files = Files.walk(templates)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).contains("th:replace=\"~{layout/main :: page(")) {
                    pages.add(templates.relativize(file).toString().replace(".html", ""));
                }
            }
        }
        assertThat(PAGES.templates()).containsExactlyInAnyOrderElementsOf(pages);
    }
}
