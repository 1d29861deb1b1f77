package id.deskpemilu.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The calendars of one contest, without a database. */
public final class DeadlinesInMemory extends Deadlines {

    private final Map<UUID, Deadline> deadlines = new HashMap<>();
    private final Set<String> passed = new HashSet<>();
    private final List<String> flagged = new ArrayList<>();
    private final Stages stages;
    private int silent;

    public DeadlinesInMemory(Stages stages) {
        super(null, null, null);
        this.stages = stages;
    }

    /** Keeps a calendar that runs. */
    public Deadline with(Deadline deadline) {
        deadlines.put(deadline.id(), deadline);
        return deadline;
    }

    /** So many stations have not reported. */
    public void silent(int stations) {
        silent = stations;
    }

    /** The hours at which stations were flagged, in their order. */
    public List<String> flagged() {
        return List.copyOf(flagged);
    }

    @Override
    public Deadline lock(UUID id) {
        return Objects.requireNonNull(deadlines.get(id));
    }

    @Override
    public List<UUID> lockRunning(long electionId) {
        return deadlines.values().stream()
                .filter(deadline -> !deadline.ended())
                .map(Deadline::id)
                .sorted()
                .toList();
    }

    @Override
    public void swept(Deadline deadline, Instant shown) {
        replace(deadline, shown, deadline.ended());
    }

    @Override
    public void end(Deadline deadline) {
        replace(deadline, deadline.sweptAt(), true);
    }

    @Override
    public List<Stage> ahead(long electionId, Deadline deadline) {
        return stages.of(electionId).stream()
                .filter(stage -> !passed.contains(deadline.id() + " " + stage.id()))
                .toList();
    }

    @Override
    public int pass(Deadline deadline, Stage stage) {
        passed.add(deadline.id() + " " + stage.id());
        flagged.add(stage.at().toString());
        return silent;
    }

    private void replace(Deadline deadline, Instant sweptAt, boolean ended) {
        with(new Deadline(
                deadline.id(),
                deadline.contestId(),
                deadline.district(),
                deadline.zone(),
                deadline.begunAt(),
                sweptAt,
                ended));
    }
}
