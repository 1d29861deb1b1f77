package id.deskpemilu.report;

import id.deskpemilu.identity.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts without a database. */
public final class DraftsInMemory extends Drafts {

    private final List<Draft> drafts = new ArrayList<>();

    public DraftsInMemory() {
        super(null, null);
    }

    /** All that are kept. */
    public List<Draft> all() {
        return List.copyOf(drafts);
    }

    @Override
    public Optional<Draft> find(ReportId report, Actor operator) {
        return drafts.stream()
                .filter(draft -> draft.report().equals(report) && operator.is(draft.username()))
                .findFirst();
    }

    @Override
    public void put(Draft draft) {
        drafts.removeIf(other ->
                other.report().equals(draft.report()) && other.username().equals(draft.username()));
        if (!draft.isEmpty()) {
            drafts.add(draft);
        }
    }

    @Override
    public void drop(ReportId report) {
        drafts.removeIf(draft -> draft.report().equals(report));
    }
}
