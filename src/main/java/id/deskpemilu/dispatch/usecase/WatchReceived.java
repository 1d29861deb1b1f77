package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.Standing;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.RefusedLetter;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Elections;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which desks of the tier below have reported, and which have not. */
@UseCase(readOnly = true)
public class WatchReceived {

    private static final Duration RECENT = Duration.ofHours(24);
    private static final int MOST_REFUSALS = 200;

    private final Senders senders;
    private final ReceivedLetters received;
    private final Elections elections;
    private final ElectionClocks clocks;
    private final Clock clock;

    WatchReceived(Senders senders, ReceivedLetters received, Elections elections, ElectionClocks clocks, Clock clock) {
        this.senders = senders;
        this.received = received;
        this.elections = elections;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * What has come.
     *
     * @param election of which election
     * @param lines each registered sender, in the order of the codes
     * @param refused what was refused in the last day, the last one first
     * @param now when that was so, by the clock of the election
     */
    public record Watched(Election election, List<Line> lines, List<RefusedLetter> refused, Instant now) {}

    /**
     * A sender.
     *
     * @param inForce the letter that counts; null if none does
     * @param all every letter of the region, the one frozen last first
     * @param refused how many of its files were refused in the last day
     */
    public record Line(Sender sender, @Nullable ReceivedLetter inForce, List<ReceivedLetter> all, long refused) {}

    /**
     * Looks.
     *
     * @param electionCode which election; empty for the one that is running
     * @throws Refusal {@code ROLE_MISSING}, {@code ELECTION_UNKNOWN}, {@code NO_ELECTION}
     */
    public Watched execute(Actor actor, @Nullable String electionCode) {
        Set<RegionCode> scopes = actor.scopes(Role.SUPERVISOR, Role.AUDITOR);
        if (scopes.isEmpty()) {
            throw Refusal.forbidden("ROLE_MISSING", Role.SUPERVISOR.realmName());
        }
        Election election = elections.getOrRunning(electionCode, one -> true);
        Instant now = clock.instant();
        Map<RegionCode, List<ReceivedLetter>> letters =
                received.of(election.id(), scopes).stream().collect(Collectors.groupingBy(ReceivedLetter::region));
        List<RefusedLetter> refused = received.refused(scopes, now.minus(RECENT), MOST_REFUSALS);
        Map<RegionCode, Long> refusals =
                refused.stream().collect(Collectors.groupingBy(RefusedLetter::region, Collectors.counting()));
        List<Line> lines = senders.in(scopes).stream()
                .map(sender -> line(
                        sender,
                        letters.getOrDefault(sender.region(), List.of()),
                        refusals.getOrDefault(sender.region(), 0L)))
                .toList();
        return new Watched(election, lines, refused, clocks.shown(election.id(), now));
    }

    private static Line line(Sender sender, List<ReceivedLetter> all, long refused) {
        return new Line(
                sender,
                all.stream()
                        .filter(letter -> letter.standing() == Standing.IN_FORCE)
                        .findFirst()
                        .orElse(null),
                all,
                refused);
    }
}
