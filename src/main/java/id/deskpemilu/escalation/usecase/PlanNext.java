package id.deskpemilu.escalation.usecase;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Deadlines;
import id.deskpemilu.escalation.Deadlines.Deadline;
import id.deskpemilu.escalation.EscalationSettings;
import id.deskpemilu.shared.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;

/** What a kecamatan's calendar waits for next; the process does it. */
@UseCase
public class PlanNext {

    /** From noon of the election day to the noon after it the overdue are looked for often. */
    private static final LocalTime NOON = LocalTime.NOON;

    private static final Duration SELDOM = Duration.ofHours(6);

    private final Deadlines deadlines;
    private final Contests contests;
    private final ElectionClocks clocks;
    private final EscalationSettings settings;

    PlanNext(Deadlines deadlines, Contests contests, ElectionClocks clocks, EscalationSettings settings) {
        this.deadlines = deadlines;
        this.contests = contests;
        this.clocks = clocks;
        this.settings = settings;
    }

    /** What can come next. */
    public enum What {
        /** A stage: stations without a report are flagged. */
        STAGE,
        /** A look at what is overdue. */
        SWEEP,
        /** Nothing: the contest takes no reports any more. */
        NONE
    }

    /**
     * What comes next.
     *
     * @param what it is
     * @param at when, in real time
     */
    public record Next(What what, Instant at) {}

    /** Plans; a calendar for which nothing comes any more has ended. */
    public Next execute(UUID id) {
        Deadline deadline = deadlines.lock(id);
        Contest contest = contests.findById(deadline.contestId()).orElseThrow();
        if (!contest.takesReports()) {
            deadlines.end(deadline);
            return new Next(What.NONE, ElectionClocks.NEVER);
        }
        long election = contest.election().id();
        Instant now = clocks.now(election);
        Instant sweep = nextSweep(contest, deadline, now);
        Optional<Instant> stage = deadlines.ahead(election, deadline).stream()
                .map(one -> one.on(contest.election().heldOn(), deadline.zone()))
                .filter(at -> !at.isBefore(deadline.begunAt()))
                .findFirst();
        return stage.isPresent() && !stage.get().isAfter(sweep)
                ? new Next(What.STAGE, clocks.real(election, stage.get()))
                : new Next(What.SWEEP, clocks.real(election, sweep));
    }

    private Instant nextSweep(Contest contest, Deadline deadline, Instant now) {
        ZonedDateTime begin =
                contest.election().heldOn().atTime(NOON).atZone(deadline.zone().id());
        if (now.isBefore(begin.toInstant())) {
            return begin.toInstant();
        }
        boolean evening = now.isBefore(begin.plusDays(1).toInstant());
        return deadline.sweptAt().plus(evening ? settings.sweepEvery() : SELDOM);
    }
}
