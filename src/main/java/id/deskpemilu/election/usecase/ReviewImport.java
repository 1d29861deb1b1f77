package id.deskpemilu.election.usecase;

import id.deskpemilu.election.Elections;
import id.deskpemilu.election.imports.ImportBatch;
import id.deskpemilu.election.imports.ImportBatches;
import id.deskpemilu.election.imports.ImportError;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.ImportPlan;
import id.deskpemilu.election.imports.Imports;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an import stands, and what it would change while it waits. */
@UseCase(readOnly = true)
public class ReviewImport {

    private final Elections elections;
    private final Imports imports;
    private final ImportBatches batches;

    ReviewImport(Elections elections, Imports imports, ImportBatches batches) {
        this.elections = elections;
        this.imports = imports;
        this.batches = batches;
    }

    /**
     * An import.
     *
     * @param batch where it stands
     * @param plan what it would change now; null while it runs, when it is done, or when the files no longer fit
     * @param errors why the files no longer fit
     */
    public record Review(ImportBatch batch, @Nullable ImportPlan plan, List<ImportError> errors) {}

    /**
     * Looks at it.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code IMPORT_UNKNOWN}, {@code ELECTION_FINISHED}
     */
    public Review execute(Actor actor, UUID id) {
        actor.requireAnywhere(Role.ADMIN);
        ImportBatch batch = batches.get(id, actor.username());
        if (batch.state() == ImportBatch.State.RUNNING || batch.state() == ImportBatch.State.DONE) {
            return new Review(batch, null, List.of());
        }
        try {
            ImportPlan plan = imports.preview(actor, elections.get(batch.election()), batches.files(id));
            return new Review(batch, plan, List.of());
        } catch (ImportInvalid invalid) {
            return new Review(batch, null, invalid.errors());
        }
    }
}
