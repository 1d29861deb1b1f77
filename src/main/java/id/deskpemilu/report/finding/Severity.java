package id.deskpemilu.report.finding;

/** What a finding asks of the operator. */
public enum Severity {
    /** Nothing; it is shown. */
    INFO,
    /** To say that the form has it so. */
    WARN,
    /** To say so and to give the reason. */
    EXPLAIN
}
