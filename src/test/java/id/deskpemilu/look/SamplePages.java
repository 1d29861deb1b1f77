package id.deskpemilu.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.servlet.support.csrf.CsrfRequestDataValueProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the samples with the desk's own templates and texts, without a desk. */
public final class SamplePages {

    public static final Locale BAHASA = Locale.forLanguageTag("id");

    private final Map<String, Samples.Sample> samples = new LinkedHashMap<>();
    private final StaticWebApplicationContext context = new StaticWebApplicationContext();
    private final ThymeleafViewResolver views = new ThymeleafViewResolver();

    public SamplePages() {
        Samples.all().forEach(sample -> samples.put(sample.name(), sample));
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(bundles());
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        context.setServletContext(new MockServletContext());
        context.registerSingleton("requestDataValueProcessor", CsrfRequestDataValueProcessor.class);
        context.refresh();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        views.setApplicationContext(context);
    }

    /** The names of all samples. */
    public List<String> names() {
        return List.copyOf(samples.keySet());
    }

    /** The names of the templates that have a sample. */
    public Set<String> templates() {
        return samples.values().stream().map(Samples.Sample::template).collect(Collectors.toSet());
    }

    /** The whole page of the sample of that name. */
    public String render(String name, Locale locale) throws Exception {
        Samples.Sample sample = Objects.requireNonNull(samples.get(name));
        return render(sample.template(), sample, locale);
    }

    /** A template, or a fragment of one, with the model of the sample. */
    String render(String template, Samples.Sample sample, Locale locale) throws Exception {
        return render(template, locale, Map.of("page", sample.page(), "frame", Samples.frame(sample.role(), true)));
    }

    String render(String template, Locale locale, Map<String, ?> model) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        View view = Objects.requireNonNull(views.resolveViewName(template, locale));
        view.render(model, request(locale), response);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletRequest request(Locale locale) {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
        CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token");
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, (WebApplicationContext) context);
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new FixedLocaleResolver(locale));
        request.setAttribute(CsrfToken.class.getName(), token);
        request.setAttribute("_csrf", token);
        request.addPreferredLocale(locale);
        return request;
    }

    /** The bundles that the desk itself reads its texts from. */
    private static String[] bundles() {
        try {
            Object names = new YamlPropertySourceLoader()
                    .load("desk", new ClassPathResource("application.yaml"))
                    .get(0)
                    .getProperty("spring.messages.basename");
            return String.valueOf(names).split(",");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
