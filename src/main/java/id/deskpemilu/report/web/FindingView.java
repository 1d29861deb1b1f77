package id.deskpemilu.report.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown.
 *
 * @param code rule number, such as {@code H3}; names the message {@code finding.<code>}
 * @param severity {@code INFO}, {@code WARN} or {@code EXPLAIN}
 * @param secondLook whether it may never be approved without a second verifier
 * @param formula the rule with the numbers put in, such as "90 + 110 + 10 = 210 ≠ 211"
 * @param fields boxes it names; the first is where a link leads
 * @param explanation the operator's reason; null while there is none
 * @param error why the reason is not accepted
 */
public record FindingView(
        String code,
        String severity,
        boolean secondLook,
        String formula,
        List<String> fields,
        @Nullable String explanation,
        @Nullable String error) {

    /** Whether the operator must give a reason. */
    public boolean explain() {
        return "EXPLAIN".equals(severity);
    }
}
