package id.deskpemilu.report.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Says what opening a round would do, and does nothing. */
@UseCase(readOnly = true)
public class PreviewRound {

    private final Contests contests;
    private final Jurisdiction jurisdiction;
    private final RoundPlans plans;

    PreviewRound(Contests contests, Jurisdiction jurisdiction, RoundPlans plans) {
        this.contests = contests;
        this.jurisdiction = jurisdiction;
        this.plans = plans;
    }

    /**
     * Checks the order.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code PHASE_NOT_RUNNING}, {@code CONTEST_NOT_OPEN},
     *     {@code ROUND_INVALID}
     */
    public RoundPlan execute(Actor admin, String election, String slug, RoundOrder order) {
        Contest contest = contests.get(election, slug);
        jurisdiction.require(admin, contest.election(), contest.area());
        contest.requireOpen();
        return plans.check(contest, order);
    }
}
