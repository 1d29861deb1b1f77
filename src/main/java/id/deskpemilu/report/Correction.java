package id.deskpemilu.report;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A verifier's request to change figures, and what became of it.
 *
 * @param state how far it has come
 * @param changes the fields with old and new figure
 * @param reason why
 * @param requestedBy the verifier that asked
 * @param requestedAt when
 * @param answeredBy the operator that confirmed or declined
 * @param answeredAt when
 * @param comment what the operator said
 * @param appliedBy the verifier that put it into force
 * @param appliedAt when
 */
@Embeddable
public record Correction(
        @Enumerated(EnumType.STRING) State state,
        @JdbcTypeCode(SqlTypes.JSON) List<Change> changes,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String comment,
        @Nullable String appliedBy,
        @Nullable Instant appliedAt) {

    /** How far a correction has come. */
    public enum State {
        REQUESTED,
        CONFIRMED,
        DECLINED,
        APPLIED
    }

    /** One field's old and new figure. */
    public record Change(String field, int from, int to) {}

    static Correction request(List<Change> changes, String reason, String by, Instant at) {
        return new Correction(State.REQUESTED, List.copyOf(changes), reason, by, at, null, null, null, null, null);
    }

    Correction answer(boolean confirmed, @Nullable String answer, String by, Instant at) {
        State next = confirmed ? State.CONFIRMED : State.DECLINED;
        return new Correction(next, changes, reason, requestedBy, requestedAt, by, at, answer, null, null);
    }

    Correction apply(String by, Instant at) {
        return new Correction(
                State.APPLIED, changes, reason, requestedBy, requestedAt, answeredBy, answeredAt, comment, by, at);
    }

    /** The new figures by field. */
    public Map<String, Integer> newFigures() {
        Map<String, Integer> figures = new TreeMap<>();
        changes.forEach(change -> figures.put(change.field(), change.to()));
        return figures;
    }
}
