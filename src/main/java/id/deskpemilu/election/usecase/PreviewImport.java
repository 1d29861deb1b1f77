package id.deskpemilu.election.usecase;

import id.deskpemilu.election.Elections;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportInvalid;
import id.deskpemilu.election.imports.ImportPlan;
import id.deskpemilu.election.imports.Imports;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Says what files would change, and changes nothing. */
@UseCase(readOnly = true)
public class PreviewImport {

    private final Elections elections;
    private final Imports imports;

    PreviewImport(Elections elections, Imports imports) {
        this.elections = elections;
        this.imports = imports;
    }

    /**
     * Compares.
     *
     * @throws ImportInvalid with every bad row
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code ELECTION_FINISHED}, {@code ROLE_MISSING}
     */
    public ImportPlan execute(Actor actor, String election, ImportFiles files) {
        return imports.preview(actor, elections.get(election), files);
    }
}
