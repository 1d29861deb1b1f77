package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.BroadcastPlan;
import id.deskpemilu.conversation.BroadcastRights;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import org.springframework.stereotype.Component;

/** Checks a broadcast before it is shown or sent. */
@Component
class BroadcastPlans {

    private final Elections elections;
    private final Regions regions;

    BroadcastPlans(Elections elections, Regions regions) {
        this.elections = elections;
        this.regions = regions;
    }

    /** What was planned, checked. */
    record Checked(Election election, Region region, String text) {}

    /**
     * The plan with what it names.
     *
     * @throws Refusal with what is wrong
     */
    Checked check(Actor sender, BroadcastPlan plan) {
        BroadcastRights.requireSending(sender, plan.region());
        Election election = elections.get(plan.election());
        Region region = regions.find(plan.region())
                .orElseThrow(
                        () -> Refusal.notFound("REGION_UNKNOWN", plan.region().dotted()));
        if (!election.phase().isRunning()) {
            throw Refusal.conflict("PHASE_NOT_RUNNING", election.phase());
        }
        String text = plan.text().strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("BROADCAST_EMPTY");
        }
        if (text.length() > BroadcastPlan.LONGEST) {
            throw Refusal.invalid("TEXT_TOO_LONG", BroadcastPlan.LONGEST);
        }
        return new Checked(election, region, text);
    }
}
