package id.deskpemilu.election.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.imports.ImportBatches;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.Imports;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.UUID;

/** Checks files and keeps them until the person has seen the preview and goes on. */
@UseCase
public class DraftImport {

    private final Elections elections;
    private final Imports imports;
    private final ImportBatches batches;

    DraftImport(Elections elections, Imports imports, ImportBatches batches) {
        this.elections = elections;
        this.imports = imports;
        this.batches = batches;
    }

    /**
     * Keeps them.
     *
     * @return the key of the import
     * @throws ImportInvalid with every bad row; then they are not kept
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code ELECTION_FINISHED}, {@code ROLE_MISSING}
     */
    public UUID execute(Actor actor, String electionCode, ImportFiles files) {
        Election election = elections.get(electionCode);
        imports.preview(actor, election, files);
        return batches.add(election.id(), actor.username(), files);
    }
}
