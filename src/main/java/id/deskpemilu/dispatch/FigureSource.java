package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.receiving.ReceivedLetters;
import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.RollUp;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.dispatch.snapshot.SnapshotReader;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Where the figures of a letter come from: the letters of the tier below where senders are registered for a province, else
 * the reports of this desk.
 */
@Component
public class FigureSource {

    private final SnapshotReader reader;
    private final SnapshotJson snapshots;
    private final Senders senders;
    private final ReceivedLetters received;
    private final Regions regions;
    private final ElectionClocks clocks;
    private final Clock clock;

    FigureSource(
            SnapshotReader reader,
            SnapshotJson snapshots,
            Senders senders,
            ReceivedLetters received,
            Regions regions,
            ElectionClocks clocks,
            Clock clock) {
        this.reader = reader;
        this.snapshots = snapshots;
        this.senders = senders;
        this.received = received;
        this.regions = regions;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * The figures as they are now.
     *
     * @throws Refusal {@code REGION_UNKNOWN}
     */
    public Frozen freeze(Letter letter) {
        RegionCode region = letter.region();
        List<Sender> below = region.level() == RegionCode.Level.PROVINCE ? senders.in(List.of(region)) : List.of();
        return snapshots.freeze(
                below.isEmpty() ? reader.read(letter.id().value(), letter.election(), region) : addedUp(letter, below));
    }

    private Snapshot addedUp(Letter letter, List<Sender> below) {
        Election election = letter.election();
        Region own = regions.find(letter.region())
                .orElseThrow(
                        () -> Refusal.notFound("REGION_UNKNOWN", letter.region().dotted()));
        List<Region> expected = below.stream()
                .flatMap(sender -> regions.find(sender.region()).stream())
                .toList();
        Instant now = clock.instant();
        return RollUp.of(
                        letter.id().value(),
                        new Snapshot.OfElection(
                                election.code(), election.name(), election.heldOn(), election.isSimulation()),
                        new Snapshot.Place(own.code(), own.name(), own.zone()),
                        now,
                        clocks.shown(election.id(), now),
                        received.latest(election.code(), own.code()).stream()
                                .map(one -> new RollUp.Received(one.frozen(), one.number(), one.region()))
                                .toList(),
                        expected)
                .snapshot();
    }
}
