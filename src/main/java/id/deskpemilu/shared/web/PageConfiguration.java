package id.deskpemilu.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Language, frame and static parts of the pages. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");
    private static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    private final ObjectProvider<Frames> frames;

    PageConfiguration(ObjectProvider<Frames> frames) {
        this.frames = frames;
    }

    /** Bahasa Indonesia, unless the person has chosen English; programs choose by {@code Accept-Language}. */
    @Bean
    LocaleResolver localeResolver(@Value("${server.servlet.session.cookie.secure}") boolean secure) {
        var resolver = new CookieLocaleResolver("DESK_LANG");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSecure(secure);
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(PageConfiguration::languageOf);
        return resolver;
    }

    private static Locale languageOf(HttpServletRequest request) {
        boolean program = request.getRequestURI().startsWith("/api/");
        boolean asks = request.getHeader("Accept-Language") != null;
        return program
                        && asks
                        && Locale.ENGLISH
                                .getLanguage()
                                .equals(request.getLocale().getLanguage())
                ? Locale.ENGLISH
                : INDONESIAN;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
        registry.addInterceptor(new FrameAround(frames)).excludePathPatterns("/api/**");
    }

    /** Takes the language from {@code ?lang=}; another one than the two is not taken. */
    private static final class LanguageChoice extends LocaleChangeInterceptor {

        LanguageChoice() {
            setParamName("lang");
            setIgnoreInvalidLocale(true);
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            Locale wanted = Locale.forLanguageTag(value);
            return LANGUAGES.contains(wanted) ? wanted : INDONESIAN;
        }
    }

    /** Puts the frame around every page that is rendered. */
    private record FrameAround(ObjectProvider<Frames> frames) implements HandlerInterceptor {

        @Override
        public void postHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
            if (page != null
                    && page.getViewName() != null
                    && !page.getViewName().startsWith("redirect:")) {
                page.addObject("frame", frames.getObject().of(request));
            }
        }
    }
}
