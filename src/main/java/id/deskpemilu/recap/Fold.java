package id.deskpemilu.recap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds deltas into the sums of their regions: they disappear and the sums change in one statement, so that a node that dies
 * at any point leaves either all of it done or nothing. One node folds at a time; the others leave it to that one.
 */
@Component
class Fold {

    /** Held by whoever changes the sums. */
    static final long LOCK = 0x6465736b_726563L;

    /** The statement; its parameter is how many deltas it takes at most. */
    static final String FOLD = """
            with taken as (
                delete from desk.recap_delta
                where seq in (select seq from desk.recap_delta order by seq limit ?)
                returning contest_id, ballot, village, measure, amount)
            insert into desk.recap_total (contest_id, region, measure, ballot, amount)
            select contest_id, left(village, l), measure, ballot, sum(amount)
            from taken, unnest(array[2, 4, 6, 10]) l
            group by 1, 2, 3, 4 having sum(amount) <> 0
            order by 1, 2, 3, 4
            on conflict (contest_id, region, measure, ballot) do update
            set amount = recap_total.amount + excluded.amount
            """;

    private static final int AT_ONCE = 50_000;

    private final JdbcClient jdbc;
    private final Deltas deltas;
    private final TransactionTemplate transaction;

    Fold(JdbcClient jdbc, Deltas deltas, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.deltas = deltas;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts again what an import has made stale, and folds what there is. */
    void run() {
        transaction.executeWithoutResult(status -> deltas.refresh());
        transaction.executeWithoutResult(status -> {
            if (jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single()) {
                fold();
            }
        });
    }

    private void fold() {
        jdbc.sql(FOLD).param(AT_ONCE).update();
    }
}
