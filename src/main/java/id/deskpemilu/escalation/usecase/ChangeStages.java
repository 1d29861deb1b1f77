package id.deskpemilu.escalation.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Jurisdiction;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.escalation.DeadlineProcess;
import id.deskpemilu.escalation.Deadlines;
import id.deskpemilu.escalation.Stage;
import id.deskpemilu.escalation.Stages;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Changes the stages of an election, also while it runs. One that has passed somewhere keeps what was flagged at it; a new
 * one lies ahead.
 */
@UseCase
public class ChangeStages {

    /** More would only teach people to ignore them. */
    private static final int MOST = 12;

    private final Elections elections;
    private final Jurisdiction jurisdiction;
    private final Stages stages;
    private final Deadlines deadlines;
    private final DeadlineProcess calendar;
    private final ElectionClocks clocks;
    private final Regions regions;
    private final AuditLog log;

    ChangeStages(
            Elections elections,
            Jurisdiction jurisdiction,
            Stages stages,
            Deadlines deadlines,
            DeadlineProcess calendar,
            ElectionClocks clocks,
            Regions regions,
            AuditLog log) {
        this.elections = elections;
        this.jurisdiction = jurisdiction;
        this.stages = stages;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.clocks = clocks;
        this.regions = regions;
        this.log = log;
    }

    /**
     * A stage as it is to be.
     *
     * @param at the hour by the clock of each place
     * @param nextDay whether it is an hour of the day after the election
     * @param kind who is told
     */
    public record Entry(LocalTime at, boolean nextDay, Stage.Kind kind) {

        /** The stage as it is. */
        public static Entry of(Stage stage) {
            return new Entry(stage.at(), stage.nextDay(), stage.kind());
        }

        Stage stage() {
            return new Stage(0, at, nextDay, kind);
        }
    }

    /**
     * Puts the stages in the place of those so far; those that stay are not asked again where they have passed.
     *
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code ROLE_MISSING}, {@code ELECTION_SHARED}, {@code STAGES_INVALID} if none
     *     or too many are left or two are at the same hour, {@code STAGE_PASSED} if a new one's hour is over
     */
    public List<Stage> execute(Actor admin, String code, List<Entry> wanted) {
        Election election = elections.get(code);
        jurisdiction.requireWhole(admin, election);
        Set<String> hours = new HashSet<>();
        boolean twice = wanted.stream().anyMatch(entry -> !hours.add(entry.at() + " " + entry.nextDay()));
        if (wanted.isEmpty() || wanted.size() > MOST || twice) {
            throw Refusal.invalid("STAGES_INVALID", MOST);
        }
        List<UUID> running = deadlines.lockRunning(election.id());
        List<Stage> before = stages.of(election.id());
        List<Entry> known = before.stream().map(Entry::of).toList();
        List<Entry> added =
                wanted.stream().filter(entry -> !known.contains(entry)).toList();
        if (!running.isEmpty()) {
            requireAhead(admin, election, added);
        }
        before.stream().filter(stage -> !wanted.contains(Entry.of(stage))).forEach(stages::withdraw);
        added.forEach(entry -> stages.add(election.id(), entry.stage()));
        log.append(admin.username(), "election:" + code, "StagesChanged", Map.of("old", known, "new", wanted));
        calendar.replan(running);
        return stages.of(election.id());
    }

    /** In each of the administrator's places. */
    private void requireAhead(Actor admin, Election election, List<Entry> added) {
        Instant now = clocks.now(election.id());
        List<Zone> zones = admin.scopes(Role.ADMIN).stream()
                .flatMap(region -> regions.find(region).map(Region::zone).stream())
                .distinct()
                .toList();
        for (Entry entry : added) {
            for (Zone zone : zones) {
                if (entry.stage().on(election.heldOn(), zone).isBefore(now)) {
                    throw Refusal.invalid("STAGE_PASSED", entry.at());
                }
            }
        }
    }
}
