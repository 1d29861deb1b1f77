package id.deskpemilu.election;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clock of every election, without a database; the real one until it is set. */
public final class ClocksInMemory extends ElectionClocks {

    private final List<Segment> segments = new ArrayList<>();

    public ClocksInMemory(Clock clock) {
        super(null, clock);
    }

    /** It runs on like this. */
    public void run(Segment segment) {
        segments.add(segment);
    }

    @Override
    public Optional<Segment> current(long electionId) {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
    }

    @Override
    public Timeline of(long electionId) {
        return new Timeline(segments);
    }
}
