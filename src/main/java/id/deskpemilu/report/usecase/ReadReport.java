package id.deskpemilu.report.usecase;

import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.election.Station;
import id.deskpemilu.election.Stations;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Action;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportLog;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** Reads a report with all that is known of it. */
@UseCase(readOnly = true)
public class ReadReport {

    private final Contests contests;
    private final Reports reports;
    private final Stations stations;
    private final Rounds rounds;
    private final Figures figures;
    private final ReportLog log;
    private final ReportProcess process;

    ReadReport(
            Contests contests,
            Reports reports,
            Stations stations,
            Rounds rounds,
            Figures figures,
            ReportLog log,
            ReportProcess process) {
        this.contests = contests;
        this.reports = reports;
        this.stations = stations;
        this.rounds = rounds;
        this.figures = figures;
        this.log = log;
        this.process = process;
    }

    /**
     * A report and all that is known of it.
     *
     * @param report the report
     * @param contest its contest
     * @param station its station
     * @param rounds the rounds in which its station reports, the first one first
     * @param form the form it is written on
     * @param ballot what its voters could mark
     * @param history everything that happened to it, oldest first
     * @param step the step of the process model in which it waits, null at the end
     * @param actions what the reader can do
     * @param veiled whether the reader keys the figures from the photo before seeing them: whoever shows the report keeps
     *     figures, findings and corrections back
     */
    public record Dossier(
            Report report,
            Contest contest,
            Station station,
            List<Round> rounds,
            Form form,
            Ballot ballot,
            List<AuditEvent> history,
            @Nullable String step,
            Set<Action> actions,
            boolean veiled) {

        /** The round that the report belongs to. */
        public Round round() {
            return rounds.stream()
                    .filter(round -> round.number() == report.round())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Reads it.
     *
     * @throws Refusal {@code REPORT_UNKNOWN}, {@code ROUND_UNKNOWN}, {@code REGION_FOREIGN}
     */
    public Dossier execute(Actor reader, ReportAddress address) {
        reader.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        Report report = reports.get(contest.id(), address.station(), address.round());
        Hibernate.initialize(report.contest());
        Station station = stations.find(contest.election().id(), address.station())
                .orElseThrow(() ->
                        Refusal.notFound("REPORT_UNKNOWN", address.station().digits()));
        report.revisions();
        report.corrections();
        report.blindChecks();
        report.reopenings();
        Set<Action> actions = report.actionsFor(reader);
        if (!contest.election().phase().isRunning()) {
            actions = EnumSet.noneOf(Action.class);
        } else if (!contest.takesReports()) {
            actions.remove(Action.SUBMIT);
            actions.remove(Action.SUBMIT_ON_BEHALF);
        }
        return new Dossier(
                report,
                contest,
                station,
                rounds.of(contest, address.station()),
                figures.form(contest),
                figures.ballot(contest, report.round(), address.station()),
                log.of(report.id()),
                process.currentStep(report.id()).orElse(null),
                actions,
                report.isVeiledFor(reader));
    }
}
