package id.deskpemilu.report.finding;

import java.util.List;

/**
 * A rule that the figures break.
 *
 * @param code the rule
 * @param deviation by how much, always above 0
 * @param formula the rule with the numbers filled in, the same in every language
 * @param fields the fields concerned
 */
public record Violation(FindingCode code, int deviation, String formula, List<String> fields) {}
