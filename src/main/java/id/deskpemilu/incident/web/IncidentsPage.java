package id.deskpemilu.incident.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the reader's regions, the latest first.
 *
 * @param election code of the election
 * @param region code of the region that it is about; null for all of the reader's own
 * @param regionName its name; null likewise
 * @param kinds values are kinds, and empty for all; labels are null: message {@code incident.kind.<value>}
 * @param states likewise, message {@code incident.state.<value>}
 * @param opened how many stations are known to have opened
 * @param stations of how many
 * @param openings address of the page of stations that have opened
 * @param create address of the form; null if the reader may not enter one, or the election is not running
 */
public record IncidentsPage(
        String election,
        @Nullable String region,
        @Nullable String regionName,
        List<Choice> kinds,
        List<Choice> states,
        List<IncidentLine> lines,
        Paging paging,
        int opened,
        int stations,
        String openings,
        @Nullable String create) {

    /** Whether less than all is asked for. */
    public boolean isFiltered() {
        return kinds.stream().anyMatch(one -> one.selected() && !one.value().isEmpty())
                || states.stream()
                        .anyMatch(one -> one.selected() && !one.value().isEmpty());
    }
}
