package id.deskpemilu.conversation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.conversation.Addressees;
import id.deskpemilu.conversation.Addressees.Addressee;
import id.deskpemilu.conversation.Broadcast;
import id.deskpemilu.conversation.BroadcastPlan;
import id.deskpemilu.conversation.Broadcasts;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Region;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.NewNotice;
import id.deskpemilu.notification.Notices;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;

/** Says something to many operators at once. */
@UseCase
public class SendBroadcast {

    private static final int LONGEST_KEY = 100;

    private final BroadcastPlans plans;
    private final Addressees addressees;
    private final Broadcasts broadcasts;
    private final Contests contests;
    private final Notices notices;
    private final AuditLog log;
    private final Clock clock;

    SendBroadcast(
            BroadcastPlans plans,
            Addressees addressees,
            Broadcasts broadcasts,
            Contests contests,
            Notices notices,
            AuditLog log,
            Clock clock) {
        this.plans = plans;
        this.addressees = addressees;
        this.broadcasts = broadcasts;
        this.contests = contests;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Sends it to those for whom it is at this moment, each once.
     *
     * @param key names this attempt: the same key again sends nothing and gives what was sent
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code ELECTION_UNKNOWN}, {@code REGION_UNKNOWN},
     *     {@code PHASE_NOT_RUNNING}, {@code BROADCAST_EMPTY}, {@code TEXT_TOO_LONG}, {@code BROADCAST_FOR_NOBODY},
     *     {@code KEY_INVALID}, {@code KEY_REUSED}
     */
    public Broadcast execute(Actor sender, BroadcastPlan plan, String key) {
        BroadcastPlans.Checked checked = plans.check(sender, plan);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("KEY_INVALID", LONGEST_KEY);
        }
        Optional<Broadcast> before = broadcasts.sent(sender.username(), key);
        if (before.isPresent()) {
            return same(before.get(), checked);
        }
        List<Addressee> to = addressees.of(checked.election(), plan.region(), plan.audience(), plan.contest());
        if (to.isEmpty()) {
            throw Refusal.conflict("BROADCAST_FOR_NOBODY");
        }
        Region region = checked.region();
        Broadcast broadcast = new Broadcast(
                UUID.randomUUID(),
                checked.election().id(),
                region.code(),
                region.name(),
                plan.audience(),
                plan.contest(),
                checked.text(),
                plan.chat(),
                sender.username(),
                sender.name(),
                clock.instant(),
                to.size());
        Long contest = plan.contest() == null
                ? null
                : contests.get(plan.election(), plan.contest().slug()).id();
        if (!broadcasts.add(broadcast, contest, key)) {
            // the same press a moment ago: the next attempt finds what it has sent
            throw new OptimisticLockingFailureException("broadcast key in use");
        }
        broadcasts.address(broadcast.id(), to);
        notices.post(to.stream().map(one -> notice(broadcast, one)).toList());
        log.append(
                sender.username(),
                "broadcast:" + broadcast.id(),
                "BroadcastSent",
                Map.of(
                        "election", plan.election(),
                        "region", region.code().digits(),
                        "audience", plan.audience(),
                        "contest", plan.contest() == null ? "" : plan.contest().slug(),
                        "chat", plan.chat(),
                        "recipients", to.size(),
                        "text", checked.text()));
        return broadcast;
    }

    private static Broadcast same(Broadcast before, BroadcastPlans.Checked checked) {
        boolean same = before.text().equals(checked.text())
                && before.electionId() == checked.election().id()
                && before.region().equals(checked.region().code());
        if (!same) {
            throw Refusal.conflict("KEY_REUSED");
        }
        return before;
    }

    private static NewNotice notice(Broadcast broadcast, Addressee to) {
        Set<Channel> channels = EnumSet.of(Channel.IN_APP, Channel.PUSH);
        if (broadcast.chat()) {
            channels.add(Channel.CHAT);
        }
        return new NewNotice(
                broadcast.keyOf(to.username()),
                broadcast.electionId(),
                to.region(),
                Broadcast.TEMPLATE,
                List.of(broadcast.senderName(), broadcast.text()),
                "/messages",
                new Recipient(to.username(), to.name(), to.phone(), null),
                channels);
    }
}
