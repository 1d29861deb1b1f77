package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Threads;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportThread;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Reads what is said about a report. */
@UseCase(readOnly = true)
public class ReadThread {

    private final Contests contests;
    private final Reports reports;
    private final Threads threads;

    ReadThread(Contests contests, Reports reports, Threads threads) {
        this.contests = contests;
        this.reports = reports;
        this.threads = threads;
    }

    /**
     * Reads it, as far as the reader may.
     *
     * @throws Refusal {@code REGION_FOREIGN}, {@code REPORT_UNKNOWN}, {@code ROUND_UNKNOWN}
     */
    public ReportThread execute(Actor reader, ReportAddress address) {
        reader.requireSight(address.station());
        Contest contest = contests.get(address.election(), address.contest());
        return threads.of(reader, reports.get(contest.id(), address.station(), address.round()));
    }
}
