package id.deskpemilu.election.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClockChanged;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Sets the clock of a rehearsal: to which hour, and how fast it runs. A real election has the real one. */
@UseCase
public class SetRehearsalClock {

    private final Elections elections;
    private final Jurisdiction jurisdiction;
    private final ElectionClocks clocks;
    private final ApplicationEventPublisher events;
    private final AuditLog log;

    SetRehearsalClock(
            Elections elections,
            Jurisdiction jurisdiction,
            ElectionClocks clocks,
            ApplicationEventPublisher events,
            AuditLog log) {
        this.elections = elections;
        this.jurisdiction = jurisdiction;
        this.clocks = clocks;
        this.events = events;
        this.log = log;
    }

    /**
     * Sets it.
     *
     * @param to what it shows from now on; null: it goes on from what it shows
     * @param speed how many times as fast as the real clock; 0 stops it
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code ROLE_MISSING}, {@code ELECTION_SHARED},
     *     {@code CLOCK_OF_REHEARSALS_ONLY}, and those of {@link ElectionClocks#set}
     */
    public void execute(Actor admin, String code, @Nullable Instant to, double speed) {
        Election election = elections.get(code);
        jurisdiction.requireWhole(admin, election);
        if (!election.isSimulation()) {
            throw Refusal.conflict("CLOCK_OF_REHEARSALS_ONLY", election.name());
        }
        Instant shown = clocks.set(admin.username(), election.id(), to, speed);
        log.append(admin.username(), "election:" + code, "ClockSet", Map.of("shown", shown, "speed", speed));
        events.publishEvent(new ElectionClockChanged(election.id()));
    }
}
