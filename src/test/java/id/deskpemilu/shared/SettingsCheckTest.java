package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the check says of settings of letters, their signature and their receivers; {@link StartFailureTest} shows how. */
class SettingsCheckTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String FIRST = "desk.letters.receivers[0].";

    /** The program of the province, a server for files, an e-mail, and somebody who carries it. */
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("spring.datasource.url", "jdbc:postgresql://localhost/desk"),
            Map.entry("spring.datasource.username", "desk"),
            Map.entry("spring.datasource.password", "geheim"),
            Map.entry("desk.keycloak.url", "https://masuk.example.go.id"),
            Map.entry("spring.security.oauth2.client.registration.keycloak.client-secret", "geheim"),
            Map.entry("server.port", "-1"),
            Map.entry("desk.messages.mail.host", "mail.example.go.id"),
            Map.entry("desk.messages.mail.from", "desk@example.go.id"),
            Map.entry("desk.letters.receipt-within", "15m"),
            Map.entry("desk.letters.numbering", "200.2.1/[nomor]/[wilayah]/[tahun]"),
            Map.entry("desk.letters.offices[0].region", "35.17"),
            Map.entry("desk.letters.offices[0].numbering", "[nomor]/KESBANGPOL/[bulan]/[tahun]"),
            Map.entry("desk.letters.transfers.lease", "3m"),
            Map.entry(FIRST + "name", "provinsi"),
            Map.entry(FIRST + "title", "Bakesbangpol Provinsi"),
            Map.entry(FIRST + "channel", "DESK"),
            Map.entry(FIRST + "regions[0]", "35.17"),
            Map.entry(FIRST + "desk.url", "https://desk.example.go.id"),
            Map.entry(FIRST + "desk.tokenUrl", "https://masuk.example.go.id/realms/x/protocol/openid-connect/token"),
            Map.entry(FIRST + "desk.client-id", "desk-3517"),
            Map.entry(FIRST + "desk.client-secret", "geheim"),
            Map.entry(FIRST + "desk.seal-certificate", HASH),
            Map.entry("desk.letters.receivers[1].name", "arsip"),
            Map.entry("desk.letters.receivers[1].title", "Arsip"),
            Map.entry("desk.letters.receivers[1].channel", "sftp"),
            Map.entry("desk.letters.receivers[1].sftp.host", "arsip.example.go.id"),
            Map.entry("desk.letters.receivers[1].sftp.username", "desk"),
            Map.entry("desk.letters.receivers[1].sftp.password", "geheim"),
            Map.entry("desk.letters.receivers[1].sftp.host-key", "SHA256:" + "Ab0/".repeat(10) + "xyz"),
            Map.entry("desk.letters.receivers[2].name", "tembusan"),
            Map.entry("desk.letters.receivers[2].title", "Tembusan"),
            Map.entry("desk.letters.receivers[2].channel", "mail"),
            Map.entry("desk.letters.receivers[2].mail.to", "a@example.go.id, b@example.go.id"),
            Map.entry("desk.letters.receivers[3].name", "bupati"),
            Map.entry("desk.letters.receivers[3].title", "Bupati"),
            Map.entry("desk.letters.receivers[3].channel", "download"));

    private static List<String> problems(Map<String, String> other) {
        Map<String, Object> settings = new HashMap<>(GOOD);
        settings.putAll(other);
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("uji", settings));
        ConfigurationPropertySources.attach(environment);
        List<String> problems = SettingsCheck.problems(environment);
        assertThat(problems).noneMatch(sentence -> sentence.contains("geheim"));
        return problems;
    }

    @Test
    void good_settings_have_no_problem() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DESK_LETTER_CUTS | desk.letters.cuts | 25:00 FULL | 16:00 FULL, 18:00 FULL",
                "DESK_LETTER_CUTS | desk.letters.cuts | 16:00 LENGKAP | 16:00 FULL, 18:00 FULL",
                "DESK_LETTERS_FILE | DESK_LETTERS_FILE | /tidak/ada.yaml | an existing file",
                "DESK_LETTERS_FILE | DESK_LETTERS_FILE | / | an existing file",
                "DESK_LETTER_TEXTS | desk.letters.paper.texts | /tidak/ada.properties | an existing file",
                "DESK_RECEIPT_WITHIN | desk.letters.receipt-within | lama | 1m…24h",
                "DESK_RECEIPT_WITHIN | desk.letters.receipt-within | 10s | 1m…24h",
                "DESK_FRESH_LOGIN | desk.letters.fresh-login | 1d | 1s…1h",
                "DESK_LETTER_NUMBERING | desk.letters.numbering | 200.2.1/35.17/[tahun] | [nomor], [wilayah], [tahun]",
                "DESK_LETTER_NUMBERING | desk.letters.numbering | [nomor]/[tahun] | [nomor], [wilayah], [tahun]",
                "DESK_LETTER_NUMBERING | desk.letters.numbering | [nomor]/[wilayah] | [nomor], [wilayah], [tahun]",
                "desk.letters.offices[0].region | desk.letters.offices[0].region | 35.1 | in quotes",
                "desk.letters.offices[0].numbering | desk.letters.offices[0].numbering | [nomor]/KB | [nomor], [tahun]",
                "DESK_LETTER_ATTEMPTS | desk.letters.transfers.most-attempts | 0 | 1…10000",
                "desk.letters.transfers.lease | desk.letters.transfers.lease | 60s | 2m…1h",
                "desk.letters.transfers.first-wait | desk.letters.transfers.first-wait | 0s | 100ms…1h",
                "desk.letters.transfers.longest-wait | desk.letters.transfers.longest-wait | 1 jam | 100ms…1h",
                "desk.letters.receivers[0].name | desk.letters.receivers[0].name | Provinsi | a-z, 0-9, -",
                "desk.letters.receivers[0].name | desk.letters.receivers[0].name | unduh | a-z, 0-9, -",
                "desk.letters.receivers[1].name | desk.letters.receivers[1].name | provinsi | satu kali / once",
                "desk.letters.receivers[0].channel | desk.letters.receivers[0].channel | faks | desk, mail, sftp, download",
                "desk.letters.receivers[0].regions | desk.letters.receivers[0].regions[1] | 35.1 | in quotes",
                "desk.letters.receivers[0].desk.url | desk.letters.receivers[0].desk.url | desk.example.go.id | https://host",
                "desk.letters.receivers[0].desk.url | desk.letters.receivers[0].desk.url | https://desk.id/ | https://host",
                "desk.letters.receivers[0].desk.token-url | desk.letters.receivers[0].desk.tokenUrl | masuk | https://host",
                "desk.letters.receivers[0].desk.seal-certificate | desk.letters.receivers[0].desk.seal-certificate | AB:CD | 64 ×",
                "desk.letters.receivers[1].sftp.port | desk.letters.receivers[1].sftp.port | 70000 | 1…65535",
                "desk.letters.receivers[1].sftp.host-key | desk.letters.receivers[1].sftp.host-key | MD5:aa:bb | SHA256:…",
                "desk.letters.receivers[2].mail.to | desk.letters.receivers[2].mail.to | Kemendagri | desk@example.go.id",
                "DESK_SIGNATURE | desk.signature.kind | kertas | pkcs12, bsre-v1, bsre-v2",
                "DESK_SIGNATURE_KEY | desk.signature.pkcs12.file | /tidak/ada.p12 | DESK_SIGNATURE_PASSWORD",
                "DESK_TIMESTAMP_URL | desk.signature.timestamp-url | tsa.example.org | http://…, https://…",
                "DESK_TRUSTED | desk.signature.trusted | /tidak/ada | a folder of PEM files",
                "DESK_BSRE_URL | desk.signature.bsre.url | http://10.0.0.5/ | without a slash at the end",
                "DESK_BSRE_TIMEOUT | desk.signature.bsre.timeout | 0s | 30s, 2m",
                "DESK_BSRE_APPEARANCE | desk.signature.bsre.appearance | indah | invisible, visible",
                "DESK_BSRE_IMAGE | desk.signature.bsre.image | /tidak/ada.png | an existing PNG file"
            })
    void a_wrong_value_is_named_with_what_is_allowed(String named, String property, String value, String allowed) {
        assertThat(problems(Map.of(property, value)))
                .singleElement()
                .asString()
                .startsWith(named + "='" + value + "' salah, yang boleh / is wrong, allowed: ")
                .contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "desk.letters.receivers[0].title, desk.letters.receivers[0].title",
        "desk.letters.receivers[0].channel, desk.letters.receivers[0].channel",
        "desk.letters.receivers[0].desk.url, desk.letters.receivers[0].desk.url",
        "desk.letters.receivers[0].desk.tokenUrl, desk.letters.receivers[0].desk.token-url",
        "desk.letters.receivers[0].desk.client-id, desk.letters.receivers[0].desk.client-id",
        "desk.letters.receivers[0].desk.client-secret, desk.letters.receivers[0].desk.client-secret",
        "desk.letters.receivers[1].sftp.host, desk.letters.receivers[1].sftp.host",
        "desk.letters.receivers[1].sftp.username, desk.letters.receivers[1].sftp.username",
        "desk.letters.receivers[1].sftp.password, desk.letters.receivers[1].sftp.password",
        "desk.letters.receivers[1].sftp.host-key, desk.letters.receivers[1].sftp.host-key",
        "desk.letters.receivers[2].mail.to, desk.letters.receivers[2].mail.to",
        "desk.messages.mail.host, DESK_MAIL_HOST"
    })
    void what_a_channel_needs_is_named(String property, String named) {
        assertThat(problems(Map.of(property, ""))).containsExactly(named + " belum diisi / is not set");
    }

    @Test
    void what_another_channel_would_need_is_not_asked_for() {
        assertThat(problems(Map.of(
                        "desk.letters.receivers[1].sftp.password", "",
                        "desk.letters.receivers[1].sftp.private-key", "geheim",
                        "desk.letters.receivers[1].sftp.host-key",
                                "arsip.example.go.id ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ" + "a".repeat(40),
                        "desk.letters.receivers[2].mail.to", "",
                        "desk.letters.receivers[2].mail.to[0]", "a@example.go.id")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bsre-v1, DESK_BSRE_PASSWORD DESK_BSRE_URL DESK_BSRE_USER",
        "bsre-v2, DESK_BSRE_PASSWORD DESK_BSRE_URL DESK_BSRE_USER"
    })
    void a_signing_service_needs_its_address_and_our_name_there(String kind, String named) {
        assertThat(problems(Map.of("desk.signature.kind", kind)))
                .containsExactlyElementsOf(List.of(named.split(" ")).stream()
                        .map(variable -> variable + " belum diisi / is not set")
                        .toList());
    }

    @Test
    void files_that_are_there_have_to_hold_what_is_said(@TempDir Path folder) throws IOException {
        Path nothing = Files.createFile(folder.resolve("kosong.p12"));
        assertThat(problems(Map.of(
                        "desk.signature.pkcs12.file", nothing.toString(), "desk.signature.pkcs12.password", "geheim")))
                .singleElement()
                .asString()
                .startsWith("DESK_SIGNATURE_KEY='" + nothing + "' salah");
        Files.writeString(folder.resolve("rusak.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThat(problems(Map.of("desk.signature.trusted", folder.toString())))
                .singleElement()
                .asString()
                .startsWith("DESK_TRUSTED='" + folder + "' salah");
        Files.delete(folder.resolve("rusak.pem"));
        assertThat(problems(Map.of("desk.signature.trusted", folder.toString())))
                .isEmpty();
        Path texts = Files.writeString(folder.resolve("teks.properties"), "closing=Sekian");
        assertThat(problems(Map.of("desk.letters.paper.texts", texts.toString())))
                .isEmpty();
    }

    @Test
    void all_problems_are_named_at_once() {
        assertThat(problems(Map.of(
                        "desk.letters.receivers[0].desk.url", "",
                        "desk.letters.receivers[1].sftp.port", "0",
                        "desk.signature.kind", "kertas")))
                .hasSize(3);
    }
}
