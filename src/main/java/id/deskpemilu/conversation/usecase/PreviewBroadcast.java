package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Addressees;
import id.deskpemilu.conversation.BroadcastPlan;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Tells how many would get a broadcast now; sends nothing. */
@UseCase(readOnly = true)
public class PreviewBroadcast {

    private final BroadcastPlans plans;
    private final Addressees addressees;

    PreviewBroadcast(BroadcastPlans plans, Addressees addressees) {
        this.plans = plans;
        this.addressees = addressees;
    }

    /**
     * A broadcast before it is sent.
     *
     * @param recipients how many would get it
     * @param region the name of the region
     */
    public record Preview(int recipients, String region) {}

    /**
     * Counts them.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN}, {@code REGION_UNKNOWN},
     *     {@code PHASE_NOT_RUNNING}, {@code BROADCAST_EMPTY}, {@code TEXT_TOO_LONG}, {@code BROADCAST_FOR_NOBODY}
     */
    public Preview execute(Actor sender, BroadcastPlan plan) {
        BroadcastPlans.Checked checked = plans.check(sender, plan);
        int recipients = addressees.count(checked.election(), plan.region(), plan.audience(), plan.contest());
        if (recipients == 0) {
            throw Refusal.conflict("BROADCAST_FOR_NOBODY");
        }
        return new Preview(recipients, checked.region().name());
    }
}
