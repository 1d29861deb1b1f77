package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** A start with a missing or wrong setting ends in one line that names it: these starts are real, without the rest. */
@Isolated("it reads what the process prints, and sets how it logs")
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

    private static final List<String> GOOD = List.of(
            "DESK_DB_URL=jdbc:postgresql://localhost:1/desk",
            "DESK_DB_USER=desk",
            "DESK_DB_PASSWORD=geheim-1",
            "DESK_KEYCLOAK_URL=http://localhost:1",
            "DESK_CLIENT_SECRET=geheim-2",
            "DESK_PORT=0");

    @ParameterizedTest
    @ValueSource(
            strings = {"DESK_DB_URL", "DESK_DB_USER", "DESK_DB_PASSWORD", "DESK_KEYCLOAK_URL", "DESK_CLIENT_SECRET"})
    void a_missing_setting_is_named(String variable, CapturedOutput output) {
        assertThat(start(
                        GOOD.stream().filter(s -> !s.startsWith(variable + "=")).toList()))
                .isNotNull();
        assertThat(complaint(output)).contains(variable + " belum diisi / is not set");
    }

    @Test
    void all_missing_settings_are_named_at_once(CapturedOutput output) {
        assertThat(start(List.of())).isNotNull();
        assertThat(complaint(output)).contains(SettingsCheck.REQUIRED.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "DESK_DB_URL, postgres://localhost/desk",
        "DESK_KEYCLOAK_URL, localhost:8180",
        "DESK_KEYCLOAK_URL, http://localhost:8180/",
        "DESK_KEYCLOAK_INTERNAL_URL, ftp://keycloak",
        "DESK_PORT, 70000",
        "DESK_PORT, delapan",
        "DESK_COOKIE_SECURE, ya",
        "DESK_DB_POOL, 0",
        "DESK_JOB_THREADS, 99",
        "DESK_LOG_FORMAT, xml",
        "DESK_PHOTOS_STORE, tape",
        "DESK_PHOTOS_PER_REPORT, 0",
        "DESK_BOARD_PLAN, 18:00=70 13:00=0",
        "DESK_BOARD_PLAN, 13:00=0 18:00=170",
        "DESK_BOARD_PLAN, siang",
        "DESK_PHOTOS_FOLDER, /tidak/ada",
        "DESK_S3_ENDPOINT, s3.example.org",
        "DESK_S3_BUCKET, Foto!",
        "DESK_ADDRESS, desk.example.go.id",
        "DESK_MESSAGE_ATTEMPTS, 0",
        "DESK_MAIL_PORT, 70000",
        "DESK_MAIL_SECURITY, ssl",
        "DESK_MAIL_FROM, Desk",
        "DESK_MAIL_PER_MINUTE, cepat",
        "DESK_CHAT, telegram",
        "DESK_CHAT_PER_MINUTE, 0",
        "DESK_WHATSAPP_URL, graph.facebook.com",
        "DESK_WHATSAPP_TEMPLATES, pengingat",
        "DESK_WABLAS_URL, solo.wablas.com/",
        "DESK_WEBHOOK_URL, ftp://lain",
        "DESK_PUSH_CONTACT, desk@example.go.id",
        "DESK_PUSH_HOSTS, https://fcm.googleapis.com",
        "DESK_SIGNATURE, kertas",
        "DESK_SIGNATURE_KEY, /tidak/ada.p12",
        "DESK_TIMESTAMP_URL, tsa.example.org",
        "DESK_TRUSTED, /tidak/ada",
        "DESK_BSRE_URL, 10.0.0.5",
        "DESK_BSRE_TIMEOUT, lama",
        "DESK_BSRE_APPEARANCE, indah",
        "DESK_BSRE_IMAGE, /tidak/ada.png"
    })
    void a_wrong_setting_is_named_with_what_is_allowed(String variable, String value, CapturedOutput output) {
        assertThat(start(with(variable, value))).isNotNull();
        assertThat(complaint(output)).contains(variable + "='" + value + "'").contains("allowed: ");
    }

    @ParameterizedTest
    @CsvSource({
        "folder, DESK_PHOTOS_FOLDER belum diisi / is not set",
        "s3, DESK_S3_BUCKET belum diisi / is not set",
        "s3, DESK_S3_SECRET_KEY belum diisi / is not set"
    })
    void what_the_chosen_store_of_photos_needs_is_named(String store, String missing, CapturedOutput output) {
        assertThat(start(with("DESK_PHOTOS_STORE", store))).isNotNull();
        assertThat(complaint(output)).contains(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "DESK_MAIL_HOST, mail.example.go.id, DESK_MAIL_FROM belum diisi / is not set",
        "DESK_WEBHOOK_URL, https://lain.example.go.id/x, DESK_WEBHOOK_SECRET belum diisi / is not set",
        "DESK_CHAT, cloud, DESK_WHATSAPP_NUMBER_ID belum diisi / is not set",
        "DESK_CHAT, cloud, DESK_WHATSAPP_TOKEN belum diisi / is not set",
        "DESK_CHAT, fonnte, DESK_FONNTE_TOKEN belum diisi / is not set",
        "DESK_CHAT, wablas, DESK_WABLAS_URL belum diisi / is not set",
        "DESK_CHAT, wablas, DESK_WABLAS_TOKEN belum diisi / is not set",
        "DESK_PUSH_PUBLIC_KEY, x, DESK_PUSH_PRIVATE_KEY belum diisi / is not set"
    })
    void what_an_open_road_for_messages_needs_is_named(
            String variable, String value, String missing, CapturedOutput output) {
        assertThat(start(with(variable, value))).isNotNull();
        assertThat(complaint(output)).contains(missing);
    }

    @ParameterizedTest
    @CsvSource({
        "DESK_SIGNATURE, bsre-v1, DESK_BSRE_URL belum diisi / is not set",
        "DESK_SIGNATURE, bsre-v2, DESK_BSRE_PASSWORD belum diisi / is not set",
        "DESK_BSRE_APPEARANCE, visible, DESK_BSRE_IMAGE belum diisi / is not set"
    })
    void what_the_signing_service_needs_is_named(String variable, String value, String missing, CapturedOutput output) {
        assertThat(start(with(variable, value))).isNotNull();
        assertThat(complaint(output)).contains(missing);
    }

    @ParameterizedTest
    @CsvSource({"DESK_WEBHOOK_SECRET, pendek", "DESK_PUSH_PRIVATE_KEY, geheim"})
    void a_wrong_secret_is_named_and_not_repeated(String variable, String value, CapturedOutput output) {
        assertThat(start(with(variable, value))).isNotNull();
        assertThat(complaint(output)).contains(variable + " salah").doesNotContain(value);
    }

    @Test
    void a_busy_port_is_named(CapturedOutput output) throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(start(with("DESK_PORT", String.valueOf(other.getLocalPort()))))
                    .isNotNull();
            assertThat(complaint(output)).contains("DESK_PORT=" + other.getLocalPort());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, DESK_DB_PASSWORD",
        "3D000, this database does not exist",
        "08001, the database cannot be reached",
        "57P03, still starting"
    })
    void what_the_database_refuses_is_said_without_what_follows_its_address(String state, String said) {
        assertThat(DatabaseCheck.sentence(
                        new SQLException("x", state), "jdbc:postgresql://db:5432/desk?password=geheim"))
                .contains(said)
                .contains("jdbc:postgresql://db:5432/desk")
                .doesNotContain("geheim");
    }

    @Test
    void a_failure_that_nobody_foresaw_is_one_line_too() {
        FailureAnalysis analysis = new StartFailureAnalyzer.Unforeseen()
                .analyze(new IllegalStateException("outer", new IOException("first\nsecond")));

        assertThat(StartFailureReporter.line(analysis))
                .contains("IOException: first second")
                .doesNotContain("\n");
    }

    private static List<String> with(String variable, String value) {
        List<String> settings = new ArrayList<>(
                GOOD.stream().filter(s -> !s.startsWith(variable + "=")).toList());
        settings.add(variable + "=" + value);
        return settings;
    }

    private static Throwable start(List<String> settings) {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setRegisterShutdownHook(false);
        return catchThrowable(
                () -> application.run(settings.stream().map(s -> "--" + s).toArray(String[]::new)));
    }

    /** The one line of the complaint; no trace stands beside it, and no secret in it. */
    private static String complaint(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("\tat ").doesNotContain("geheim");
        List<String> lines = output.getErr().lines().filter(l -> !l.isBlank()).toList();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
