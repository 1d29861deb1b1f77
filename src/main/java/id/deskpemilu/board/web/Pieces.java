package id.deskpemilu.board.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/**
 * Pieces of pages, drawn once for all who look at the same: kept by view, version and language. What depends on the time
 * alone (a countdown, the hour of the data) is drawn again after {@link #FRESH} at the latest.
 */
@Component
class Pieces {

    /** How long a piece is kept although nothing has changed. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final int MOST = 400;

    private final ITemplateEngine engine;
    private final Clock clock;
    private final Map<Object, Piece> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Piece> eldest) {
            return size() > MOST;
        }
    });

    Pieces(ITemplateEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** A place for one piece; whoever draws it locks it, so that many who ask at once wait for one drawing. */
    private static final class Piece {
        private @Nullable String version;
        private Instant at = Instant.MIN;
        private String html = "";
    }

    private record Key(Object view, String template, Locale language) {}

    /**
     * The piece of the view at the version.
     *
     * @param view what is looked at: equal views look the same
     * @param template its template
     * @param fragment the fragment of it; null for the whole
     * @param model makes the model if the piece has to be drawn
     */
    String html(
            Object view,
            String version,
            String template,
            @Nullable String fragment,
            Supplier<Map<String, Object>> model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        Piece piece = kept.computeIfAbsent(new Key(view, template, language), key -> new Piece());
        synchronized (piece) {
            Instant now = clock.instant();
            boolean fresh = version.equals(piece.version)
                    && Duration.between(piece.at, now).compareTo(FRESH) < 0;
            if (!fresh) {
                var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                        .buildExchange(request, response);
                piece.html = engine.process(
                        new TemplateSpec(
                                template, fragment == null ? null : Set.of(fragment), TemplateMode.HTML, Map.of()),
                        new WebContext(exchange, language, model.get()));
                piece.version = version;
                piece.at = now;
            }
            return piece.html;
        }
    }
}
