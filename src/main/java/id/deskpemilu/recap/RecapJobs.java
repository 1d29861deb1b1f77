package id.deskpemilu.recap;

import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds once a second and recounts every night, in threads of its own. Elections of a desk that had no recap by deltas are
 * counted at the start, before the first page is served.
 */
@Component
class RecapJobs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecapJobs.class);
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final long NIGHTLY_LOCK = 0x6465736b_636e74L;

    private final Fold fold;
    private final Recount recount;
    private final RecapSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ThreadPoolTaskScheduler threads = new ThreadPoolTaskScheduler();
    private boolean running;

    RecapJobs(
            Fold fold,
            Recount recount,
            RecapSettings settings,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.fold = fold;
        this.recount = recount;
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        threads.setPoolSize(2); // a recount takes seconds, and the folding goes on
        threads.setThreadNamePrefix("recap-");
        threads.setDaemon(true);
    }

    @Override
    public void start() {
        for (long election : recount.neverCounted()) {
            transaction.executeWithoutResult(status -> recount.rebuild(Recount.BY_ITSELF, election));
            LOG.info("The recap of election {} is counted", election);
        }
        threads.initialize();
        threads.scheduleWithFixedDelay(fold::run, settings.foldEvery());
        threads.schedule(this::recountAll, new CronTrigger(settings.recountAt(), JAKARTA));
        running = true;
    }

    @Override
    public void stop() {
        threads.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** One node recounts; the others find it locked and leave it to that one. */
    private void recountAll() {
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(NIGHTLY_LOCK)
                    .query(Boolean.class)
                    .single()) {
                recount.running().forEach(election -> recount.check(Recount.BY_ITSELF, election));
            }
        });
    }
}
