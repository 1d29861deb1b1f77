package id.deskpemilu.recap.usecase;

import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.shared.UseCase;

/** Puts the sums of an election right: counts all of them anew from its reports. */
@UseCase
public class RebuildRecap {

    private final Elections elections;
    private final Jurisdiction jurisdiction;
    private final Recount recount;

    RebuildRecap(Elections elections, Jurisdiction jurisdiction, Recount recount) {
        this.elections = elections;
        this.jurisdiction = jurisdiction;
        this.recount = recount;
    }

    /**
     * Rebuilds; reports that are being sent wait until it is done.
     *
     * @throws id.deskpemilu.shared.Refusal {@code ELECTION_UNKNOWN}, {@code ROLE_MISSING}, {@code ELECTION_SHARED}
     */
    public Recount.Result execute(Actor admin, String code) {
        Election election = elections.get(code);
        jurisdiction.requireWhole(admin, election);
        recount.rebuild(admin.username(), election.id());
        return recount.last(election.id()).orElseThrow();
    }
}
