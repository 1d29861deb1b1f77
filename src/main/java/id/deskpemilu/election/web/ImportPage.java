package id.deskpemilu.election.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Import in steps. POST {@code <base>/imports} (multipart {@code regions stations ballots dapil candidates operators contacts})
 * checks the files and previews; POST {@code <base>/imports/<id>} applies the preview; GET {@code <base>/imports/<id>} shows the state.
 *
 * @param step {@code UPLOAD ERRORS PREVIEW RUNNING DONE FAILED}
 * @param id of this import; null before the upload
 * @param kinds one per file that was given
 * @param errors every bad row
 * @param done rows done while running
 * @param total rows in all while running
 * @param passwords accounts just made; shown once
 * @param failure why it failed, in the reader's language
 */
public record ImportPage(
        String election,
        String code,
        String base,
        String step,
        @Nullable String id,
        List<Kind> kinds,
        List<RowError> errors,
        long done,
        long total,
        List<NewAccount> passwords,
        @Nullable String failure) {

    /** Whether the import would change anything. */
    public boolean changes() {
        return kinds.stream().anyMatch(kind -> kind.added() + kind.changed() > 0);
    }

    /** The same page with bad rows. */
    ImportPage withErrors(List<RowError> found) {
        return new ImportPage(election, code, base, step, id, kinds, found, done, total, passwords, failure);
    }

    /** The same page with a reason why nothing was done. */
    ImportPage withFailure(String reason) {
        return new ImportPage(election, code, base, step, id, kinds, errors, done, total, passwords, reason);
    }

    /**
     * What one file would do.
     *
     * @param key {@code regions stations ballots dapil candidates operators contacts}; message {@code import.kind.<key>}
     * @param samples some of the rows that are added or changed
     */
    public record Kind(String key, long added, long changed, long unchanged, List<Sample> samples) {}

    /**
     * One row of the preview.
     *
     * @param kind {@code ADDED} or {@code CHANGED}
     */
    public record Sample(String kind, String text) {}

    /** One thing wrong in one file. */
    public record RowError(String file, long line, String column, String wrong, String allowed) {}

    /** An account with its first password, which must be changed at the first login. */
    public record NewAccount(String username, String name, String region, String password) {}
}
