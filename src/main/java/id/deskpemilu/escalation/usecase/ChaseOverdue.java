package id.deskpemilu.escalation.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Chase;
import id.deskpemilu.escalation.Deadlines;
import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.EscalationSettings;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.Waiting;
import id.deskpemilu.escalation.Waiting.UnderWay;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Looks for reports that wait for a verifier, and corrections that wait for their answer, for too long: begins escalations
 * for what is overdue and ends those whose reason is gone. The process does it.
 */
@UseCase
public class ChaseOverdue {

    private final Deadlines deadlines;
    private final Contests contests;
    private final ElectionClocks clocks;
    private final EscalationSettings settings;
    private final Waiting waiting;
    private final Escalations escalations;
    private final Chase chase;

    ChaseOverdue(
            Deadlines deadlines,
            Contests contests,
            ElectionClocks clocks,
            EscalationSettings settings,
            Waiting waiting,
            Escalations escalations,
            Chase chase) {
        this.deadlines = deadlines;
        this.contests = contests;
        this.clocks = clocks;
        this.settings = settings;
        this.waiting = waiting;
        this.escalations = escalations;
        this.chase = chase;
    }

    /** Looks. */
    public void execute(UUID id) {
        Deadline deadline = deadlines.lock(id);
        Contest contest = contests.findById(deadline.contestId()).orElseThrow();
        if (!contest.takesReports()) {
            return;
        }
        deadlines.swept(deadline, clocks.now(contest.election().id()));
        Map<RegionCode, Integer> unverified =
                waiting.unverified(contest.id(), deadline.district(), before(contest, settings.verifyWithin()));
        Map<RegionCode, Integer> unanswered =
                waiting.unanswered(contest.id(), deadline.district(), before(contest, settings.answerWithin()));
        for (UnderWay underWay : waiting.underWay(contest.id(), deadline.district())) {
            if (isOver(contest, underWay, unverified, unanswered)) {
                Escalation escalation = escalations.lock(underWay.id());
                if (escalation.isActive()) {
                    chase.end(escalation, Escalation.Outcome.DONE);
                }
            }
        }
        unverified.forEach((district, reports) ->
                chase.silent(EscalationKind.UNVERIFIED, contest, district, reports, Level.RESPONSIBLE, null));
        unanswered.forEach((village, corrections) ->
                chase.silent(EscalationKind.UNANSWERED, contest, village, corrections, Level.RESPONSIBLE, null));
    }

    private boolean isOver(
            Contest contest,
            UnderWay escalation,
            Map<RegionCode, Integer> unverified,
            Map<RegionCode, Integer> unanswered) {
        return switch (escalation.kind()) {
            // the last report ends it itself; a station may have been taken out of the contest
            case UNREPORTED -> waiting.unreported(contest.id(), escalation.region(), null) == 0;
            case UNVERIFIED -> !unverified.containsKey(escalation.region());
            case UNANSWERED -> !unanswered.containsKey(escalation.region());
        };
    }

    /** The real moment that lies so far back by the clock of the election. */
    private Instant before(Contest contest, Duration ago) {
        long election = contest.election().id();
        return clocks.real(election, clocks.now(election).minus(ago));
    }
}
