package id.deskpemilu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told in words has both its words. */
class NoticeTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TEMPLATE = Pattern.compile("notice\\.([A-Z][A-Z_]*)\\.(title|text)");

    @Test
    void every_notice_has_a_title_of_one_line_and_a_text() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            Matcher template = TEMPLATE.matcher(key);
            if (template.matches()) {
                for (String part : List.of("title", "text")) {
                    assertThat(texts.getProperty("notice." + template.group(1) + "." + part))
                            .as(template.group(1) + " " + part)
                            .isNotBlank();
                }
                assertThat(texts.getProperty("notice." + template.group(1) + ".title"))
                        .doesNotContain("\n");
            }
        }
        assertThat(texts.getProperty("notice.simulation")).startsWith("SIMULASI");
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (Stream<Path> files = Files.list(RESOURCES)) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches("messages[a-z-]*\\.properties"))
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts;
    }
}
