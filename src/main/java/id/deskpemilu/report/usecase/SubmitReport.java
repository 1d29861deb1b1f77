package id.deskpemilu.report.usecase;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Drafts;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.Review;
import id.deskpemilu.report.Revision;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends the figures of a TPS, once. Doing it again with the same key and the same content gives the same receipt, so that
 * a phone with a bad network can try until it hears an answer.
 */
@UseCase
public class SubmitReport {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_EXPLANATION = 1000;

    private final ReportsInHand reports;
    private final Figures figures;
    private final SubmissionKeys keys;
    private final Drafts drafts;
    private final ReportProcess process;
    private final Review review;

    SubmitReport(
            ReportsInHand reports,
            Figures figures,
            SubmissionKeys keys,
            Drafts drafts,
            ReportProcess process,
            Review review) {
        this.reports = reports;
        this.figures = figures;
        this.keys = keys;
        this.drafts = drafts;
        this.process = process;
        this.review = review;
    }

    /**
     * What is sent.
     *
     * @param figures the figures by field code, those of party lists among them, as numbers or text
     * @param votes the votes by ballot number
     * @param confirmed whether the operator says that the form has it so, findings or not
     * @param explanations the reasons by finding code
     * @param onBehalf why somebody else sends them than the operator; null: the operator sends them
     */
    public record Command(
            Map<String, ?> figures,
            Map<String, ?> votes,
            boolean confirmed,
            Map<String, String> explanations,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String onBehalf) {

        /** What the operator of the desa sends. */
        public Command(
                Map<String, ?> figures, Map<String, ?> votes, boolean confirmed, Map<String, String> explanations) {
            this(figures, votes, confirmed, explanations, null);
        }
    }

    /**
     * What the operator gets.
     *
     * @param receipt a reference in groups of four
     * @param reportId the report
     * @param revision the revision, 1
     * @param lockedAt when it was locked
     * @param sha256 the fingerprint of the figures
     * @param findings what the rules say
     */
    public record Receipt(
            String receipt, String reportId, int revision, Instant lockedAt, String sha256, List<Finding> findings) {

        /** The receipt of a report that was sent. */
        public static Receipt of(Report report) {
            Revision first = report.revisions().get(0);
            return new Receipt(
                    Objects.requireNonNull(report.receipt()),
                    report.id().toString(),
                    1,
                    Objects.requireNonNull(report.lockedAt()),
                    first.sha256(),
                    first.findings());
        }
    }

    /**
     * Sends and locks.
     *
     * @param key names this attempt; the same for every repetition of it
     * @param operator the operator of the desa, or a coordinator or supervisor who says why the operator cannot
     * @throws Refusal {@code KEY_INVALID}, {@code KEY_REUSED}, {@code ALREADY_REPORTED}, {@code UNDER_REVIEW},
     *     {@code ALREADY_APPROVED}, {@code CONTEST_CLOSED}, {@code CONTEST_NOT_OPEN}, {@code FIGURES_INVALID},
     *     {@code CONFIRMATION_MISSING}, {@code EXPLANATION_MISSING}, {@code ON_BEHALF_REASON_MISSING}, {@code TEXT_TOO_LONG},
     *     and those of {@link ReportsInHand#take}
     */
    public Receipt execute(Actor operator, ReportAddress address, String key, Command command) {
        Report report = reports.take(operator, Action.sending(), address, null);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("KEY_INVALID", LONGEST_KEY);
        }
        if (keys.isRepetition(operator, key, report.id(), command)) {
            return Receipt.of(report);
        }
        if (!report.status().isReported() && !report.contest().takesReports()) {
            throw report.contest().refusal();
        }
        Action how = command.onBehalf() == null ? report.sendingBy(operator) : Action.SUBMIT_ON_BEHALF;
        report.require(how, operator);
        Tally tally =
                figures.read(report.contest(), report.round(), report.station(), command.figures(), command.votes());
        List<Finding> findings = figures.judge(report.contest(), report.station(), tally);
        Map<String, String> explanations = explained(findings, command);
        boolean blind = review.blind(report, findings);
        if (how == Action.SUBMIT) {
            report.submit(operator, tally, findings, blind, explanations, reports.now());
        } else {
            String reason = Objects.requireNonNullElse(command.onBehalf(), "");
            report.submitOnBehalf(operator, reason, tally, findings, blind, explanations, reports.now());
        }
        reports.put(report);
        keys.keep(operator, key, report.id(), command);
        drafts.drop(report.id());
        process.submitted(report.id());
        return Receipt.of(report);
    }

    private static Map<String, String> explained(List<Finding> findings, Command command) {
        boolean weighty = findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
        if (weighty && !command.confirmed()) {
            throw Refusal.invalid("CONFIRMATION_MISSING").with("findings", findings);
        }
        Map<String, String> kept = new TreeMap<>();
        for (Finding finding : findings) {
            String code = finding.code().name();
            String reason = command.explanations().getOrDefault(code, "").strip();
            if (reason.length() > LONGEST_EXPLANATION) {
                throw Refusal.invalid("TEXT_TOO_LONG", LONGEST_EXPLANATION);
            }
            if (!reason.isEmpty()) {
                kept.put(code, reason);
            }
        }
        SortedSet<String> missing = Finding.unexplained(findings, kept);
        if (!missing.isEmpty()) {
            throw Refusal.invalid("EXPLANATION_MISSING", String.join(", ", missing))
                    .with("missing", missing)
                    .with("findings", findings);
        }
        return kept;
    }
}
