package id.deskpemilu.report.usecase;

import static id.deskpemilu.report.ReportMother.NOW;
import static id.deskpemilu.report.ReportMother.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Refusals;
import id.deskpemilu.TestClock;
import id.deskpemilu.audit.RecordingLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestsInMemory;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.RegionsInMemory;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.election.RoundsInMemory;
import id.deskpemilu.report.DraftsInMemory;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.RecordingReportProcess;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportMother;
import id.deskpemilu.report.ReportStatus;
import id.deskpemilu.report.ReportsInMemory;
import id.deskpemilu.report.Review;
import id.deskpemilu.report.ReviewMother;
import id.deskpemilu.report.evidence.PhotosInMemory;
import id.deskpemilu.report.finding.Finding;
import id.deskpemilu.report.finding.Severity;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The desk around one report, in memory. Its contest is open, and ten minutes have passed since the mother left it. */
final class ReportDesk {

    static final Instant LATER = NOW.plusSeconds(600);

    final TestClock clock = new TestClock(LATER.toString());
    final ContestsInMemory contests;
    final ReportsInMemory reports;
    final RoundsInMemory rounds = new RoundsInMemory();
    final RegionsInMemory regions = new RegionsInMemory().with(STATION.village().digits(), "Uji", Zone.WIT);
    final DraftsInMemory drafts = new DraftsInMemory();
    final KeysInMemory keys = new KeysInMemory();
    final PhotosInMemory photos = new PhotosInMemory();
    final RecordingLog log = new RecordingLog();
    final RecordingReportProcess process;
    final Figures figures;
    final Review review;
    final ReportsInHand inHand;
    final Report report;

    /** How severe the table finds whatever a rule finds. */
    Severity severity = Severity.INFO;

    /** Whether the table asks for a second verifier then. */
    boolean secondLook;

    /** Whether the table has figures keyed blind. */
    boolean blind;

    private ReportDesk(Report report) {
        this.report = report;
        contests = new ContestsInMemory(report.contest());
        reports = new ReportsInMemory(report);
        process = new RecordingReportProcess(id -> new LockReport(reports, clock).execute(id));
        figures = ReviewMother.figures(
                rounds,
                (contest, violations) -> violations.stream()
                        .map(violation -> Finding.of(violation, severity, secondLook))
                        .toList());
        review = ReviewMother.review((contest, findings, revision, sample) -> blind, regions, clock);
        inHand = new ReportsInHand(contests, reports, clock);
    }

    /** A desk with the report. */
    static ReportDesk with(ReportMother mother) {
        ReportDesk desk = prepared(mother);
        desk.contest().beginOpening();
        desk.contest().opened();
        return desk;
    }

    /** The same before the contest was opened. */
    static ReportDesk prepared(ReportMother mother) {
        return new ReportDesk(mother.report());
    }

    /** The report that counts for the station. */
    ReportAddress address() {
        return new ReportAddress("uji", "bupati", STATION);
    }

    Contest contest() {
        return report.contest();
    }

    /** The election is over. */
    ReportDesk locked() {
        contest().election().enter(Phase.LOCKED);
        return this;
    }

    /** A later round was opened, and the station has no case in it yet. */
    ReportDesk superseded() {
        Round round = rounds.add(
                contest(),
                RoundKind.PSU,
                LocalDate.of(2024, 12, 1),
                "putusan",
                List.of(STATION),
                List.of(),
                Round.FIRST,
                "admin",
                NOW);
        report.supersede(round, NOW);
        new ReportsInMemory(report); // what has happened to it was published
        return this;
    }

    /** What can be seen of the report. */
    private record Picture(
            ReportStatus status,
            int version,
            int revision,
            List<?> parts,
            String submittedBy,
            String approvedBy,
            String holder,
            boolean opened) {

        static Picture of(Report report) {
            return new Picture(
                    report.status(),
                    report.version(),
                    report.revision(),
                    List.of(
                            report.revisions(),
                            report.corrections(),
                            report.blindChecks(),
                            report.reopenings(),
                            report.verifiedBy()),
                    report.submittedBy(),
                    report.approvedBy(),
                    report.holder(),
                    report.hasBeenOpened());
        }
    }

    /** All that a use case could have done. */
    private List<Object> traces() {
        return List.of(
                Picture.of(report),
                ReportsInMemory.unpublished(report),
                reports.saved().size(),
                reports.events(),
                process.reports(),
                drafts.all(),
                keys.count(),
                photos.all(),
                log.lines());
    }

    /** The act is refused with the code, and nothing has changed. */
    Refusal refuses(String code, ThrowingCallable act) {
        List<Object> before = traces();
        Refusal refusal = Refusals.refused(code, act);
        assertThat(traces()).as("nothing changes on %s", code).isEqualTo(before);
        return refusal;
    }
}
