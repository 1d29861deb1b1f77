package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Round;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a contest, and the form that opens another. POST {@code <base>/preview} shows what would happen; POST
 * {@code <base>} with the same fields opens.
 *
 * @param election the election's name
 * @param contest slug of the contest
 * @param back the page of the election
 * @param base {@code /admin/elections/<code>/contests/<slug>/rounds}
 * @param rounds those so far, the first one first
 * @param mayOpen whether the reader can open one now
 * @param kinds those that can be opened
 * @param districts where there are stations; empty if none can be opened
 * @param form what was typed
 * @param check what would happen; null before it was asked
 * @param errors what is wrong with the form
 * @param notice what was just done
 */
public record RoundsPage(
        String election,
        String contest,
        String back,
        String base,
        List<Item> rounds,
        boolean mayOpen,
        List<String> kinds,
        List<District> districts,
        Form form,
        @Nullable Check check,
        List<Problem> errors,
        @Nullable String notice) {

    /** Whether cases are being begun at this moment. */
    public boolean opening() {
        return rounds.stream().anyMatch(round -> !round.finished());
    }

    /**
     * A round and how far it is.
     *
     * @param stations stations that it names
     * @param cases stations whose case in it has begun
     * @param reported stations that have reported in it
     * @param superseded stations that have moved on to a later round
     * @param ballot its own ballot, if that changed with it
     */
    public record Item(
            Round round,
            String reason,
            boolean finished,
            int stations,
            int cases,
            int reported,
            int superseded,
            List<Candidate> ballot) {}

    /** One line of a ballot. */
    public record Candidate(int number, String name) {}

    /** A kecamatan with its desa that have stations. */
    public record District(String code, String name, List<Village> villages) {}

    /** A desa. */
    public record Village(String code, String name) {}

    /**
     * What was typed.
     *
     * @param regions the kecamatan and desa chosen
     * @param changed whether the ballot changed
     */
    public record Form(
            String kind,
            String date,
            String reason,
            String codes,
            Set<String> regions,
            boolean changed,
            List<Line> ballot) {}

    /** A line of the ballot to type into. */
    public record Line(String number, String name) {}

    /**
     * What would happen.
     *
     * @param heldOn the day of the voting or counting
     * @param stations stations that report again
     * @param reported how many of them have a result that will be superseded
     * @param approved how many of those are approved
     * @param codes the stations
     */
    public record Check(LocalDate heldOn, int stations, int reported, int approved, List<String> codes) {}

    /**
     * One thing that is wrong.
     *
     * @param field the field that it belongs to
     */
    public record Problem(String field, String text) {}

    /** The problems of a field. */
    public List<String> errorsOf(String field) {
        return errors.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .toList();
    }
}
