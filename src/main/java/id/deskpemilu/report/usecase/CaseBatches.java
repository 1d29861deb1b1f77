package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportProcess;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.ReportsAwaited;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins cases in batches of one transaction each, with the contest locked. Whoever is interrupted at any point goes on
 * where it stopped when it is done again.
 */
@Component
class CaseBatches {

    /** How many cases one transaction begins at most. */
    static final int SIZE = 50;

    private final Contests contests;
    private final Reports reports;
    private final ReportProcess process;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    CaseBatches(
            Contests contests,
            Reports reports,
            ReportProcess process,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.contests = contests;
        this.reports = reports;
        this.process = process;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Which reports are awaited next. */
    @FunctionalInterface
    interface Next {

        /** At most {@link #SIZE} new reports, none when all are there; called inside the transaction that keeps them. */
        List<Report> of(Contest contest);
    }

    /**
     * Begins one case for each report until none is left.
     *
     * @return how many this call has begun
     */
    int begin(long contestId, Next next) {
        int begun = 0;
        for (int batch; (batch = beginBatch(contestId, next)) > 0; ) {
            begun += batch;
        }
        return begun;
    }

    private int beginBatch(long contestId, Next next) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Contest contest = contests.lock(contestId);
            List<Report> awaited = reports.saveAll(next.of(contest));
            if (!awaited.isEmpty()) {
                reports.flush();
                process.begin(awaited.stream().map(Report::id).toList());
                events.publishEvent(new ReportsAwaited(contest, awaited));
            }
            return awaited.size();
        }));
    }
}
