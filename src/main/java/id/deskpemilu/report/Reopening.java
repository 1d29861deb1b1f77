package id.deskpemilu.report;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request to open an approved report again, and what became of it. It takes two people, and ends by itself.
 *
 * @param state how far it has come
 * @param cause why, from the list
 * @param reason why, in words
 * @param requestedBy the verifier that asked
 * @param requestedAt when
 * @param decidedBy the supervisor that granted or refused it
 * @param decidedAt when
 * @param comment what the supervisor said
 * @param closesAt when a granted one ends by itself
 * @param closedAt when it ended: closed, or turned into a correction
 */
@Embeddable
public record Reopening(
        @Enumerated(EnumType.STRING) State state,
        @Enumerated(EnumType.STRING) Cause cause,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt) {

    /** How far a reopening has come. */
    public enum State {
        REQUESTED,
        REFUSED,
        GRANTED,
        /** Ended with a correction. */
        USED,
        /** Ended without one. */
        CLOSED
    }

    /** Why a report is opened again. */
    public enum Cause {
        /** A figure was misread, by the operator and by the verifier. */
        MISREAD,
        /** The crew of the station or the PPK corrected the form. */
        FORM_CORRECTED,
        /** The figures belong to another TPS. */
        WRONG_STATION,
        /** Bawaslu or a court ordered it. */
        ORDERED,
        /** Another reason, told in words. */
        OTHER
    }

    /** Whether it waits for a decision, or the report is open because of it. */
    public boolean isPending() {
        return state == State.REQUESTED || state == State.GRANTED;
    }

    static Reopening request(Cause cause, String reason, String by, Instant at) {
        return new Reopening(State.REQUESTED, cause, reason, by, at, null, null, null, null, null);
    }

    Reopening grant(@Nullable String said, String by, Instant at, Instant until) {
        return new Reopening(State.GRANTED, cause, reason, requestedBy, requestedAt, by, at, said, until, null);
    }

    Reopening refuse(String said, String by, Instant at) {
        return new Reopening(State.REFUSED, cause, reason, requestedBy, requestedAt, by, at, said, null, null);
    }

    Reopening end(State how, Instant at) {
        return new Reopening(how, cause, reason, requestedBy, requestedAt, decidedBy, decidedAt, comment, closesAt, at);
    }
}
