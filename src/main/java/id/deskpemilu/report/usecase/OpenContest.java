package id.deskpemilu.report.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Ballots;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ContestOpened;
import id.deskpemilu.report.Report;
import id.deskpemilu.shared.StationCode;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a contest: begins one case for each of its stations, in batches of one transaction each. Interrupted at any
 * point, it goes on where it stopped when it is done again; no station ever gets two cases.
 */
@Component
public class OpenContest {

    private final Contests contests;
    private final Ballots ballots;
    private final Jurisdiction jurisdiction;
    private final CaseBatches cases;
    private final AuditLog log;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OpenContest(
            Contests contests,
            Ballots ballots,
            Jurisdiction jurisdiction,
            CaseBatches cases,
            AuditLog log,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.contests = contests;
        this.ballots = ballots;
        this.jurisdiction = jurisdiction;
        this.cases = cases;
        this.log = log;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How far a contest is open.
     *
     * @param created cases begun by this call
     * @param cases cases that there are
     * @param stations stations in the contest's area
     */
    public record Progress(int created, int cases, int stations) {}

    /** Begins to open, and opens to the end. */
    public Progress execute(Actor admin, String election, String contest) {
        return finish(begin(admin, election, contest));
    }

    /**
     * Begins to open, so that {@link #finish} can be left to the background.
     *
     * @return the contest's id
     * @throws id.deskpemilu.shared.Refusal those of {@link Contest#beginOpening} and of {@link Ballots#requireComplete}
     */
    public long begin(Actor admin, String election, String slug) {
        return requireNonNull(transaction.execute(status -> {
            Contest contest = contests.lock(election, slug);
            jurisdiction.require(admin, contest.election(), contest.area());
            contest.beginOpening();
            ballots.requireComplete(contest);
            log.append(admin.username(), "contest:" + contest.id(), "ContestOpened", Map.of("contest", slug));
            return contest.id();
        }));
    }

    /** Begins the missing cases of a contest that is being opened. */
    public Progress finish(long contestId) {
        int created = cases.begin(
                contestId,
                contest -> stationsWithoutCase(contest).stream()
                        .map(station -> Report.awaited(contest, station))
                        .toList());
        transaction.executeWithoutResult(status -> {
            Contest contest = contests.lock(contestId);
            contest.opened();
            events.publishEvent(new ContestOpened(contest));
        });
        Progress progress = progress(contestId);
        return new Progress(created, progress.cases(), progress.stations());
    }

    /** How far a contest is open. */
    public Progress progress(long contestId) {
        return jdbc.sql("""
                        select (select count(*) from desk.report where contest_id = c.id and current) cases,
                               (select count(*) from desk.station s
                                where s.election_id = c.election_id and s.code like c.area || '%') stations
                        from desk.contest c where c.id = ?
                        """)
                .param(contestId)
                .query((row, n) -> new Progress(0, row.getInt("cases"), row.getInt("stations")))
                .single();
    }

    /** The next stations that have no case yet. */
    List<StationCode> stationsWithoutCase(Contest contest) {
        return jdbc.sql("""
                        select s.code from desk.station s
                        where s.election_id = ? and s.code like ?
                          and not exists (select from desk.report r where r.contest_id = ? and r.station = s.code and r.current)
                        order by s.code limit ?
                        """)
                .params(contest.election().id(), contest.area().digits() + "%", contest.id(), CaseBatches.SIZE)
                .query((row, n) -> new StationCode(row.getString("code")))
                .list();
    }

    private static <T> T requireNonNull(@org.jspecify.annotations.Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
