package id.deskpemilu.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.deskpemilu.election.RoundKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What happened to a report; published and written to the log in the transaction in which it happens. */
@JsonIgnoreProperties({"report", "actor", "at"})
public sealed interface ReportEvent {

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

    record Submitted(
            Report report, String actor, Instant at, int revision, Tally tally, Map<String, String> explanations)
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

    record CorrectionConfirmed(Report report, String actor, Instant at, int number) implements ReportEvent {}

    record CorrectionDeclined(Report report, String actor, Instant at, int number, String comment)
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

    record Approved(Report report, String actor, Instant at, int revision) implements ReportEvent {}

    /** A later round was opened for the station: the report of that one counts from now on. */
    record Superseded(
            Report report, String actor, Instant at, int round, RoundKind kind, LocalDate heldOn, String reason)
            implements ReportEvent {}
}
