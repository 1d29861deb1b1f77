package id.deskpemilu.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The way of the escalations: it notes what it is told, and tells the level whose turn it is before it returns. */
public final class RecordingEscalationProcess implements EscalationProcess {

    private final List<String> told = new ArrayList<>();
    private final Escalations escalations;
    private final BiConsumer<EscalationId, Level> tell;

    public RecordingEscalationProcess(Escalations escalations, BiConsumer<EscalationId, Level> tell) {
        this.escalations = escalations;
        this.tell = tell;
    }

    /** What it was told, in its order: what of which escalation. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void opened(EscalationId escalation, Level level) {
        told.add("opened " + escalation + " for " + level);
        tell.accept(escalation, level);
    }

    @Override
    public void raised(EscalationId escalation) {
        told.add("raised " + escalation);
        tell.accept(escalation, escalations.get(escalation).level().next());
    }

    @Override
    public void settled(EscalationId escalation, Outcome outcome, @Nullable Instant until) {
        told.add(outcome + " " + escalation + (until == null ? "" : " until " + until));
    }

    @Override
    public void resolved(EscalationId escalation) {
        told.add("resolved " + escalation);
    }

    @Override
    public void redated(EscalationId escalation, Instant due) {
        told.add("redated " + escalation + " to " + due);
    }
}
