package id.deskpemilu;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Transactions of nothing, which are counted. */
public final class Transactions implements PlatformTransactionManager {

    private int begun;
    private int kept;

    @Override
    public TransactionStatus getTransaction(TransactionDefinition definition) {
        begun++;
        return new SimpleTransactionStatus(true);
    }

    @Override
    public void commit(TransactionStatus status) {
        kept++;
    }

    @Override
    public void rollback(TransactionStatus status) {
        // nothing is undone: what a test sees is what was done before
    }

    public int begun() {
        return begun;
    }

    /** Those that were not rolled back. */
    public int kept() {
        return kept;
    }
}
