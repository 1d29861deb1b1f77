package id.deskpemilu.report.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.Reports;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.StationCode;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a round of a contest for named stations: the report that each of them has gives way, and a new one with a case of
 * its own is awaited. From that moment the station has not reported, and its old figures are in no sum. Interrupted at any
 * point, it goes on where it stopped; the same order again changes nothing.
 */
@Component
public class OpenRound {

    private final Contests contests;
    private final Jurisdiction jurisdiction;
    private final Rounds rounds;
    private final RoundPlans plans;
    private final Reports reports;
    private final ReportProcess process;
    private final CaseBatches cases;
    private final AuditLog log;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OpenRound(
            Contests contests,
            Jurisdiction jurisdiction,
            Rounds rounds,
            RoundPlans plans,
            Reports reports,
            ReportProcess process,
            CaseBatches cases,
            AuditLog log,
            JdbcClient jdbc,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.contests = contests;
        this.jurisdiction = jurisdiction;
        this.rounds = rounds;
        this.plans = plans;
        this.reports = reports;
        this.process = process;
        this.cases = cases;
        this.log = log;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A round that is being opened.
     *
     * @param contestId its contest
     * @param number its number there
     */
    public record Begun(long contestId, int number) {}

    /**
     * How far a round is open.
     *
     * @param round its number
     * @param created cases begun by this call
     * @param cases cases that it has
     * @param stations stations that it names
     */
    public record Progress(int round, int created, int cases, int stations) {}

    /** Begins to open, and opens to the end. */
    public Progress execute(Actor admin, String election, String contest, RoundOrder order) {
        Begun begun = begin(admin, election, contest, order);
        return finish(begun.contestId(), begun.number());
    }

    /**
     * Begins to open, so that {@link #finish} can be left to the background. A round of the same kind and day for the same
     * stations is not opened twice: it is the one that goes on.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code PHASE_NOT_RUNNING}, {@code CONTEST_NOT_OPEN},
     *     {@code ROUND_INVALID}, {@code ROUND_EXISTS} if that round has another ballot, {@code ROUND_UNFINISHED} while
     *     another one is being opened
     */
    public Begun begin(Actor admin, String election, String slug, RoundOrder order) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Contest contest = contests.lock(election, slug);
            jurisdiction.require(admin, contest.election(), contest.area());
            contest.requireOpen();
            RoundPlan plan = plans.check(contest, order);
            Optional<Round> same = rounds.find(contest, plan.kind(), plan.heldOn(), plan.stations());
            if (same.isPresent()) {
                requireSameBallot(contest, same.get(), order);
                return new Begun(contest.id(), same.get().number());
            }
            if (rounds.of(contest).stream().anyMatch(round -> !round.finished())) {
                throw Refusal.conflict("ROUND_UNFINISHED", slug);
            }
            Round round = rounds.add(
                    contest,
                    plan.kind(),
                    plan.heldOn(),
                    plan.reason(),
                    plan.stations(),
                    order.ballot(),
                    plan.earlierBallot(),
                    admin.username(),
                    clock.instant());
            log.append(
                    admin.username(),
                    "contest:" + contest.id(),
                    "RoundOpened",
                    Map.of(
                            "contest", slug,
                            "round", round.number(),
                            "kind", round.kind(),
                            "heldOn", round.heldOn(),
                            "reason", round.reason(),
                            "stations", plan.stations().size(),
                            "ballot", order.ballot()));
            return new Begun(contest.id(), round.number());
        }));
    }

    private void requireSameBallot(Contest contest, Round round, RoundOrder order) {
        boolean same = order.ballot().isEmpty()
                ? !round.hasOwnBallot()
                : round.hasOwnBallot()
                        && rounds.choices(contest, round.number())
                                .equals(order.ballot().stream()
                                        .sorted(Comparator.comparingInt(Choice::number))
                                        .toList());
        if (!same) {
            throw Refusal.conflict("ROUND_EXISTS", round.kind(), round.number());
        }
    }

    /** Begins the missing cases of a round. */
    public Progress finish(long contestId, int number) {
        int created = cases.begin(contestId, contest -> next(contest, number));
        return Objects.requireNonNull(transaction.execute(status -> {
            Contest contest = contests.lock(contestId);
            rounds.finish(contest, number, clock.instant());
            return progress(contestId, number, created);
        }));
    }

    /** The next reports of the round; those that they supersede give way in the same transaction. */
    private List<Report> next(Contest contest, int number) {
        List<StationCode> stations = stationsWithoutReport(contest, number);
        if (stations.isEmpty()) {
            return List.of();
        }
        Round round = rounds.get(contest, number);
        List<Report> before = reports.findForChange(contest.id(), stations);
        before.forEach(report -> report.supersede(round, clock.instant()));
        reports.saveAll(before);
        reports.flush(); // at no moment do two reports of a station count
        process.withdraw(before.stream().map(Report::id).toList(), round.kind() + " " + round.heldOn());
        return stations.stream()
                .map(station -> Report.awaited(contest, station, number))
                .toList();
    }

    private List<StationCode> stationsWithoutReport(Contest contest, int number) {
        return jdbc.sql("""
                        select s.station from desk.round_station s
                        where s.contest_id = ? and s.round = ?
                          and not exists (select from desk.report r
                                          where r.contest_id = s.contest_id and r.station = s.station
                                            and r.round = s.round)
                        order by s.station limit ?
                        """)
                .params(contest.id(), number, CaseBatches.SIZE)
                .query((row, n) -> new StationCode(row.getString("station")))
                .list();
    }

    private Progress progress(long contestId, int number, int created) {
        return jdbc.sql("""
                        select count(r.id) cases, count(*) stations from desk.round_station s
                        left join desk.report r
                             on r.contest_id = s.contest_id and r.station = s.station and r.round = s.round
                        where s.contest_id = ? and s.round = ?
                        """)
                .params(contestId, number)
                .query((row, n) -> new Progress(number, created, row.getInt("cases"), row.getInt("stations")))
                .single();
    }
}
