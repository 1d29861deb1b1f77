package id.deskpemilu.shared;

import static id.deskpemilu.shared.SettingsCheck.check;
import static id.deskpemilu.shared.SettingsCheck.isNumber;
import static id.deskpemilu.shared.SettingsCheck.need;
import static id.deskpemilu.shared.SettingsCheck.wrong;

import java.io.IOException;
import java.io.InputStream;
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
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/** The part of {@link SettingsCheck} that looks at letters: their hours and numbers, who gets them, who signs them. */
final class LetterSettingsCheck {

    /** YAML reads 35.10 as a number, which is 35.1. */
    private static final String CODE_OF_REGION =
            "kode wilayah dalam tanda petik / a region's code in quotes: \"35.17\"";

    private static final String CUT = "([01]\\d|2[0-3]):[0-5]\\d (FULL|FLASH)";

    private LetterSettingsCheck() {}

    /** Adds what is missing or impossible. */
    static void look(List<String> problems, Environment environment) {
        checkLetters(problems, environment);
        checkReceivers(problems, environment);
        checkSignature(problems, environment);
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
                LetterSettingsCheck::isFile,
                "berkas yang ada / an existing file");
        check(
                problems,
                environment,
                "DESK_LETTER_TEXTS",
                letters + "paper.texts",
                LetterSettingsCheck::isFile,
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
                LetterSettingsCheck::isFile,
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
                LetterSettingsCheck::isTrustList,
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
}
