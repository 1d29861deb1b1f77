package id.deskpemilu.report;

import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.Violation;
import java.util.List;

/** Judges what the rules have measured; an election official can read and change the table behind it. */
public interface SeverityPolicy {

    /**
     * The findings of the violations, in the same order.
     *
     * @param contest the slug of the contest's type
     */
    List<Finding> judge(String contest, List<Violation> violations);
}
