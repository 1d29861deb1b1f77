package id.deskpemilu.shared;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Looks at the settings before anything slow begins, and names every missing or impossible one at once. */
final class SettingsCheck implements EnvironmentPostProcessor, ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String LOG_FORMAT = "logging.structured.format.console";
    private static final String REFUSED_LOG_FORMAT = "desk.refused-log-format";
    private static final Set<String> LOG_FORMATS = Set.of("", "ecs", "logstash", "gelf");

    /** What has no default, by the environment variable that sets it. */
    static final Map<String, String> REQUIRED = required();

    private static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("DESK_DB_URL", "spring.datasource.url");
        required.put("DESK_DB_USER", "spring.datasource.username");
        required.put("DESK_DB_PASSWORD", "spring.datasource.password");
        required.put("DESK_KEYCLOAK_URL", "desk.keycloak.url");
        required.put("DESK_CLIENT_SECRET", "spring.security.oauth2.client.registration.keycloak.client-secret");
        return required;
    }

    /** The log begins before the settings are looked at: a form it does not know is put aside until then. */
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String format = environment.getProperty(LOG_FORMAT, "");
        if (!LOG_FORMATS.contains(format)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("plain log", Map.of(LOG_FORMAT, "", REFUSED_LOG_FORMAT, format)));
        }
    }

    /** Only for a start that will serve users: a test of a part of the desk needs no settings. */
    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext) {
            List<String> sentences = problems(event.getApplicationContext().getEnvironment());
            if (!sentences.isEmpty()) {
                throw new BadSetting(sentences);
            }
        }
    }

    static List<String> problems(Environment environment) {
        List<String> problems = new ArrayList<>();
        REQUIRED.forEach((variable, property) -> {
            if (environment.getProperty(property, "").isBlank()) {
                problems.add(variable + " belum diisi / is not set");
            }
        });
        check(
                problems,
                environment,
                "DESK_DB_URL",
                "spring.datasource.url",
                url -> url.startsWith("jdbc:postgresql://"),
                "jdbc:postgresql://host:5432/desk");
        for (String url : List.of("url", "internal-url")) {
            check(
                    problems,
                    environment,
                    url.equals("url") ? "DESK_KEYCLOAK_URL" : "DESK_KEYCLOAK_INTERNAL_URL",
                    "desk.keycloak." + url,
                    SettingsCheck::isWebAddress,
                    "https://host, tanpa garis miring di akhir / without a slash at the end");
        }
        check(
                problems,
                environment,
                "DESK_COOKIE_SECURE",
                "server.servlet.session.cookie.secure",
                Set.of("true", "false")::contains,
                "true, false");
        check(
                problems,
                environment,
                "DESK_DB_POOL",
                "spring.datasource.hikari.maximum-pool-size",
                size -> isNumber(size, 4, 500),
                "4…500");
        check(
                problems,
                environment,
                "DESK_JOB_THREADS",
                "camunda.bpm.job-execution.core-pool-size",
                size -> isNumber(size, 1, 8),
                "1…8");
        check(problems, environment, "DESK_PORT", "server.port", SettingsCheck::isPort, "0…65535");
        check(
                problems,
                environment,
                "DESK_LOG_FORMAT",
                REFUSED_LOG_FORMAT,
                format -> false,
                "ecs, logstash, gelf, atau kosong / or empty");
        check(
                problems,
                environment,
                "DESK_BOARD_PLAN",
                "desk.board.plan",
                SettingsCheck::isPlan,
                "jam=persen, urut / hour=per cent, in order: 13:00=0 18:00=70 22:00=100");
        checkPhotos(problems, environment);
        checkMessages(problems, environment);
        LetterSettingsCheck.look(problems, environment);
        if (problems.isEmpty()) {
            needFreePort(problems, environment);
        }
        return problems;
    }

    /** The chosen store of photos needs its own settings, and the others none. */
    private static void checkPhotos(List<String> problems, Environment environment) {
        check(
                problems,
                environment,
                "DESK_PHOTOS_STORE",
                "desk.photos.store",
                Set.of("database", "folder", "s3")::contains,
                "database, folder, s3");
        check(
                problems,
                environment,
                "DESK_PHOTOS_PER_REPORT",
                "desk.photos.per-report",
                number -> isNumber(number, 1, 1000),
                "1…1000");
        Map<String, String> needed = switch (environment.getProperty("desk.photos.store", "")) {
            case "folder" -> Map.of("DESK_PHOTOS_FOLDER", "desk.photos.folder");
            case "s3" ->
                Map.of(
                        "DESK_S3_ENDPOINT", "desk.photos.s3.endpoint",
                        "DESK_S3_BUCKET", "desk.photos.s3.bucket",
                        "DESK_S3_ACCESS_KEY", "desk.photos.s3.access-key",
                        "DESK_S3_SECRET_KEY", "desk.photos.s3.secret-key");
            default -> Map.of();
        };
        need(problems, environment, needed);
        check(
                problems,
                environment,
                "DESK_PHOTOS_FOLDER",
                "desk.photos.folder",
                folder -> Files.isDirectory(Path.of(folder)) && Files.isWritable(Path.of(folder)),
                "folder yang ada dan dapat ditulisi / an existing folder that can be written to");
        check(
                problems,
                environment,
                "DESK_S3_ENDPOINT",
                "desk.photos.s3.endpoint",
                SettingsCheck::isWebAddress,
                "https://host, tanpa garis miring di akhir / without a slash at the end");
        check(
                problems,
                environment,
                "DESK_S3_BUCKET",
                "desk.photos.s3.bucket",
                bucket -> bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
                "a-z 0-9 . -");
    }

    /** A road that is opened needs its own settings, and the others none. */
    private static void checkMessages(List<String> problems, Environment environment) {
        String messages = "desk.messages.";
        Map<String, String> needed = new TreeMap<>();
        if (!environment.getProperty(messages + "mail.host", "").isBlank()) {
            needed.put("DESK_MAIL_FROM", messages + "mail.from");
        }
        if (!environment.getProperty(messages + "webhook.url", "").isBlank()) {
            needed.put("DESK_WEBHOOK_SECRET", messages + "webhook.secret");
        }
        for (String key : List.of("public", "private")) {
            if (!environment.getProperty(messages + "push." + key + "-key", "").isBlank()) {
                needed.put("DESK_PUSH_PUBLIC_KEY", messages + "push.public-key");
                needed.put("DESK_PUSH_PRIVATE_KEY", messages + "push.private-key");
            }
        }
        switch (environment.getProperty(messages + "chat", "")) {
            case "cloud" -> {
                needed.put("DESK_WHATSAPP_NUMBER_ID", messages + "cloud.phone-number-id");
                needed.put("DESK_WHATSAPP_TOKEN", messages + "cloud.token");
            }
            case "fonnte" -> needed.put("DESK_FONNTE_TOKEN", messages + "fonnte.token");
            case "wablas" -> {
                needed.put("DESK_WABLAS_URL", messages + "wablas.url");
                needed.put("DESK_WABLAS_TOKEN", messages + "wablas.token");
            }
            default -> {}
        }
        need(problems, environment, needed);
        Map.of(
                        "DESK_ADDRESS", "address",
                        "DESK_WHATSAPP_URL", "cloud.url",
                        "DESK_FONNTE_URL", "fonnte.url",
                        "DESK_WABLAS_URL", "wablas.url",
                        "DESK_WEBHOOK_URL", "webhook.url")
                .forEach((variable, property) -> check(
                        problems,
                        environment,
                        variable,
                        messages + property,
                        SettingsCheck::isWebAddress,
                        "https://host, tanpa garis miring di akhir / without a slash at the end"));
        Map.of(
                        "DESK_MESSAGE_ATTEMPTS", "most-attempts",
                        "DESK_MAIL_PER_MINUTE", "per-minute.email",
                        "DESK_CHAT_PER_MINUTE", "per-minute.chat")
                .forEach((variable, property) -> check(
                        problems,
                        environment,
                        variable,
                        messages + property,
                        text -> isNumber(text, 1, 10_000),
                        "1…10000"));
        check(
                problems,
                environment,
                "DESK_MAIL_PORT",
                messages + "mail.port",
                port -> isNumber(port, 1, 65_535),
                "1…65535");
        check(
                problems,
                environment,
                "DESK_MAIL_SECURITY",
                messages + "mail.security",
                Set.of("starttls", "tls", "none")::contains,
                "starttls, tls, none");
        check(
                problems,
                environment,
                "DESK_MAIL_FROM",
                messages + "mail.from",
                from -> from.matches("[^\\s@<>]+@[^\\s@<>]+"),
                "desk@example.go.id");
        check(
                problems,
                environment,
                "DESK_CHAT",
                messages + "chat",
                Set.of("cloud", "fonnte", "wablas", "none")::contains,
                "cloud, fonnte, wablas, none");
        check(
                problems,
                environment,
                "DESK_WHATSAPP_TEMPLATES",
                messages + "cloud.templates",
                pairs -> pairs.matches("[A-Z_]+=[a-z0-9_]+(, ?[A-Z_]+=[a-z0-9_]+)*"),
                "STAGE_REMINDER=desk_pengingat,…");
        check(
                problems,
                environment,
                "DESK_PUSH_CONTACT",
                messages + "push.contact",
                contact -> contact.matches("(mailto:[^\\s\"@]+@|https://)[^\\s\"]+"),
                "mailto:desk@example.go.id, https://…");
        check(
                problems,
                environment,
                "DESK_PUSH_HOSTS",
                messages + "push.hosts",
                hosts -> hosts.matches("-|[a-z0-9.-]+\\.[a-z]+(, ?[a-z0-9.-]+\\.[a-z]+)*"),
                "fcm.googleapis.com,…, -");
        checkSecret(problems, environment, "DESK_PUSH_PUBLIC_KEY", messages + "push.public-key", "[\\w-]{87}=?");
        checkSecret(problems, environment, "DESK_PUSH_PRIVATE_KEY", messages + "push.private-key", "[\\w-]{43}=?");
        checkSecret(problems, environment, "DESK_WEBHOOK_SECRET", messages + "webhook.secret", ".{16,}");
    }

    /** What is secret is not repeated. */
    private static void checkSecret(
            List<String> problems, Environment environment, String variable, String property, String allowed) {
        String value = environment.getProperty(property, "").strip();
        if (!value.isEmpty() && !value.matches(allowed)) {
            problems.add(variable + " salah, yang boleh / is wrong, allowed: " + allowed);
        }
    }

    static void need(List<String> problems, Environment environment, Map<String, String> needed) {
        new TreeMap<>(needed).forEach((variable, property) -> {
            if (environment.getProperty(property, "").isBlank()) {
                problems.add(variable + " belum diisi / is not set");
            }
        });
    }

    static void check(
            List<String> problems,
            Environment environment,
            String variable,
            String property,
            Predicate<String> allowed,
            String what) {
        String value = environment.getProperty(property, "").strip();
        if (!value.isEmpty() && !allowed.test(value)) {
            problems.add(wrong(variable, value, what));
        }
    }

    static String wrong(String variable, String value, String allowed) {
        return "%s='%s' salah, yang boleh / is wrong, allowed: %s".formatted(variable, value, allowed);
    }

    static boolean isNumber(String value, int from, int to) {
        return value.matches("\\d{1,6}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to;
    }

    /** Hours of one day with shares that never fall. */
    private static boolean isPlan(String value) {
        String before = "";
        double least = 0;
        for (String point : value.split("\\s+")) {
            if (!point.matches("([01]\\d|2[0-3]):[0-5]\\d=\\d{1,3}(\\.\\d)?")) {
                return false;
            }
            String hour = point.substring(0, point.indexOf('='));
            double percent = Double.parseDouble(point.substring(hour.length() + 1));
            if (hour.compareTo(before) <= 0 || percent < least || percent > 100) {
                return false;
            }
            before = hour;
            least = percent;
        }
        return true;
    }

    /** A command on the command line opens no port, which Boot calls -1. */
    private static boolean isPort(String value) {
        return value.equals("-1") || isNumber(value, 0, 65_535);
    }

    static boolean isWebAddress(String value) {
        try {
            URI address = URI.create(value);
            return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && !value.endsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The server would notice only after the database and the engine are up. */
    private static void needFreePort(List<String> problems, Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        @Nullable String address = environment.getProperty("server.address");
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
        } catch (IOException e) {
            problems.add("DESK_PORT=" + port + ": port ini tidak dapat dipakai / this port cannot be used ("
                    + e.getMessage() + ")");
        }
    }
}
