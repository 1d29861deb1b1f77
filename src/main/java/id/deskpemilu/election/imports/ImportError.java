package id.deskpemilu.election.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a file. The sentence and what is allowed stand in the message bundle under
 * {@code import.error.CODE} and {@code import.allowed.CODE}.
 *
 * @param file in which file
 * @param line in which line, counted from 1, the header included
 * @param column the canonical name of the column; null if it is about the line or the file
 * @param code a stable code in upper case
 * @param arguments what the placeholders are filled with; the first is what stands there
 */
public record ImportError(
        ImportKind file, long line, @Nullable String column, String code, List<String> arguments) {

    static ImportError of(ImportKind file, long line, @Nullable String column, String code, String... arguments) {
        return new ImportError(file, line, column, code, List.of(arguments));
    }
}
