package id.deskpemilu.escalation.usecase;

import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.Escalation;
import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.Escalations;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.Telling;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Instant;

/** It is the turn of a level: tells it, and says until when it is waited for. The process does it. */
@UseCase
public class TellLevel {

    private final Escalations escalations;
    private final Telling telling;
    private final ElectionClocks clocks;
    private final Clock clock;

    TellLevel(Escalations escalations, Telling telling, ElectionClocks clocks, Clock clock) {
        this.escalations = escalations;
        this.telling = telling;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Tells it; of one that has ended nobody is told.
     *
     * @return until when it is waited for, in real time
     */
    public Instant execute(EscalationId id, Level level) {
        Escalation escalation = escalations.lock(id);
        if (!escalation.isActive()) {
            return clock.instant(); // it ended while this was waiting for it, and its process with it
        }
        escalation.reach(level, clock.instant());
        Instant due =
                clocks.now(escalation.electionId()).plus(telling.tell(escalation, level, escalation.repetition()));
        escalation.told(due);
        escalations.saveAndFlush(escalation);
        return clocks.real(escalation.electionId(), due);
    }
}
