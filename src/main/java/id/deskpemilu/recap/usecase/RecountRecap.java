package id.deskpemilu.recap.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.shared.UseCase;

/** Counts the recap of an election again from its reports and says where the sums differ. */
@UseCase
public class RecountRecap {

    private final Elections elections;
    private final Jurisdiction jurisdiction;
    private final Recount recount;

    RecountRecap(Elections elections, Jurisdiction jurisdiction, Recount recount) {
        this.elections = elections;
        this.jurisdiction = jurisdiction;
        this.recount = recount;
    }

    /**
     * Recounts; nothing is put right.
     *
     * @throws id.deskpemilu.shared.Refusal {@code ELECTION_UNKNOWN}, {@code ROLE_MISSING}, {@code ELECTION_SHARED}
     */
    public Recount.Result execute(Actor admin, String code) {
        Election election = elections.get(code);
        jurisdiction.requireWhole(admin, election);
        return recount.check(admin.username(), election.id());
    }
}
