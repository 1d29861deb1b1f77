package id.deskpemilu.shared;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Looks at the settings before anything slow begins, and names every missing or impossible one at once. */
final class SettingsCheck implements EnvironmentPostProcessor, ApplicationListener<ApplicationContextInitializedEvent> {

    private static final String LOG_FORMAT = "logging.structured.format.console";
    private static final String REFUSED_LOG_FORMAT = "desk.refused-log-format";
    private static final Set<String> LOG_FORMATS = Set.of("", "ecs", "logstash", "gelf");

    /** YAML reads 35.10 as a number, which is 35.1. */
    private static final String CODE_OF_REGION =
            "kode wilayah dalam tanda petik / a region's code in quotes: \"35.17\"";

    private static final String CUT = "([01]\\d|2[0-3]):[0-5]\\d (FULL|FLASH)";

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
        checkLetters(problems, environment);
        checkReceivers(problems, environment);
        checkSignature(problems, environment);
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

    /** The plan of the evening, the numbers of letters and how long is waited. */
    private static void checkLetters(List<String> problems, Environment environment) {
        String letters = "desk.letters.";
        check(
                problems,
                environment,
                "DESK_LETTER_CUTS",
                letters + "cuts",
                cuts -> cuts.matches("-|" + CUT + "(, ?" + CUT + ")*"),
                "jam dan FULL atau FLASH, - / hours with FULL or FLASH, -: 16:00 FULL, 18:00 FULL");
        check(
                problems,
                environment,
                "DESK_LETTERS_FILE",
                "DESK_LETTERS_FILE",
                SettingsCheck::isFile,
                "berkas yang ada / an existing file");
        check(
                problems,
                environment,
                "DESK_LETTER_TEXTS",
                letters + "paper.texts",
                SettingsCheck::isFile,
                "berkas yang ada / an existing file");
        check(
                problems,
                environment,
                "DESK_RECEIPT_WITHIN",
                letters + "receipt-within",
                time -> isTime(time, Duration.ofMinutes(1), Duration.ofDays(1)),
                "1m…24h");
        check(
                problems,
                environment,
                "DESK_FRESH_LOGIN",
                letters + "fresh-login",
                time -> isTime(time, Duration.ofSeconds(1), Duration.ofHours(1)),
                "1s…1h");
        // the running number begins anew for each region and in each year, and no two letters have the same number
        check(
                problems,
                environment,
                "DESK_LETTER_NUMBERING",
                letters + "numbering",
                pattern -> isNumbering(pattern, "[nomor]", "[wilayah]", "[tahun]"),
                "[nomor], [wilayah], [tahun], ≤ 60");
        for (int i = 0; ; i++) {
            String office = letters + "offices[" + i + "].";
            if (environment.getProperty(office + "region", "").isBlank()) {
                break;
            }
            check(problems, environment, office + "region", office + "region", RegionCode::isValid, CODE_OF_REGION);
            check(
                    problems,
                    environment,
                    office + "numbering",
                    office + "numbering",
                    pattern -> isNumbering(pattern, "[nomor]", "[tahun]"),
                    "[nomor], [tahun], ≤ 60");
        }
        String transfers = letters + "transfers.";
        check(
                problems,
                environment,
                "DESK_LETTER_ATTEMPTS",
                transfers + "most-attempts",
                text -> isNumber(text, 1, 10_000),
                "1…10000");
        // an attempt takes a minute and a half at most: with a shorter lease two nodes would carry the same letter
        check(
                problems,
                environment,
                transfers + "lease",
                transfers + "lease",
                time -> isTime(time, Duration.ofMinutes(2), Duration.ofHours(1)),
                "2m…1h");
        for (String wait : List.of("first-wait", "longest-wait")) {
            check(
                    problems,
                    environment,
                    transfers + wait,
                    transfers + wait,
                    time -> isTime(time, Duration.ofMillis(100), Duration.ofHours(1)),
                    "100ms…1h");
        }
    }

    /** Each receiver of letters needs what its channel needs. */
    private static void checkReceivers(List<String> problems, Environment environment) {
        Set<String> names = new TreeSet<>(Set.of("unduh")); // what the desk calls a person who carries a letter
        for (int i = 0; ; i++) {
            String receiver = "desk.letters.receivers[" + i + "].";
            String name = environment.getProperty(receiver + "name", "");
            String channel = environment.getProperty(receiver + "channel", "").toLowerCase(Locale.ROOT);
            if (name.isEmpty() && channel.isEmpty()) {
                return;
            }
            if (!name.matches("[a-z0-9][a-z0-9-]{0,39}") || !names.add(name)) {
                problems.add(wrong(receiver + "name", name, "a-z, 0-9, -; satu kali / once"));
            }
            Map<String, String> needed = new TreeMap<>();
            needed.put(receiver + "title", receiver + "title");
            String way = receiver + channel + ".";
            switch (channel) {
                case "desk" -> {
                    for (String part : List.of("url", "token-url", "client-id", "client-secret")) {
                        needed.put(way + part, way + part);
                    }
                }
                case "mail" -> {
                    if (values(environment, way + "to").isEmpty()) {
                        needed.put(way + "to", way + "to");
                    }
                    needed.put("DESK_MAIL_HOST", "desk.messages.mail.host");
                }
                case "sftp" -> {
                    for (String part : List.of("host", "username", "host-key")) {
                        needed.put(way + part, way + part);
                    }
                    if (environment.getProperty(way + "private-key", "").isEmpty()) {
                        needed.put(way + "password", way + "password");
                    }
                }
                case "" -> needed.put(receiver + "channel", receiver + "channel");
                default -> {} // named below, or a person carries it
            }
            need(problems, environment, needed);
            checkReceiver(problems, environment, receiver);
        }
    }

    private static void checkReceiver(List<String> problems, Environment environment, String receiver) {
        Map<String, Predicate<String>> allowed = new LinkedHashMap<>();
        Map<String, String> said = new LinkedHashMap<>();
        allowed.put(
                "channel", text -> Set.of("desk", "mail", "sftp", "download").contains(text.toLowerCase(Locale.ROOT)));
        said.put("channel", "desk, mail, sftp, download");
        for (String address : List.of("desk.url", "desk.token-url")) {
            allowed.put(address, SettingsCheck::isWebAddress);
            said.put(address, "https://host, tanpa garis miring di akhir / without a slash at the end");
        }
        allowed.put("desk.seal-certificate", text -> text.matches("[0-9a-f]{64}"));
        said.put("desk.seal-certificate", "SHA-256: 64 × 0-9a-f");
        allowed.put("sftp.port", text -> isNumber(text, 1, 65_535));
        said.put("sftp.port", "1…65535");
        allowed.put(
                "sftp.host-key", text -> text.matches("SHA256:[\\w+/]{43}=?|(.*\\s)?AAAA[\\w+/]{20,}={0,2}(\\s.*)?"));
        said.put("sftp.host-key", "SHA256:…, AAAA…");
        allowed.forEach(
                (part, test) -> check(problems, environment, receiver + part, receiver + part, test, said.get(part)));
        for (String to : values(environment, receiver + "mail.to")) {
            if (!to.matches("[^\\s@<>]+@[^\\s@<>]+")) {
                problems.add(wrong(receiver + "mail.to", to, "desk@example.go.id"));
            }
        }
        for (String region : values(environment, receiver + "regions")) {
            if (!RegionCode.isValid(region)) {
                problems.add(wrong(receiver + "regions", region, CODE_OF_REGION));
            }
        }
    }

    /** A list, written with commas or line by line. */
    private static List<String> values(Environment environment, String property) {
        List<String> values =
                new ArrayList<>(Stream.of(environment.getProperty(property, "").split(","))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList());
        for (int i = 0; ; i++) {
            @Nullable String value = environment.getProperty(property + "[" + i + "]");
            if (value == null) {
                return values;
            }
            values.add(value);
        }
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

    /** A key must open with its password, and a service needs its address and our name there. */
    private static void checkSignature(List<String> problems, Environment environment) {
        String signature = "desk.signature.";
        check(
                problems,
                environment,
                "DESK_SIGNATURE",
                signature + "kind",
                Set.of("pkcs12", "bsre-v1", "bsre-v2")::contains,
                "pkcs12, bsre-v1, bsre-v2");
        Map<String, String> needed = new TreeMap<>();
        if (environment.getProperty(signature + "kind", "").startsWith("bsre")) {
            needed.put("DESK_BSRE_URL", signature + "bsre.url");
            needed.put("DESK_BSRE_USER", signature + "bsre.user");
            needed.put("DESK_BSRE_PASSWORD", signature + "bsre.password");
        }
        if (environment.getProperty(signature + "bsre.appearance", "").equals("visible")) {
            needed.put("DESK_BSRE_IMAGE", signature + "bsre.image");
        }
        need(problems, environment, needed);
        check(
                problems,
                environment,
                "DESK_BSRE_URL",
                signature + "bsre.url",
                SettingsCheck::isWebAddress,
                "http://10.0.0.5, tanpa garis miring di akhir / without a slash at the end");
        check(
                problems,
                environment,
                "DESK_BSRE_TIMEOUT",
                signature + "bsre.timeout",
                time -> time.matches("[1-9]\\d{0,2}s|[1-9]m"),
                "30s, 2m");
        check(
                problems,
                environment,
                "DESK_BSRE_APPEARANCE",
                signature + "bsre.appearance",
                Set.of("invisible", "visible")::contains,
                "invisible, visible");
        check(
                problems,
                environment,
                "DESK_BSRE_IMAGE",
                signature + "bsre.image",
                SettingsCheck::isFile,
                "berkas PNG yang ada / an existing PNG file");
        check(
                problems,
                environment,
                "DESK_TIMESTAMP_URL",
                signature + "timestamp-url",
                url -> url.matches("https?://[^\\s/].*"),
                "http://…, https://…");
        check(
                problems,
                environment,
                "DESK_TRUSTED",
                signature + "trusted",
                SettingsCheck::isTrustList,
                "berkas PEM atau folder berisi berkas PEM / a PEM file or a folder of PEM files");
        String password = environment.getProperty(signature + "pkcs12.password", "");
        String alias = environment.getProperty(signature + "pkcs12.alias", "");
        check(
                problems,
                environment,
                "DESK_SIGNATURE_KEY",
                signature + "pkcs12.file",
                file -> opens(file, password, alias),
                "berkas PKCS#12 yang terbuka dengan DESK_SIGNATURE_PASSWORD dan berisi kunci / a PKCS#12 file that"
                        + " DESK_SIGNATURE_PASSWORD opens and that holds a key");
    }

    private static boolean isFile(String path) {
        return Files.isRegularFile(Path.of(path)) && Files.isReadable(Path.of(path));
    }

    private static boolean isTrustList(String path) {
        List<Path> files = List.of(Path.of(path));
        try {
            if (Files.isDirectory(Path.of(path))) {
                try (Stream<Path> found = Files.list(Path.of(path))) {
                    files = found.filter(file ->
                                    file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(pem|crt|cer)"))
                            .toList();
                }
            }
            for (Path file : files) {
                try (InputStream content = Files.newInputStream(file)) {
                    CertificateFactory.getInstance("X.509").generateCertificates(content);
                }
            }
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean opens(String file, String password, String alias) {
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password.toCharArray());
            List<String> names = alias.isEmpty() ? Collections.list(store.aliases()) : List.of(alias);
            for (String name : names) {
                if (store.isKeyEntry(name)) {
                    return store.getKey(name, password.toCharArray()) != null;
                }
            }
            return false;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    /** What is secret is not repeated. */
    private static void checkSecret(
            List<String> problems, Environment environment, String variable, String property, String allowed) {
        String value = environment.getProperty(property, "").strip();
        if (!value.isEmpty() && !value.matches(allowed)) {
            problems.add(variable + " salah, yang boleh / is wrong, allowed: " + allowed);
        }
    }

    private static void need(List<String> problems, Environment environment, Map<String, String> needed) {
        new TreeMap<>(needed).forEach((variable, property) -> {
            if (environment.getProperty(property, "").isBlank()) {
                problems.add(variable + " belum diisi / is not set");
            }
        });
    }

    private static void check(
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

    private static String wrong(String variable, String value, String allowed) {
        return "%s='%s' salah, yang boleh / is wrong, allowed: %s".formatted(variable, value, allowed);
    }

    private static boolean isTime(String value, Duration least, Duration most) {
        try {
            Duration time = DurationStyle.detectAndParse(value);
            return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isNumbering(String pattern, String... parts) {
        return pattern.length() <= 60 && Stream.of(parts).allMatch(pattern::contains);
    }

    private static boolean isNumber(String value, int from, int to) {
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

    private static boolean isWebAddress(String value) {
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
