package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Draft;
import id.deskpemilu.report.Drafts;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what an operator has typed, so that a phone that locks, breaks or is passed on loses nothing. */
@UseCase
public class SaveDraft {

    private final ReportsInHand reports;
    private final Figures figures;
    private final Drafts drafts;

    SaveDraft(ReportsInHand reports, Figures figures, Drafts drafts) {
        this.reports = reports;
        this.figures = figures;
        this.drafts = drafts;
    }

    /**
     * What is kept. Boxes that are not named stay as they are; those named and empty are emptied.
     *
     * @param key the name of the attempt to send; the draft keeps the first
     * @param figures the texts by field code, votes as {@code suara_n}
     * @param explanations the reasons by finding code
     */
    public record Command(@Nullable String key, Map<String, String> figures, Map<String, String> explanations) {}

    /**
     * Keeps it.
     *
     * @return the person's draft as it is now, which may be empty
     * @throws Refusal {@code DRAFT_INVALID}, {@code ALREADY_REPORTED}, {@code CONTEST_NOT_OPEN}, and those of
     *     {@link ReportsInHand#take}
     */
    public Draft execute(Actor operator, ReportAddress address, Command command) {
        // the report is locked: what arrives after it was sent finds that out
        Report report = reports.take(operator, Action.sending(), address, null);
        report.require(report.sendingBy(operator), operator);
        if (!report.contest().takesReports()) {
            throw Refusal.conflict("CONTEST_NOT_OPEN", address.contest());
        }
        Instant now = reports.now().truncatedTo(ChronoUnit.MILLIS); // a script compares it
        Draft draft = drafts.find(report.id(), operator)
                .orElseGet(() -> Draft.begun(report.id(), operator, command.key(), now))
                .with(command.figures(), command.explanations(), fields(report), now);
        drafts.put(draft);
        return draft;
    }

    private Set<String> fields(Report report) {
        Set<String> fields =
                new HashSet<>(figures.form(report.contest()).figures().keySet());
        fields.addAll(figures.ballot(report.contest(), report.round(), report.station())
                .fields());
        return fields;
    }
}
