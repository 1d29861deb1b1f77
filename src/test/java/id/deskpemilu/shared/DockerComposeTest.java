package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class DockerComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[^}]*)?}");

    private static String text;
    private static Map<String, Object> compose;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(Path.of("docker-compose.yml"));
        compose = new Yaml().load(text);
    }

    @Test
    void there_is_a_database_for_each_a_login_server_and_the_application() {
        assertThat(map(compose, "services")).containsOnlyKeys("postgres", "keycloak-postgres", "keycloak", "app");
        assertThat(service("postgres")).containsEntry("image", "postgres:17");
        assertThat(service("keycloak")).containsEntry("image", "quay.io/keycloak/keycloak:26.7");
        assertThat(service("keycloak").get("command"))
                .asList()
                .contains("start")
                .doesNotContain("start-dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "keycloak-postgres", "keycloak", "app"})
    void every_service_says_when_it_is_healthy_and_comes_back_after_a_crash(String name) {
        assertThat(map(service(name), "healthcheck")).containsKeys("test", "interval", "retries");
        assertThat(service(name)).containsEntry("restart", "unless-stopped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "keycloak-postgres"})
    void data_live_in_a_named_volume_of_their_own(String name) {
        String volume = list(service(name), "volumes").get(0).split(":")[0];

        assertThat(map(compose, "volumes")).containsKey(volume);
        assertThat(text.split(volume + ":/var/lib/postgresql/data", -1)).hasSize(2);
    }

    @Test
    void databases_are_not_published_and_the_others_only_to_this_machine() {
        assertThat(service("postgres")).doesNotContainKey("ports");
        assertThat(service("keycloak-postgres")).doesNotContainKey("ports");
        assertThat(list(service("keycloak"), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(list(service("app"), "ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void no_password_has_a_default_and_a_missing_one_stops_the_start() {
        for (String name : map(compose, "services").keySet()) {
            map(service(name), "environment").forEach((key, value) -> {
                if (key.matches(".*(PASSWORD|SECRET).*")) {
                    assertThat(String.valueOf(value)).as(name + " " + key).matches("\\$\\{[A-Z_]+:\\?.+}");
                }
            });
        }
    }

    @Test
    void the_application_reads_every_variable_it_is_given_and_gets_every_one_it_needs() throws IOException {
        Set<String> given = map(service("app"), "environment").keySet();

        assertThat(variables(Files.readString(Path.of("src/main/resources/application.yaml"))))
                .containsAll(given);
        assertThat(given).containsAll(SettingsCheck.REQUIRED.keySet());
    }

    @Test
    void the_login_server_gets_what_the_realm_file_asks_for() throws IOException {
        assertThat(map(service("keycloak"), "environment"))
                .containsKeys(variables(Files.readString(Path.of("keycloak-realm/desk-pemilu-realm.json")))
                        .toArray(String[]::new));
        assertThat(list(service("keycloak"), "volumes"))
                .allMatch(volume -> Files.exists(Path.of(volume.split(":")[0])), "mounted files exist");
    }

    @Test
    void every_key_of_the_env_file_is_documented_at_the_top() {
        String head = text.substring(0, text.indexOf("\nname:"));

        assertThat(variables(text)).allMatch(key -> head.contains("#   " + key + " "), "documented");
    }

    @Test
    void the_image_runs_the_packaged_jar_as_nobody_special_on_java_17() {
        assertThat(String.valueOf(map(service("app"), "build").get("dockerfile_inline")))
                .contains("FROM eclipse-temurin:17-jre")
                .contains("COPY target/desk-pemilu.jar")
                .containsPattern("(?m)^USER desk$");
    }

    private static Set<String> variables(String source) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = VARIABLE.matcher(source);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Map<String, Object> service(String name) {
        return map(map(compose, "services"), name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.get(key);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> parent, String key) {
        return (List<String>) parent.get(key);
    }
}
