package id.deskpemilu.escalation.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Paging;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call list of a region. POST {@code /calls} with {@code election}, {@code region} (the desa) and what is shown
 * ({@code shown}, {@code page}) notes a call; with {@code undo} it takes the note back.
 *
 * @param election the election's code
 * @param region the region's code
 * @param regionName its name
 * @param regions the regions one level below: names with addresses
 * @param deadline the next hour at which the desk asks, by the clock of the election; null if none is to come
 * @param villages how many desa owe reports
 * @param stations how many TPS owe a report
 * @param called in how many of those desa somebody was called
 * @param above whom to call in the region and above it, where a desa answers nothing
 * @param rows the desa of this page
 * @param number the page, from 0
 */
public record CallsPage(
        String election,
        String region,
        String regionName,
        List<Crumb> crumbs,
        List<Choice> regions,
        @Nullable ZonedDateTime deadline,
        int villages,
        int stations,
        int called,
        List<Person> above,
        List<Row> rows,
        Paging paging,
        int number) {

    /**
     * A desa that owes reports.
     *
     * @param stations how many of its TPS owe one
     * @param reports how many reports are missing, of all contests
     * @param people whom to call: its operators, then its contact persons
     * @param called who has called there; null: nobody
     * @param progress where its TPS are listed
     */
    public record Row(
            String code,
            String name,
            String kecamatan,
            int stations,
            int reports,
            List<Person> people,
            @Nullable Called called,
            String progress) {}

    /** Who has called, and when by the clock of the election. */
    public record Called(String by, ZonedDateTime at) {}
}
