package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/** Goes on opening, after a start, the contests whose opening was interrupted. */
@Component
class ResumeOpening {

    private static final Logger LOG = LoggerFactory.getLogger(ResumeOpening.class);

    private final Contests contests;
    private final OpenContest openContest;
    private final TaskExecutor executor;

    ResumeOpening(
            Contests contests, OpenContest openContest, @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
        this.contests = contests;
        this.openContest = openContest;
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
    }
}
