package id.deskpemilu.worklist.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Paging;
import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verifier's inbox. Filters are a GET form, their state is in the address: {@code kecamatan desa contest finding
 * who page}.
 *
 * @param kecamatan first choice is "all" with value ""
 * @param desa only of the chosen kecamatan; empty while none is chosen
 * @param contest labels are null: the value names the message {@code contest.<value>}
 * @param finding labels are null: values are rule numbers, and {@code none} for reports without a finding
 * @param who labels are null: {@code free mine others}; message {@code who.<value>}
 * @param filtered whether any filter is set
 * @param roles for a supervisor: what waits for verifiers and what for supervisors; message {@code inbox.of.<value>}
 * @param notice what the last decision was, such as "Laporan TPS 004 disetujui"; null otherwise
 */
public record InboxPage(
        List<Choice> kecamatan,
        List<Choice> desa,
        List<Choice> contest,
        List<Choice> finding,
        List<Choice> who,
        boolean filtered,
        List<Row> rows,
        Paging paging,
        @Nullable String notice,
        List<Choice> roles) {

    /** Whose inbox it is; empty where there is only one. */
    public String role() {
        return roles.stream()
                .filter(Choice::selected)
                .map(Choice::value)
                .findFirst()
                .orElse("");
    }

    /** The choices of one filter, by the name of its parameter. */
    public List<Choice> choices(String filter) {
        return switch (filter) {
            case "kecamatan" -> kecamatan;
            case "desa" -> desa;
            case "contest" -> contest;
            case "finding" -> finding;
            default -> who;
        };
    }

    /**
     * One report that waits.
     *
     * @param href the report page
     * @param worst gravest severity, {@code INFO WARN EXPLAIN}, or null without findings
     * @param secondLook whether a finding asks for a second verifier
     * @param holder who holds it; null when it is free
     * @param mine whether the reader holds it
     * @param claimable whether the reader may claim it now
     * @param since when it came into this state
     * @param photos how much of the form is there as photos
     * @param commented whether the operator waits for an answer
     * @param onBehalf whether somebody else entered it than the operator
     */
    public record Row(
            String href,
            Station station,
            String contest,
            String status,
            List<String> findings,
            @Nullable String worst,
            boolean secondLook,
            @Nullable String holder,
            boolean mine,
            boolean claimable,
            ZonedDateTime since,
            PhotoCount photos,
            boolean commented,
            boolean onBehalf) {}
}
