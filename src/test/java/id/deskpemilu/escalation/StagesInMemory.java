package id.deskpemilu.escalation;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The stages of one election, without a database. */
public final class StagesInMemory extends Stages {

    private final List<Stage> stages = new ArrayList<>();
    private long last;

    public StagesInMemory() {
        super(null, null);
    }

    /** With a stage of the election day. */
    public StagesInMemory with(String at, Stage.Kind kind) {
        add(0, new Stage(0, LocalTime.parse(at), false, kind));
        return this;
    }

    public List<Stage> all() {
        return List.copyOf(stages);
    }

    @Override
    public List<Stage> of(long electionId) {
        return stages.stream().sorted(Stage.IN_ORDER).toList();
    }

    @Override
    public void add(long electionId, Stage stage) {
        stages.add(new Stage(++last, stage.at(), stage.nextDay(), stage.kind()));
    }

    @Override
    public void withdraw(Stage stage) {
        stages.remove(stage);
    }
}
