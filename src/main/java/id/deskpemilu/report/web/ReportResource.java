package id.deskpemilu.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Revision;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.usecase.ReadReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A report as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportResource(
        String reportId,
        String election,
        String contest,
        String tps,
        String village,
        String district,
        int round,
        boolean current,
        ReportStatus status,
        int version,
        int revision,
        @Nullable String receipt,
        @Nullable String submittedBy,
        @Nullable Instant lockedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String holder,
        @Nullable Instant heldSince,
        boolean secondLook,
        Map<String, Integer> figures,
        Map<Integer, Integer> votes,
        List<Finding> findings,
        List<RevisionResource> revisions,
        List<CorrectionResource> corrections,
        List<HistoryResource> history,
        @Nullable String step,
        Set<Action> actions) {

    record RevisionResource(
            int number,
            Revision.Origin origin,
            Map<String, Integer> figures,
            Map<Integer, Integer> votes,
            List<Finding> findings,
            Map<String, String> explanations,
            String author,
            Instant at,
            String sha256) {}

    record CorrectionResource(
            int number,
            Correction.State state,
            List<Correction.Change> changes,
            String reason,
            String requestedBy,
            Instant requestedAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String comment,
            @Nullable String appliedBy,
            @Nullable Instant appliedAt) {}

    record HistoryResource(Instant at, String actor, String type, JsonNode data) {}

    static ReportResource of(ReadReport.Dossier dossier) {
        Report report = dossier.report();
        @Nullable Revision current = report.revision() == 0 ? null : report.current();
        return new ReportResource(
                report.id().toString(),
                dossier.contest().election().code(),
                dossier.contest().type().slug(),
                report.station().digits(),
                dossier.station().villageName(),
                dossier.station().districtName(),
                report.round(),
                report.isCurrent(),
                report.status(),
                report.version(),
                report.revision(),
                report.receipt(),
                report.submittedBy(),
                report.lockedAt(),
                report.approvedBy(),
                report.approvedAt(),
                report.holder(),
                report.heldSince(),
                report.needsSecondLook(),
                current == null ? Map.of() : current.tally().figures(),
                current == null ? Map.of() : current.tally().votes(),
                current == null ? List.of() : current.findings(),
                revisions(report),
                corrections(report),
                dossier.history().stream()
                        .map(event -> new HistoryResource(event.at(), event.actor(), event.type(), event.data()))
                        .toList(),
                dossier.step(),
                dossier.actions());
    }

    private static List<RevisionResource> revisions(Report report) {
        List<Revision> revisions = report.revisions();
        return IntStream.range(0, revisions.size())
                .mapToObj(i -> {
                    Revision revision = revisions.get(i);
                    return new RevisionResource(
                            i + 1,
                            revision.origin(),
                            revision.tally().figures(),
                            revision.tally().votes(),
                            revision.findings(),
                            revision.explanations(),
                            revision.author(),
                            revision.at(),
                            revision.sha256());
                })
                .toList();
    }

    private static List<CorrectionResource> corrections(Report report) {
        List<Correction> corrections = report.corrections();
        return IntStream.range(0, corrections.size())
                .mapToObj(i -> {
                    Correction correction = corrections.get(i);
                    return new CorrectionResource(
                            i + 1,
                            correction.state(),
                            correction.changes(),
                            correction.reason(),
                            correction.requestedBy(),
                            correction.requestedAt(),
                            correction.answeredBy(),
                            correction.answeredAt(),
                            correction.comment(),
                            correction.appliedBy(),
                            correction.appliedAt());
                })
                .toList();
    }
}
