package id.deskpemilu.election.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import would change, or has changed.
 *
 * @param parts one for every file that was given, by its kind
 */
public record ImportPlan(Map<ImportKind, Part> parts) {

    /** How many changed rows are shown of each file. */
    static final int CHANGED_SHOWN = 200;

    /** How many new rows are shown of each file. */
    static final int ADDED_SHOWN = 20;

    /**
     * What one file changes.
     *
     * @param added how many rows are new
     * @param changed how many are known and differ; a choice that the ballot no longer has counts here
     * @param unchanged how many are known and the same
     * @param samples some of the changed rows, then some of the new ones
     */
    public record Part(int added, int changed, int unchanged, List<Change> samples) {}

    /**
     * One row that is new or differs.
     *
     * @param added whether it is new; else it differs
     * @param key what identifies it
     * @param label what people call it
     * @param differences the columns that differ; none if it is new
     */
    public record Change(boolean added, String key, String label, List<Difference> differences) {}

    /**
     * One value that differs.
     *
     * @param column the column's canonical name
     * @param before what the desk has; null for nothing
     * @param after what the file has; null for nothing
     */
    public record Difference(
            String column,
            @Nullable String before,
            @Nullable String after) {}

    /** Whether anything at all is new or differs. */
    public boolean changesAnything() {
        return parts.values().stream().anyMatch(part -> part.added() + part.changed() > 0);
    }
}
