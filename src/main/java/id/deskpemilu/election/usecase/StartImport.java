package id.deskpemilu.election.usecase;

import id.deskpemilu.election.imports.ImportBatch;
import id.deskpemilu.election.imports.ImportBatches;
import id.deskpemilu.election.imports.ImportRunner;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Applies a previewed import behind the page; one that was cut off starts again. */
@UseCase
public class StartImport {

    private final ImportBatches batches;
    private final ImportRunner runner;

    StartImport(ImportBatches batches, ImportRunner runner) {
        this.batches = batches;
        this.runner = runner;
    }

    /**
     * Starts it. Starting what runs or is done already does nothing: a page may be sent twice.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code IMPORT_UNKNOWN}
     */
    public void execute(Actor actor, UUID id) {
        actor.requireAnywhere(Role.ADMIN);
        ImportBatch batch = batches.get(id, actor.username());
        if (batches.start(id)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    runner.submit(actor, batch);
                }
            });
        }
    }
}
