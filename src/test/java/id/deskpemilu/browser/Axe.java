package id.deskpemilu.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** axe-core, which looks for barriers against WCAG 2.2 AA and good practice in the page that is shown. */
enum Axe {
    EVERYTHING("""
            {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"""),

    /** All but the colours, which take longer than everything else: how a page is built. */
    STRUCTURE("""
            {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
             rules: {'color-contrast': {enabled: false}}"""),

    /** What the width and the colours can change; the rest of a page is the same on both screens. */
    OF_THE_SCREEN("""
            {type: 'rule', values: ['color-contrast', 'target-size', 'scrollable-region-focusable', 'region',
              'aria-hidden-focus', 'link-in-text-block', 'bypass', 'meta-viewport']}""");

    /** The program, to be loaded into a page before it is asked. */
    static final String SOURCE = source();

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: %s, resultTypes: ['violations'], elementRef: false, preload: false, iframes: false})
              .then(result => done(result.violations.flatMap(violation => violation.nodes.map(node =>
                violation.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ')))))
              .catch(problem => done([String(problem)]));
            """;

    private final String script;

    Axe(String rules) {
        script = RUN.formatted(rules);
    }

    /** The barriers of the page, each in a line. */
    List<String> barriers(ChromeDriver driver) {
        return Objects.requireNonNull((List<?>) driver.executeAsyncScript(script)).stream()
                .map(String::valueOf)
                .toList();
    }

    private static String source() {
        try (InputStream source = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(source).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
