package id.deskpemilu.election.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import from its preview to its end.
 *
 * @param id its key
 * @param election the code of the election
 * @param uploadedBy the account that uploaded the files, the only one that may go on with them
 * @param state where it stands
 * @param done how many steps are done
 * @param total how many steps there are; 0 until it runs
 * @param message the code of the refusal that stopped it
 * @param counts what was added and changed, by kind; empty until it is done
 * @param touchedAt when it last moved
 */
public record ImportBatch(
        UUID id,
        String election,
        String uploadedBy,
        State state,
        int done,
        int total,
        @Nullable String message,
        Map<String, Counts> counts,
        Instant touchedAt) {

    /** Where an import stands. */
    public enum State {
        /** It waits for somebody to confirm it. */
        PREVIEWED,
        /** It is being applied. */
        RUNNING,
        /** It is applied. */
        DONE,
        /** It was refused, or cut off; nothing has changed, and it can be run again. */
        FAILED
    }

    /** How many rows of a file were new, changed and the same. */
    public record Counts(int added, int changed, int unchanged) {}
}
