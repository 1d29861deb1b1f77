package id.deskpemilu.election.imports;

import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies previewed imports behind the page, one after the other, and holds the first passwords until the page has shown
 * them. An import is one transaction, its end included: cut off at any moment, it has done nothing and can run again.
 */
@Component
public class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final Duration PASSWORDS_HELD = Duration.ofMinutes(30);
    private static final Duration BETWEEN_NOTICES = Duration.ofMillis(400);

    private final Imports imports;
    private final ImportBatches batches;
    private final Elections elections;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "import"));
    private final Map<UUID, Held> held = new ConcurrentHashMap<>();

    private record Held(List<ImportResult.NewAccount> accounts, Instant until) {}

    ImportRunner(
            Imports imports,
            ImportBatches batches,
            Elections elections,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.imports = imports;
        this.batches = batches;
        this.elections = elections;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Applies the import soon, in another thread, with the rights that the person has now. */
    public void submit(Actor admin, ImportBatch batch) {
        thread.execute(() -> run(admin, batch));
    }

    /** The accounts that the import created with their first passwords: the first time only, and not for long. */
    public List<ImportResult.NewAccount> takePasswords(UUID batch) {
        forgetOld();
        Held found = held.remove(batch);
        return found == null ? List.of() : found.accounts();
    }

    void run(Actor admin, ImportBatch batch) {
        UUID id = batch.id();
        try {
            transaction.executeWithoutResult(status -> {
                if (!batches.tryLock(id)) {
                    return; // another instance is at it
                }
                var result = imports.apply(admin, elections.get(batch.election()), batches.files(id), new Notices(id));
                batches.finish(id, result.plan());
                if (!result.accounts().isEmpty()) {
                    held.put(id, new Held(result.accounts(), clock.instant().plus(PASSWORDS_HELD)));
                }
            });
            forgetOld();
        } catch (ImportInvalid invalid) {
            failed(id, "IMPORT_INVALID");
        } catch (Refusal refusal) {
            failed(id, refusal.code());
        } catch (RuntimeException unexpected) {
            LOG.error("The import {} failed", id, unexpected);
            failed(id, "UNEXPECTED");
        }
    }

    private void failed(UUID id, String code) {
        held.remove(id);
        batches.fail(id, code);
    }

    private void forgetOld() {
        Instant now = clock.instant();
        held.values().removeIf(one -> one.until().isBefore(now));
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Writes the progress down, but not for every row. */
    private final class Notices implements ImportProgress {

        private final UUID id;
        private long last = System.nanoTime() - BETWEEN_NOTICES.toNanos();

        Notices(UUID id) {
            this.id = id;
        }

        @Override
        public void at(int done, int total) {
            long now = System.nanoTime();
            if (done == total || now - last >= BETWEEN_NOTICES.toNanos()) {
                last = now;
                batches.progress(id, done, total);
            }
        }
    }
}
