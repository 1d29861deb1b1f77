package id.deskpemilu.election.imports;

import id.deskpemilu.shared.Refusal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The files of an import, at most one of each kind.
 *
 * @param contents their bytes
 */
public record ImportFiles(Map<ImportKind, byte[]> contents) {

    /**
     * @throws Refusal {@code IMPORT_EMPTY} if there is no file at all
     */
    public ImportFiles {
        if (contents.isEmpty()) {
            throw Refusal.invalid("IMPORT_EMPTY");
        }
        contents = Collections.unmodifiableMap(new EnumMap<>(contents));
    }
}
