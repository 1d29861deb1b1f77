package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.report.finding.Violation;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of severities, row by row. */
@ResourceLock(TestEngine.LOCK)
class FindingSeverityTest {

    private final DmnSeverityPolicy policy =
            new DmnSeverityPolicy(TestEngine.engine().getDecisionService());

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "S2,1,EXPLAIN,true",
        "S2,900,EXPLAIN,true",
        "H6,1,WARN,false",
        "H6,2,WARN,false",
        "H6,3,EXPLAIN,false",
        "H3P,1,EXPLAIN,false",
        "S1,2,WARN,false",
        "S1,300,WARN,false",
        "S2D,1,WARN,false",
        "S3,1,INFO,false",
        "S3,2,INFO,false",
        "S3,3,WARN,false",
        "S4,1,WARN,false",
        "S5,1,WARN,false",
        "S6,1,WARN,false",
        "X1,1,WARN,false",
        "X2,1,INFO,false",
        "X2,100,INFO,false",
        "X3,1,INFO,false",
        "X4,1,WARN,false",
        "H1,1,EXPLAIN,false",
        "H2,1,EXPLAIN,false",
        "H3,1,EXPLAIN,false",
        "H4,1,EXPLAIN,false",
        "H5,1,EXPLAIN,false",
        "H7,1,EXPLAIN,false",
        "H8,1,EXPLAIN,false",
        "H9,1,EXPLAIN,false"
    })
    void each_row_of_the_table(FindingCode code, int deviation, Severity severity, boolean secondLook) {
        for (ContestType contest : ContestType.values()) {
            Finding finding = judge(contest.slug(), code, deviation);
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.secondLook()).isEqualTo(secondLook);
        }
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void every_code_has_a_row_of_its_own_above_the_last_one(FindingCode code) {
        DmnModelInstance table = Dmn.readModelFromFile(
                Models.FOLDER.resolve("finding-severity.dmn").toFile());
        assertThat(table.getModelElementsByType(Rule.class))
                .anyMatch(rule -> List.of(rule.getInputEntries()
                                .iterator()
                                .next()
                                .getText()
                                .getTextContent()
                                .split(","))
                        .contains('"' + code.name() + '"'));
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void what_must_hold_asks_for_a_reason_and_only_too_many_votes_for_two_verifiers(FindingCode code) {
        Finding finding = judge("bupati", code, 10);
        assertThat(finding.severity() == Severity.EXPLAIN)
                .isEqualTo(code.name().startsWith("H") || code == FindingCode.S2);
        assertThat(finding.secondLook()).isEqualTo(code == FindingCode.S2);
    }

    @Test
    void a_code_without_a_row_is_only_shown() {
        DmnDecisionTableResult result = TestEngine.engine()
                .getDecisionService()
                .evaluateDecisionTableByKey(
                        DmnSeverityPolicy.KEY, Map.of("code", "X9", "deviation", 5, "contest", "bupati"));
        assertThat(result.getSingleResult().getEntryMap())
                .containsEntry("severity", "INFO")
                .containsEntry("secondLook", false);
    }

    @Test
    void the_findings_keep_the_order_and_the_words_of_the_violations() {
        Violation first = new Violation(FindingCode.S2, 3, "300 > 297", List.of("suara_total", "pemilih_dpt_j"));
        Violation second = new Violation(FindingCode.H6, 1, "297 ≠ 298", List.of("ss_diterima"));
        assertThat(policy.judge("bupati", List.of(first, second)))
                .containsExactly(Finding.of(first, Severity.EXPLAIN, true), Finding.of(second, Severity.WARN, false));
        assertThat(policy.judge("bupati", List.of())).isEmpty();
    }

    private Finding judge(String contest, FindingCode code, int deviation) {
        List<Finding> findings = policy.judge(contest, List.of(new Violation(code, deviation, "1 ≠ 2", List.of("f"))));
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
