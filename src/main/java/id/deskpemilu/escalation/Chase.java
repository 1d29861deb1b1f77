package id.deskpemilu.escalation;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins escalations, brings them up to a level, and ends them. */
@Component
public class Chase {

    private final Escalations escalations;
    private final EscalationProcess process;
    private final Telling telling;
    private final AuditLog log;
    private final Clock clock;

    Chase(Escalations escalations, EscalationProcess process, Telling telling, AuditLog log, Clock clock) {
        this.escalations = escalations;
        this.process = process;
        this.telling = telling;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Somebody is silent: begins an escalation on the level, or brings the one under way up to it.
     *
     * @param missing for how many reports or answers
     * @param stage the stage at which it is noticed, if it is one
     */
    public void silent(
            EscalationKind kind, Contest contest, RegionCode region, int missing, Level level, @Nullable Stage stage) {
        Optional<Escalation> underWay = escalations.activeForChange(contest.id(), region, kind);
        if (underWay.isPresent()) {
            raise(underWay.get(), level, stage);
            return;
        }
        Escalation opened = escalations.saveAndFlush(
                Escalation.open(kind, contest, region, level, stage, missing, clock.instant()));
        log.append(
                ReportEvent.TIMER,
                opened.subject(),
                "EscalationOpened",
                Map.of(
                        "kind", kind,
                        "contest", contest.type().slug(),
                        "region", region.digits(),
                        "level", level,
                        "missing", missing));
        process.opened(opened.id(), level);
    }

    private void raise(Escalation escalation, Level level, @Nullable Stage stage) {
        if (stage == null) {
            return; // it is on its way by its own hours
        }
        escalation.namedAt(stage);
        if (level.compareTo(escalation.level()) < 0) {
            telling.tell(escalation, level, 0);
        } else if (level != escalation.level()) {
            while (level != escalation.level()) {
                process.raised(escalation.id());
            }
        } else if (escalation.state() == Escalation.State.WAITING) {
            telling.tell(escalation, level, 0);
        } else if (level == Level.KABUPATEN) {
            process.raised(escalation.id()); // the stage ends a delay
        }
        escalations.saveAndFlush(escalation);
    }

    /** Ends it; that nothing is waited for any more is announced to those who were told above the desa. */
    public void end(Escalation escalation, Escalation.Outcome outcome) {
        escalation.end(outcome, clock.instant());
        escalations.saveAndFlush(escalation);
        log.append(ReportEvent.TIMER, escalation.subject(), "EscalationEnded", Map.of("outcome", outcome));
        process.resolved(escalation.id());
    }
}
