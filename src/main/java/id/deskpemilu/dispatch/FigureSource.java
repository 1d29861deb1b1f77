package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.dispatch.snapshot.SnapshotReader;
import id.deskpemilu.election.Stations;
import org.springframework.stereotype.Component;

/** Where the figures of a letter come from: the reports of this desk, or the letters of the tier below. */
@Component
public class FigureSource {

    private final SnapshotReader reader;
    private final SnapshotJson snapshots;
    private final Stations stations;

    FigureSource(SnapshotReader reader, SnapshotJson snapshots, Stations stations) {
        this.reader = reader;
        this.snapshots = snapshots;
        this.stations = stations;
    }

    /** The figures as they are now. */
    public Frozen freeze(Letter letter) {
        return snapshots.freeze(reader.read(letter.id().value(), letter.election(), letter.region()));
    }
}
