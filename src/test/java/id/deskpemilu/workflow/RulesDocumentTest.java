package id.deskpemilu.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Form;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.finding.CrossChecks;
import id.deskpemilu.report.finding.DerivedFindings;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.GoldenForm;
import id.deskpemilu.report.finding.ReportRules;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.report.finding.Violation;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code src/docs/rules.md} says what the rules, the table of severities and the messages say. */
@ResourceLock(TestEngine.LOCK)
class RulesDocumentTest {

    private static final Path RULES = Path.of("src/docs/rules.md");
    private static final Path TEXTS = Path.of("src/main/resources/messages-finding_en.properties");
    private static final Pattern LIMIT = Pattern.compile("([A-Z]+) up to (\\d+) \\w+, ([A-Z]+) beyond");

    private final DmnSeverityPolicy policy =
            new DmnSeverityPolicy(TestEngine.engine().getDecisionService());

    /** The rows of the table below the heading, as trimmed cells by their first one. */
    private static Map<String, List<String>> table(String first, String second) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(RULES)) {
            List<String> cells = line.startsWith("|")
                    ? Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList()
                    : List.of();
            if (cells.isEmpty()) {
                inside = false;
            } else if (cells.subList(0, 2).equals(List.of(first, second))) {
                inside = true;
            } else if (inside && !cells.get(0).startsWith("---")) {
                assertThat(rows.put(cells.get(0), cells)).as(line).isNull();
            }
        }
        return rows;
    }

    private static List<String> row(FindingCode code) throws IOException {
        return table("code", "sentence").get(code.label());
    }

    @Test
    void it_lists_exactly_the_codes_in_their_order() throws IOException {
        assertThat(table("code", "sentence").keySet())
                .containsExactlyElementsOf(Arrays.stream(FindingCode.values())
                        .map(FindingCode::label)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void it_has_the_sentence_that_people_read(FindingCode code) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS, UTF_8)) {
            texts.load(reader);
        }
        assertThat(row(code).get(1)).isEqualTo(texts.getProperty("finding." + code));
        assertThat(row(code).get(2)).isNotBlank();
        assertThat(row(code).get(5)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void it_names_the_sections_that_the_rule_looks_at(FindingCode code) throws IOException {
        List<String> sections = List.of(row(code).get(3).split(", "));
        Form form = FormMother.pemilu();
        assertThat(form.sections()).extracting(Form.Section::number).containsAll(sections);
        assertThat(GoldenForm.breaking(code).fields().stream()
                        .map(field -> field.matches("suara_\\d.*") ? "IV" : numberOf(form, field))
                        .toList())
                .isSubsetOf(sections);
    }

    private static String numberOf(Form form, String field) {
        return form.sections().stream()
                .filter(section ->
                        section.rows().stream().anyMatch(row -> row.fields().contains(field)))
                .map(Form.Section::number)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void it_has_the_severities_of_the_table_to_the_unit(FindingCode code) throws IOException {
        String cell = row(code).get(4);
        Matcher limit = LIMIT.matcher(cell);
        boolean two = cell.endsWith(", two verifiers");
        for (int deviation : new int[] {1, 2, 3, 4, 5, 10, 20, 50, 100, 300, 600, 999}) {
            Finding finding = policy.judge("bupati", List.of(new Violation(code, deviation, "", List.of())))
                    .get(0);
            String expected = limit.matches()
                    ? limit.group(deviation <= Integer.parseInt(limit.group(2)) ? 1 : 3)
                    : cell.replace(", two verifiers", "");
            assertThat(finding.severity()).as("%s by %s", code, deviation).isEqualTo(Severity.valueOf(expected));
            assertThat(finding.secondLook()).as("%s by %s", code, deviation).isEqualTo(two);
        }
    }

    @Test
    void it_has_the_table_of_what_hides_what() throws IOException {
        Map<String, Set<FindingCode>> hides = new LinkedHashMap<>();
        table("shown", "hides").forEach((code, cells) -> hides.put(code, codes(cells.get(1))));
        Map<String, Set<FindingCode>> expected = new LinkedHashMap<>();
        DerivedFindings.HIDES.forEach((code, hidden) -> expected.put(code.label(), hidden));
        assertThat(new ArrayList<>(hides.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
    }

    private static Set<FindingCode> codes(String cell) {
        return Stream.of(cell.split(", "))
                .map(label -> FindingCode.valueOf(label.toUpperCase(java.util.Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
    }

    @Test
    void it_has_the_borders_of_what_is_unusual() throws IOException, IllegalAccessException {
        Map<String, String> borders = new TreeMap<>();
        for (Class<?> rules : List.of(ReportRules.class, CrossChecks.class)) {
            for (Field field : rules.getFields()) {
                assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
                borders.put(field.getName(), String.valueOf(field.getInt(null)));
            }
        }
        Map<String, String> written = new TreeMap<>();
        table("what", "value").forEach((what, cells) -> {
            String name = what.substring(what.indexOf('`') + 1, what.lastIndexOf('`'));
            written.put(name, cells.get(1));
        });
        assertThat(written).isEqualTo(borders).hasSize(9);
    }
}
