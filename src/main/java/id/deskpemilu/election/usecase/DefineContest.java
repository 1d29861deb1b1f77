package id.deskpemilu.election.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.Map;
import java.util.Set;

/** Says where a contest is held and which sections of the form it does without; adds the contest if it is new. */
@UseCase
public class DefineContest {

    private final Elections elections;
    private final Contests contests;
    private final Regions regions;
    private final Jurisdiction jurisdiction;
    private final AuditLog log;

    DefineContest(Elections elections, Contests contests, Regions regions, Jurisdiction jurisdiction, AuditLog log) {
        this.elections = elections;
        this.contests = contests;
        this.regions = regions;
        this.jurisdiction = jurisdiction;
        this.log = log;
    }

    /**
     * Defines it. What is the same already may be said again at any time.
     *
     * @param slug the type of contest
     * @param area a provinsi or a kabupaten/kota, as the type demands
     * @param leftOut sections that the form does without
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code CONTEST_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN},
     *     {@code REGION_UNKNOWN}, {@code AREA_LEVEL}, {@code SECTION_NEEDED}, {@code BALLOT_IN_USE},
     *     {@code ELECTION_FINISHED}
     */
    public Contest execute(
            Actor actor, String electionCode, String slug, RegionCode area, Set<Form.SectionKey> leftOut) {
        Election election = elections.get(electionCode);
        ContestType type = ContestType.ofSlug(slug);
        jurisdiction.require(actor, election, area);
        if (election.phase() == Phase.LOCKED || election.phase() == Phase.ARCHIVED) {
            throw Refusal.conflict("ELECTION_FINISHED", election.name());
        }
        if (area.level() != type.level()) {
            throw Refusal.invalid("AREA_LEVEL", area.dotted(), slug);
        }
        if (regions.find(area).isEmpty()) {
            throw Refusal.invalid("REGION_UNKNOWN", area.dotted());
        }
        Contest contest = contests.find(electionCode, type)
                .map(found -> contests.lock(found.id()))
                .orElse(null);
        if (contest != null && contest.area().equals(area) && contest.leftOut().equals(leftOut)) {
            return contest;
        }
        if (contest == null) {
            contest = new Contest(election, type, area);
        } else {
            jurisdiction.require(actor, election, contest.area());
            contest.setBallot(area, contest.choices());
        }
        contest.leaveOut(leftOut);
        Contest stored = contests.save(contest);
        log.append(
                actor.username(),
                "election:" + electionCode,
                "ContestDefined",
                Map.of("contest", slug, "area", area, "leftOut", leftOut));
        return stored;
    }
}
