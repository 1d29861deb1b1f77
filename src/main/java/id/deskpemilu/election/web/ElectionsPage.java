package id.deskpemilu.election.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All elections, and the form for a new one. POST {@code /admin/elections} with {@code code name date phase}.
 *
 * @param form what was typed, by field; empty on a fresh page
 * @param errors what is wrong, by field, in the reader's language
 */
public record ElectionsPage(List<Row> elections, Map<String, String> form, Map<String, String> errors) {

    /**
     * One election.
     *
     * @param phase {@code PREPARATION REHEARSAL ACTIVE LOCKED ARCHIVED}; message {@code phase.<phase>}
     */
    public record Row(String code, String name, LocalDate date, String phase, int contests, long stations) {}
}
