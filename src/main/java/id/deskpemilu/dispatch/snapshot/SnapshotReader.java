package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.election.Election;
import id.deskpemilu.shared.RegionCode;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads snapshots. */
@Component
public class SnapshotReader {

    /** The figures now. */
    public Snapshot read(UUID letter, Election election, RegionCode region) {
        throw new UnsupportedOperationException();
    }
}
