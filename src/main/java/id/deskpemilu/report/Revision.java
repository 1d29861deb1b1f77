package id.deskpemilu.report;

import id.deskpemilu.report.finding.Finding;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One state of a report's figures; the last one is in force, the earlier ones stay.
 *
 * @param origin where the figures come from
 * @param tally the figures
 * @param findings what the rules say of them
 * @param explanations the operator's reasons by finding code
 * @param author the account that made the revision
 * @param at when
 * @param sha256 the fingerprint of the figures, see {@link Fingerprint}
 */
@Embeddable
public record Revision(
        @Enumerated(EnumType.STRING) Origin origin,
        Tally tally,
        @JdbcTypeCode(SqlTypes.JSON) List<Finding> findings,
        @JdbcTypeCode(SqlTypes.JSON) Map<String, String> explanations,
        String author,
        Instant at,
        @JdbcTypeCode(SqlTypes.CHAR) String sha256) {

    /** Where the figures of a revision come from. */
    public enum Origin {
        SUBMISSION,
        CORRECTION
    }

    public Revision {
        findings = List.copyOf(findings);
        explanations = Map.copyOf(explanations);
    }
}
