package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Goes on opening, after a start, the contests and rounds whose opening was interrupted. */
@Component
class ResumeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeOpening.class);

    private final Contests contests;
    private final OpenContest openContest;
    private final Rounds rounds;
    private final OpenRound openRound;
    private final TaskExecutor executor;

    ResumeOpening(
            Contests contests,
            OpenContest openContest,
            Rounds rounds,
            OpenRound openRound,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
        this.contests = contests;
        this.openContest = openContest;
        this.rounds = rounds;
        this.openRound = openRound;
        this.executor = executor;
    }

    /** Waits for the web server to listen; on the command line it does not, and importing a file opens nothing. */
    @EventListener(WebServerInitializedEvent.class)
    void resume(WebServerInitializedEvent started) {
        if (started.getWebServer().getPort() < 0) {
            return;
        }
        for (Contest contest : contests.opening()) {
            executor.execute(() -> {
                OpenContest.Progress progress = openContest.finish(contest.id());
                LOG.info("Opening of contest {} resumed: {} cases begun", contest.id(), progress.created());
            });
        }
        for (Rounds.Unfinished round : rounds.unfinished()) {
            executor.execute(() -> {
                OpenRound.Progress progress = openRound.finish(round.contestId(), round.number());
                LOG.info(
                        "Opening of round {} of contest {} resumed: {} cases begun",
                        round.number(),
                        round.contestId(),
                        progress.created());
            });
        }
    }
}
