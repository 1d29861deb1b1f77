package id.deskpemilu.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.election.RoundKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a report; published and written to the log in the transaction in which it happens. */
@JsonIgnoreProperties({"report", "actor", "at"})
public sealed interface ReportEvent {

    /** Stands in the place of the account where nobody acted but an hour has come. */
    String TIMER = "timer";

    /** The report, in its new state. */
    Report report();

    /** The account that did it. */
    String actor();

    Instant at();

    /** What happened, as the log names it. */
    @JsonIgnore
    default String type() {
        return getClass().getSimpleName();
    }

    /**
     * Sent.
     *
     * @param onBehalf that it was not the operator who sent it; null if it was
     */
    record Submitted(
            Report report,
            String actor,
            Instant at,
            int revision,
            Tally tally,
            Map<String, String> explanations,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            OnBehalf onBehalf)
            implements ReportEvent {}

    record Locked(Report report, String actor, Instant at, String receipt, String sha256, List<String> findings)
            implements ReportEvent {}

    record Claimed(Report report, String actor, Instant at) implements ReportEvent {}

    record Released(Report report, String actor, Instant at) implements ReportEvent {}

    record TakenOver(Report report, String actor, Instant at, String from, String reason) implements ReportEvent {}

    /** A first verifier agreed with a report that two have to look at. */
    record CheckedOnce(Report report, String actor, Instant at) implements ReportEvent {}

    record CorrectionRequested(
            Report report, String actor, Instant at, int number, List<Correction.Change> changes, String reason)
            implements ReportEvent {}

    record CorrectionAnswered(
            Report report,
            String actor,
            Instant at,
            int number,
            Correction.Answer answer,
            @Nullable String comment) implements ReportEvent {}

    /** The operator did not answer in time. */
    record CorrectionOverdue(Report report, String actor, Instant at, int number) implements ReportEvent {}

    record CorrectionDecided(Report report, String actor, Instant at, int number, boolean upheld, String reason)
            implements ReportEvent {}

    record CorrectionApplied(
            Report report,
            String actor,
            Instant at,
            int number,
            int revision,
            List<Correction.Change> changes,
            String sha256)
            implements ReportEvent {}

    /**
     * A verifier keyed the decisive figures without seeing the operator's.
     *
     * @param differing the fields in which they differ
     */
    record CheckedBlind(Report report, String actor, Instant at, int revision, List<String> differing)
            implements ReportEvent {}

    /**
     * Approved.
     *
     * @param asWritten whether it stands as the form has it though a rule that must hold is broken
     */
    record Approved(Report report, String actor, Instant at, int revision, boolean asWritten) implements ReportEvent {}

    record ReopeningRequested(Report report, String actor, Instant at, Reopening.Cause cause, String reason)
            implements ReportEvent {}

    record ReopeningRefused(Report report, String actor, Instant at, String reason) implements ReportEvent {}

    /**
     * Opened again.
     *
     * @param until when it closes by itself
     */
    record Reopened(Report report, String actor, Instant at, Instant until) implements ReportEvent {}

    record ReopeningClosed(Report report, String actor, Instant at) implements ReportEvent {}

    /** A later round was opened for the station: the report of that one counts from now on. */
    record Superseded(
            Report report, String actor, Instant at, int round, RoundKind kind, LocalDate heldOn, String reason)
            implements ReportEvent {}
}
