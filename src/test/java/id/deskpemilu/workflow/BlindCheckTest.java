package id.deskpemilu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.report.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads blind, as the table says. */
@ResourceLock(TestEngine.LOCK)
class BlindCheckTest {

    private final DmnBlindCheckPolicy policy =
            new DmnBlindCheckPolicy(TestEngine.engine().getDecisionService());

    @ParameterizedTest
    @CsvSource({
        "ppwp, 99, true",
        "gubernur, 0, true",
        "bupati, 99, true",
        "dpr, 19, true",
        "dpr, 20, false",
        "dpd, 0, true",
        "dprd-kab, 99, false"
    })
    void few_choices_always_and_long_lists_by_sample(String contest, int sample, boolean required) {
        assertThat(policy.requires(contest, List.of(), 1, sample)).isEqualTo(required);
    }

    @Test
    void what_needs_a_reason_is_always_read() {
        assertThat(policy.requires("dpr", List.of(finding(FindingCode.H3, Severity.EXPLAIN)), 1, 99))
                .isTrue();
        assertThat(policy.requires("dpr", List.of(finding(FindingCode.H6, Severity.WARN)), 1, 99))
                .isFalse();
    }

    @Test
    void a_finding_can_be_named_in_the_table() {
        assertThat(policy.requires("dpr", List.of(finding(FindingCode.S2, Severity.WARN)), 2, 99))
                .isTrue();
    }

    private static Finding finding(FindingCode code, Severity severity) {
        return new Finding(code, severity, false, 1, "", List.of());
    }
}
