package id.deskpemilu.election.usecase;

import id.deskpemilu.election.Elections;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.ImportProgress;
import id.deskpemilu.election.imports.ImportResult;
import id.deskpemilu.election.imports.Imports;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Applies files: all of them, or nothing. */
@UseCase
public class ApplyImport {

    private final Elections elections;
    private final Imports imports;

    ApplyImport(Elections elections, Imports imports) {
        this.elections = elections;
        this.imports = imports;
    }

    /**
     * Applies them. The same files again change nothing.
     *
     * @return what changed, and the first passwords of new accounts, which are kept nowhere
     * @throws ImportInvalid with every bad row
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code ELECTION_FINISHED}, {@code ROLE_MISSING},
     *     {@code DIRECTORY_UNAVAILABLE}
     */
    public ImportResult execute(Actor actor, String election, ImportFiles files, ImportProgress progress) {
        return imports.apply(actor, elections.get(election), files, progress);
    }
}
