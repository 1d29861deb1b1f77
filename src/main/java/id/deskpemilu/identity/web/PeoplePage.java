package id.deskpemilu.identity.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operators and the other people of the desk. Filters as a GET form: {@code q kecamatan page}. POST
 * {@code /admin/people/<username>/password}, {@code /admin/assignments/<id>/end} and
 * {@code /admin/assignments/<id>/move} with {@code region}.
 *
 * @param q what was searched for
 * @param regions regions an assignment can move to
 * @param password a temporary password just set; shown once
 */
public record PeoplePage(
        String q,
        List<Choice> kecamatan,
        List<Choice> regions,
        List<Person> people,
        Paging paging,
        @Nullable TemporaryPassword password,
        @Nullable String notice) {

    /** One person. */
    public record Person(String username, String name, List<String> roles, List<Assignment> assignments) {}

    /**
     * Who may act for which region, from when to when.
     *
     * @param validUntil null while it has no end
     * @param active whether it holds today
     */
    public record Assignment(
            String id,
            String region,
            String regionCode,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            boolean active) {}

    /** A password to hand over. */
    public record TemporaryPassword(String username, String name, String password) {}
}
