package id.deskpemilu.report.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.OnBehalf;
import id.deskpemilu.report.Reopening;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.Revision;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.usecase.ReadReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

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
        @Nullable OnBehalf onBehalf,
        @Nullable Instant lockedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String holder,
        @Nullable Instant heldSince,
        boolean secondLook,
        boolean asWritten,
        @Nullable BlindResource blind,
        Map<String, Integer> figures,
        Map<Integer, Integer> votes,
        List<Finding> findings,
        List<RevisionResource> revisions,
        List<CorrectionResource> corrections,
        List<ReopeningResource> reopenings,
        List<HistoryResource> history,
        @Nullable String step,
        Set<Action> actions) {

    /**
     * The blind check as the reader stands to it.
     *
     * @param veiled whether figures, findings and corrections are kept back until the fields are keyed
     * @param fields the fields to key
     * @param differing the fields in which the reader's own keying differs; null if nothing was keyed
     */
    record BlindResource(
            boolean veiled,
            Collection<String> fields,
            @Nullable List<String> differing) {}

    record ReopeningResource(
            Reopening.State state,
            Reopening.Cause cause,
            String reason,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String comment,
            @Nullable Instant closesAt,
            @Nullable Instant closedAt) {}

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
            Correction.@Nullable Spot spot,
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
            @Nullable Instant appliedAt) {}

    record HistoryResource(Instant at, String actor, String type, JsonNode data) {}

    static ReportResource of(ReadReport.Dossier dossier, Actor actor) {
        Report report = dossier.report();
        boolean veiled = dossier.veiled();
        @Nullable Revision current = report.revision() == 0 || veiled ? null : report.current();
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
                report.onBehalf(),
                report.lockedAt(),
                report.approvedBy(),
                report.approvedAt(),
                report.holder(),
                report.heldSince(),
                report.needsSecondLook(),
                report.isInconsistent() && report.status() == ReportStatus.APPROVED,
                blind(dossier, actor),
                current == null ? Map.of() : current.tally().figures(),
                current == null ? Map.of() : current.tally().votes(),
                current == null ? List.of() : current.findings(),
                veiled ? List.of() : revisions(report),
                veiled ? List.of() : corrections(report),
                report.reopenings().stream().map(ReportResource::reopening).toList(),
                (veiled ? List.<AuditEvent>of() : dossier.history())
                        .stream()
                                .map(event ->
                                        new HistoryResource(event.at(), event.actor(), event.type(), event.data()))
                                .toList(),
                dossier.step(),
                dossier.actions());
    }

    private static @Nullable BlindResource blind(ReadReport.Dossier dossier, Actor actor) {
        Report report = dossier.report();
        return report.needsBlindCheck() && dossier.actions().contains(Action.CHECK_BLIND)
                ? new BlindResource(
                        dossier.veiled(),
                        BlindCheck.fields(dossier.form(), report.current().tally()),
                        report.lastCheck(actor).map(BlindCheck::differing).orElse(null))
                : null;
    }

    private static ReopeningResource reopening(Reopening reopening) {
        return new ReopeningResource(
                reopening.state(),
                reopening.cause(),
                reopening.reason(),
                reopening.requestedBy(),
                reopening.requestedAt(),
                reopening.decidedBy(),
                reopening.decidedAt(),
                reopening.comment(),
                reopening.closesAt(),
                reopening.closedAt());
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
                            correction.spot(),
                            correction.requestedBy(),
                            correction.requestedAt(),
                            correction.answerBy(),
                            correction.answeredBy(),
                            correction.answeredAt(),
                            correction.comment(),
                            correction.decidedBy(),
                            correction.decidedAt(),
                            correction.decision(),
                            correction.appliedBy(),
                            correction.appliedAt());
                })
                .toList();
    }
}
