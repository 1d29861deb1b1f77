package id.deskpemilu.dispatch.paper;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters are printed.
 *
 * @param texts where an office's own texts lie (a properties file in UTF-8); only the texts that differ from the desk's
 */
@ConfigurationProperties("desk.letters.paper")
public record PaperSettings(@Nullable String texts) {}
