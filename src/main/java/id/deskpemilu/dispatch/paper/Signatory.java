package id.deskpemilu.dispatch.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The official whose name stands under a letter.
 *
 * @param position the lines of the office, e.g. a.n. BUPATI …, SEKRETARIS DAERAH, u.b. KEPALA BADAN …
 * @param name with academic titles
 * @param rank pangkat and golongan; null for those who sign without (head of region, deputy, Sekda)
 * @param nip 18 digits; null likewise
 */
public record Signatory(
        List<String> position,
        String name,
        @Nullable String rank,
        @Nullable String nip) {

    public Signatory {
        position = List.copyOf(position);
    }
}
