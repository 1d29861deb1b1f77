package id.deskpemilu.report;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A verifier's request to change figures, and what became of it.
 *
 * @param state how far it has come
 * @param changes the fields with old and new figure
 * @param reason why
 * @param spot where on a photo the figures can be read
 * @param requestedBy the verifier that asked
 * @param requestedAt when
 * @param answerBy until when the operator is waited for
 * @param answeredBy the operator that answered; null if the time ran out
 * @param answeredAt when the operator answered, or the time ran out
 * @param comment what the operator said
 * @param decidedBy the supervisor that settled it
 * @param decidedAt when
 * @param decision the supervisor's reason
 * @param appliedBy the verifier that put it into force
 * @param appliedAt when
 */
@Embeddable
public record Correction(
        @Enumerated(EnumType.STRING) State state,
        @JdbcTypeCode(SqlTypes.JSON) List<Change> changes,
        String reason,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Spot spot,
        String requestedBy,
        Instant requestedAt,
        Instant answerBy,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        @Nullable String comment,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable String appliedBy,
        @Nullable Instant appliedAt) {

    /** How far a correction has come. */
    public enum State {
        /** The operator is asked. */
        REQUESTED,
        /** The form does hold the figures asked for. */
        CONFIRMED,
        /** The operator says that the figures stand as the form has them. */
        AS_WRITTEN,
        /** The operator says that the form does not hold the figures asked for. */
        DISPUTED,
        /** The operator did not answer in time. */
        OVERDUE,
        /** A supervisor decided that the figures asked for are right. */
        UPHELD,
        /** A supervisor decided that the figures stay. */
        REJECTED,
        /** In force. */
        APPLIED
    }

    /** What the operator can answer. */
    public enum Answer {
        CONFIRMED,
        AS_WRITTEN,
        DISPUTED;

        State state() {
            return State.valueOf(name());
        }
    }

    /** One field's old and new figure. */
    public record Change(String field, int from, int to) {}

    /**
     * A part of a photo, in thousandths of its width and height.
     *
     * @param photo the photo
     * @param x its left edge
     * @param y its upper edge
     * @param width how wide, from 1
     * @param height how high, from 1
     */
    public record Spot(UUID photo, int x, int y, int width, int height) {

        private static final int WHOLE = 1000;

        /** Whether the part lies inside the photo. */
        public boolean lies() {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= WHOLE && y + height <= WHOLE;
        }
    }

    static Correction request(
            List<Change> changes, String reason, @Nullable Spot spot, String by, Instant at, Instant answerBy) {
        return new Correction(
                State.REQUESTED,
                List.copyOf(changes),
                reason,
                spot,
                by,
                at,
                answerBy,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    Correction answer(Answer answer, @Nullable String said, String by, Instant at) {
        return answered(answer.state(), by, at, said);
    }

    Correction overdue(Instant at) {
        return answered(State.OVERDUE, null, at, null);
    }

    private Correction answered(State next, @Nullable String by, Instant at, @Nullable String said) {
        return new Correction(
                next,
                changes,
                reason,
                spot,
                requestedBy,
                requestedAt,
                answerBy,
                by,
                at,
                said,
                null,
                null,
                null,
                null,
                null);
    }

    Correction decide(boolean upheld, String why, String by, Instant at) {
        return new Correction(
                upheld ? State.UPHELD : State.REJECTED,
                changes,
                reason,
                spot,
                requestedBy,
                requestedAt,
                answerBy,
                answeredBy,
                answeredAt,
                comment,
                by,
                at,
                why,
                null,
                null);
    }

    Correction apply(String by, Instant at) {
        return new Correction(
                State.APPLIED,
                changes,
                reason,
                spot,
                requestedBy,
                requestedAt,
                answerBy,
                answeredBy,
                answeredAt,
                comment,
                decidedBy,
                decidedAt,
                decision,
                by,
                at);
    }

    /** The new figures by field. */
    public Map<String, Integer> newFigures() {
        Map<String, Integer> figures = new TreeMap<>();
        changes.forEach(change -> figures.put(change.field(), change.to()));
        return figures;
    }
}
