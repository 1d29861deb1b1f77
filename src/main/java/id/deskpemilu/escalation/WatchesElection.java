package id.deskpemilu.escalation;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.ElectionClockChanged;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.PhaseEntered;
import id.deskpemilu.report.ContestClosed;
import id.deskpemilu.report.ContestOpened;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportEvent;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins and ends the calendars with the contests, and an escalation with the last report that it waits for. */
@Component
class WatchesElection {

    private final Stages stages;
    private final Deadlines deadlines;
    private final DeadlineProcess calendar;
    private final Escalations escalations;
    private final EscalationProcess process;
    private final Chase chase;
    private final Waiting waiting;
    private final Contests contests;
    private final ElectionClocks clocks;
    private final JdbcClient jdbc;

    WatchesElection(
            Stages stages,
            Deadlines deadlines,
            DeadlineProcess calendar,
            Escalations escalations,
            EscalationProcess process,
            Chase chase,
            Waiting waiting,
            Contests contests,
            ElectionClocks clocks,
            JdbcClient jdbc) {
        this.stages = stages;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.escalations = escalations;
        this.process = process;
        this.chase = chase;
        this.waiting = waiting;
        this.contests = contests;
        this.clocks = clocks;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContestOpened opened) {
        begin(opened.contest());
    }

    private void begin(Contest contest) {
        if (contest.takesReports()) {
            stages.provide(contest.election().id());
            calendar.begin(deadlines.begin(contest));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ContestClosed closed) {
        end(closed.contest());
        calendar.replan(deadlines.lockRunning(closed.contest().election().id()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PhaseEntered entered) {
        if (!entered.election().phase().isRunning()) {
            contests.of(entered.election().id()).forEach(this::end);
            calendar.replan(deadlines.lockRunning(entered.election().id()));
        }
    }

    private void end(Contest contest) {
        escalations.active(contest.id()).forEach(escalation -> chase.end(escalation, Escalation.Outcome.CLOSED));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ElectionClockChanged changed) {
        calendar.replan(deadlines.lockRunning(changed.electionId()));
        for (Contest contest : contests.of(changed.electionId())) {
            for (Escalation escalation : escalations.active(contest.id())) {
                Instant due = escalation.dueAt();
                if (due != null) {
                    process.redated(escalation.id(), clocks.real(changed.electionId(), due));
                }
            }
        }
    }

    /** The last report of a desa ends its escalation, in the transaction in which it is sent. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(ReportEvent.Submitted submitted) {
        Report report = submitted.report();
        long contest = report.contest().id();
        // locked before counting: of two last reports sent at the same moment the second one sees the first
        escalations
                .activeForChange(contest, report.station().village(), EscalationKind.UNREPORTED)
                .filter(escalation -> waiting.unreported(
                                contest, escalation.region(), report.id().value())
                        == 0)
                .ifPresent(escalation -> chase.end(escalation, Escalation.Outcome.DONE));
    }

    /** Contests that were opened by a version without calendars get theirs. */
    @EventListener(WebServerInitializedEvent.class)
    @Transactional
    void started(WebServerInitializedEvent started) {
        if (started.getWebServer().getPort() < 0) {
            return; // on the command line
        }
        List<Long> without = jdbc.sql("""
                        select c.id from desk.contest c
                        where c.state = 'OPEN' and not exists (select from desk.deadline d where d.contest_id = c.id)
                        """).query(Long.class).list();
        without.forEach(id -> begin(contests.lock(id)));
    }
}
