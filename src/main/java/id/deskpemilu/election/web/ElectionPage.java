package id.deskpemilu.election.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One election with its contests. {@code page.base} is {@code /admin/elections/<code>}; the buttons post to
 * {@code <base>/contests/<slug>/open}, {@code …/close} and {@code <base>/phase} with {@code phase}.
 *
 * @param next phases it may go to now
 * @param notice what was just done
 */
public record ElectionPage(
        String code,
        String name,
        LocalDate date,
        String phase,
        List<String> next,
        String base,
        long kecamatan,
        long desa,
        long stations,
        List<Contest> contests,
        @Nullable String notice) {

    /**
     * One contest.
     *
     * @param state {@code PREPARED OPENING OPEN CLOSED}; message {@code contest-state.<state>}
     * @param cases polling stations whose case has been started
     * @param stations polling stations in all
     * @param mayOpen whether it can be opened, or its opening taken up again
     */
    public record Contest(
            String slug,
            String state,
            long cases,
            long stations,
            List<Candidate> ballot,
            boolean mayOpen,
            boolean mayClose) {

        /** Whether cases are being started at this moment. */
        public boolean opening() {
            return "OPENING".equals(state);
        }
    }

    /** One line of the ballot. */
    public record Candidate(int number, String name) {}
}
