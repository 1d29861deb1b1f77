package id.deskpemilu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.imports.ImportKind;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.identity.Role;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.incident.Incidents;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.Delivery;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Revision;
import id.deskpemilu.report.evidence.PhotoEvent;
import id.deskpemilu.report.evidence.PhotoState;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.Severity;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that the code can say has its sentence in both languages. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String BASES = "messages";

    /** Where the code names a refusal: the literal is its code. */
    private static final List<Pattern> REFUSALS = List.of(
            Pattern.compile(
                    "Refusal\\s*\\.(?:invalid|forbidden|notFound|conflict|gone|unavailable)\\(\\s*\"([A-Z_]+)\""),
            Pattern.compile("HttpStatus\\.[A-Z_]+,\\s*\"([A-Z_]+)\""),
            Pattern.compile("\\btext\\([^;\"]*,\\s*\"([A-Z_]+)\"\\)"),
            Pattern.compile("\\brequire\\(State\\.[A-Z]+,\\s*\"([A-Z_]+)\"\\)"));

    /** The codes of answers that Spring decides on, named after the HTTP status. */
    private static final Set<String> OF_SPRING = Set.of(
            "NOT_FOUND",
            "METHOD_NOT_ALLOWED",
            "NOT_ACCEPTABLE",
            "PAYLOAD_TOO_LARGE",
            "UNSUPPORTED_MEDIA_TYPE",
            "INTERNAL_SERVER_ERROR",
            "SERVICE_UNAVAILABLE");

    private static final Pattern FIELD_ERROR = Pattern.compile("new FieldError\\([^;\"]*\"([A-Z_]+)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void every_refusal_says_what_happened_and_what_to_do_now(String language) throws IOException {
        Set<String> codes = codes(REFUSALS);
        assertThat(codes)
                .contains("ALREADY_REPORTED", "REASON_MISSING", "BALLOT_IN_USE", "SIGN_IN", "NO_ROLE", "FAILED");
        codes.addAll(OF_SPRING);
        Set<String> keys = new TreeSet<>();
        for (String code : codes) {
            keys.add("refusal." + code);
            keys.add("refusal." + code + ".next");
        }
        for (String code : codes(List.of(FIELD_ERROR))) {
            keys.add("refusal." + code);
        }
        assertHas(keys, language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_en"})
    void every_word_of_the_domain_has_a_text(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        keys.addAll(named("finding.", FindingCode.values()));
        keys.addAll(named("finding.short.", FindingCode.values()));
        keys.addAll(named("finding.", FindingCode.values(), code -> code.name() + ".operator"));
        keys.addAll(named("finding.", FindingCode.values(), code -> code.name() + ".verifier"));
        keys.addAll(named("severity.", Severity.values()));
        keys.addAll(named("status.", ReportStatus.values()));
        keys.addAll(named("action.", Action.values()));
        keys.addAll(named("correction.", Correction.State.values()));
        keys.addAll(named("revision.", Revision.Origin.values()));
        keys.addAll(named("phase.", Phase.values()));
        keys.addAll(named("contest-state.", Contest.State.values()));
        keys.addAll(named("event.", ReportEvent.class.getPermittedSubclasses(), Class::getSimpleName));
        keys.addAll(named("event.", PhotoEvent.class.getPermittedSubclasses(), Class::getSimpleName));
        keys.addAll(named("photos.", PhotoState.values()));
        keys.addAll(named("escalation.kind.", EscalationKind.values()));
        keys.addAll(named("escalation.kind.", EscalationKind.values(), kind -> kind.name() + ".count"));
        keys.addAll(named("escalation.kind.", EscalationKind.values(), kind -> kind.name() + ".silent"));
        keys.addAll(named("escalation.chat.", EscalationKind.values()));
        keys.addAll(named("escalation.level.", Level.values()));
        keys.addAll(named("escalation.waits.", Level.values()));
        keys.addAll(named("escalation.mark-unreachable.", Level.values()));
        keys.addAll(named("escalation.state.", Escalation.State.values()));
        keys.addAll(named("escalation.outcome.", Escalation.Outcome.values()));
        keys.addAll(named("escalation.channel.", Channel.values()));
        keys.addAll(named("escalation.delivery.", Delivery.State.values()));
        keys.addAll(named("stage.", Stage.Kind.values()));
        keys.addAll(named("import.kind.", ImportKind.values(), ImportKind::key));
        keys.addAll(named("import.hint.", ImportKind.values(), ImportKind::key));
        keys.addAll(named("role.", Role.values(), Role::realmName));
        keys.addAll(named("contest.", ContestType.values(), ContestType::slug));
        keys.addAll(named("incident.kind.", IncidentKind.values()));
        keys.addAll(named("incident.kind.", IncidentKind.values(), kind -> kind.name() + ".hint"));
        keys.addAll(named("incident.state.", Incidents.State.values()));
        keys.addAll(named("channel.", Channel.values()));
        keys.addAll(named("delivery.", Delivery.State.values()));
        assertHas(keys, language);
    }

    @Test
    void both_languages_have_the_same_keys_with_the_same_placeholders() throws IOException {
        Properties indonesian = texts("");
        Properties english = texts("_en");
        assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
        for (String key : indonesian.stringPropertyNames()) {
            if (!key.startsWith("pattern.")) { // patterns of dates, not of messages
                assertThat(placeholders(english.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(indonesian.getProperty(key)));
            }
        }
    }

    private static void assertHas(Set<String> keys, String language) throws IOException {
        Properties texts = texts(language);
        List<String> missing = new ArrayList<>(keys);
        missing.removeIf(key -> !texts.getProperty(key, "").isBlank());
        assertThat(missing)
                .as("keys without a text in messages%s.properties", language)
                .isEmpty();
    }

    private static Set<String> placeholders(String text) {
        Set<String> used = new TreeSet<>();
        MessageFormat format = new MessageFormat(text, Locale.ROOT);
        Format[] formats = format.getFormatsByArgumentIndex();
        for (int i = 0; i < formats.length; i++) {
            used.add("{" + i + "}");
        }
        return used;
    }

    private static Set<String> named(String prefix, Enum<?>[] values) {
        return named(prefix, values, Enum::name);
    }

    private static <T> Set<String> named(String prefix, T[] values, Function<? super T, String> name) {
        Set<String> keys = new TreeSet<>();
        Arrays.stream(values).map(name).map(prefix::concat).forEach(keys::add);
        return keys;
    }

    private static Set<String> codes(List<Pattern> patterns) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (Pattern pattern : patterns) {
                    Matcher matcher = pattern.matcher(source);
                    while (matcher.find()) {
                        codes.add(matcher.group(1));
                    }
                }
            }
        }
        return codes;
    }

    private static Properties texts(String language) throws IOException {
        Pattern name = Pattern.compile(BASES + "(-[a-z]+)?" + language + "\\.properties");
        Properties texts = new Properties();
        try (Stream<Path> files = Files.list(RESOURCES)) {
            for (Path file : files.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .toList()) {
                try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        }
        return texts;
    }
}
