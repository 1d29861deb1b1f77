package id.deskpemilu.conversation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.conversation.Threads;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;

/** Says that the operator's last word needs no answer. */
@UseCase
public class SettleThread {

    private final Contests contests;
    private final Reports reports;
    private final Threads threads;
    private final AuditLog log;
    private final Clock clock;

    SettleThread(Contests contests, Reports reports, Threads threads, AuditLog log, Clock clock) {
        this.contests = contests;
        this.reports = reports;
        this.threads = threads;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Takes the mark of a new message off.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code REPORT_UNKNOWN}, {@code ROUND_UNKNOWN},
     *     {@code SUPERSEDED}, {@code THREAD_VEILED}
     */
    public void execute(Actor reader, ReportAddress address) {
        reader.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        Report report = reports.lock(contest.id(), address.station(), address.round());
        threads.answerer(reader, report);
        threads.turn(report.id(), false, clock.instant());
        log.append(reader.username(), "thread:" + report.id(), "ThreadSettled", Map.of());
    }
}
