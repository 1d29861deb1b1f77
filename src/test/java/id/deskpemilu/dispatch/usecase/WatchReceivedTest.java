package id.deskpemilu.dispatch.usecase;

import static id.deskpemilu.dispatch.usecase.TierDesk.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.receiving.ReceivedLetter;
import id.deskpemilu.dispatch.receiving.RefusedLetter;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.usecase.WatchReceived.Watched;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.ElectionsInMemory;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchReceivedTest {

    private static final RegionCode NORTH = new RegionCode("9802");

    private final TierDesk desk = new TierDesk();

    @Test
    void each_sender_is_seen_with_the_letter_that_counts() {
        desk.senders.save(new Sender(NORTH, "Utara", "service-account-utara", null, null, "admin", TierDesk.NOW));
        ReceivedLetter earlier = desk.taken(TierDesk.NOW.minusSeconds(60), "a".repeat(64));
        ReceivedLetter last = desk.taken(TierDesk.NOW, "b".repeat(64));
        Watched watched = watch(SUPERVISOR, "uji");
        assertThat(watched.election()).isSameAs(desk.election);
        assertThat(watched.lines()).extracting(line -> line.sender().region()).containsExactly(TierDesk.REGENCY, NORTH);
        assertThat(watched.lines().get(0).inForce().id()).isEqualTo(last.id());
        assertThat(watched.lines().get(0).all())
                .extracting(ReceivedLetter::id)
                .containsExactly(last.id(), earlier.id());
        assertThat(watched.lines().get(1).inForce()).isNull();
        assertThat(watched.now()).isEqualTo(TierDesk.NOW);
    }

    @Test
    void a_withdrawn_letter_does_not_count() {
        ReceivedLetter letter = desk.taken(TierDesk.NOW, "a".repeat(64));
        desk.received.withdraw(letter, "salah", new byte[0], TierDesk.NOW);
        assertThat(watch(SUPERVISOR, "uji").lines().get(0).inForce()).isNull();
    }

    @Test
    void what_was_refused_in_the_last_day_is_counted() {
        refused(TierDesk.REGENCY, TierDesk.NOW.minus(Duration.ofHours(24)));
        refused(TierDesk.REGENCY, TierDesk.NOW);
        refused(TierDesk.REGENCY, TierDesk.NOW.minus(Duration.ofHours(24)).minusMillis(1));
        Watched watched = watch(SUPERVISOR, "uji");
        assertThat(watched.lines().get(0).refused()).isEqualTo(2);
        assertThat(watched.refused()).hasSize(2);
    }

    @Test
    void an_own_region_is_seen_and_no_other() {
        Actor neighbour = TierDesk.actor("tetangga", Role.SUPERVISOR, "9802");
        desk.taken(TierDesk.NOW, "a".repeat(64));
        refused(TierDesk.REGENCY, TierDesk.NOW);
        Watched watched = watch(neighbour, "uji");
        assertThat(watched.lines()).isEmpty();
        assertThat(watched.refused()).isEmpty();
    }

    @Test
    void auditors_watch_too_and_by_the_clock_of_a_rehearsal() {
        desk.clocks.run(new ElectionClocks.Segment(TierDesk.NOW, TierDesk.NOW.plusSeconds(3600), 1));
        assertThat(watch(TierDesk.actor("auditor", Role.AUDITOR, "98"), null).now())
                .isEqualTo(TierDesk.NOW.plusSeconds(3600));
    }

    @Test
    void nobody_else_watches() {
        for (Role role : Role.values()) {
            if (role != Role.SUPERVISOR && role != Role.AUDITOR) {
                desk.refuses("ROLE_MISSING", () -> watch(TierDesk.actor("orang", role, "98"), "uji"));
            }
        }
    }

    @Test
    void there_is_something_to_watch_only_in_an_election() {
        desk.refuses("ELECTION_UNKNOWN", () -> watch(SUPERVISOR, "lain"));
        desk.refuses(
                "NO_ELECTION",
                () -> new WatchReceived(desk.senders, desk.received, new ElectionsInMemory(), desk.clocks, desk.clock)
                        .execute(SUPERVISOR, null));
    }

    private void refused(RegionCode region, Instant at) {
        desk.received.refused(new RefusedLetter(
                at, "service-account-uji", new LetterId(UUID.randomUUID()), region, "LETTER_BROKEN", "0".repeat(64)));
    }

    private Watched watch(Actor actor, String election) {
        return new WatchReceived(desk.senders, desk.received, desk.elections, desk.clocks, desk.clock)
                .execute(actor, election);
    }
}
