package id.deskpemilu.report.web;

import id.deskpemilu.shared.web.Crumb;
import id.deskpemilu.shared.web.Station;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report page: findings, figures in the order of the paper, corrections, history, and where the case stands.
 * Every button posts below {@code base} and carries {@code version}.
 *
 * @param status name of the report status; message {@code status.<status>}
 * @param holder who holds it, if anyone
 * @param version what the reader saw; a stale one is refused as a conflict
 * @param actions what this reader may do now, as action keys: {@code SUBMIT CLAIM RELEASE TAKE_OVER APPROVE
 *     REQUEST_CORRECTION CONFIRM_CORRECTION DECLINE_CORRECTION APPLY_CORRECTION}
 * @param blocked why the reader may not act although it is their turn, such as four eyes; in the reader's language
 * @param correction the correction under way, if any
 * @param corrections earlier corrections, newest first
 * @param step id of the current BPMN element; null before the case starts
 * @param stepName its name, in the reader's language
 * @param back where "kembali" leads: the inbox with its filters, or the operator's home
 * @param form what was typed into a refused correction request; null otherwise
 * @param rounds the rounds in which the station reports; null if there is one only
 */
public record ReportPage(
        Station station,
        String contest,
        String election,
        String base,
        String status,
        @Nullable Holder holder,
        int version,
        @Nullable String reference,
        @Nullable Act submitted,
        List<Section> sections,
        List<FindingView> findings,
        List<String> actions,
        @Nullable String blocked,
        @Nullable Correction correction,
        List<Correction> corrections,
        List<Revision> revisions,
        List<Event> history,
        @Nullable String step,
        @Nullable String stepName,
        List<Crumb> crumbs,
        String back,
        @Nullable CorrectionForm form,
        @Nullable ReportRounds rounds) {

    /** Whether this reader may do {@code action} now. */
    public boolean may(String action) {
        return actions.contains(action);
    }

    /** Whether there is anything for a verifier to decide. */
    public boolean decides() {
        return actions.stream()
                .anyMatch(List.of("CLAIM", "RELEASE", "TAKE_OVER", "APPROVE", "REQUEST_CORRECTION")::contains);
    }

    /** Whether figures are in. */
    public boolean reported() {
        return submitted != null;
    }

    /**
     * Who is working on it.
     *
     * @param mine whether it is the reader
     */
    public record Holder(String name, ZonedDateTime since, boolean mine) {}

    /** Somebody did something at some time. */
    public record Act(String by, ZonedDateTime at) {}

    /**
     * A correction, asked for and perhaps answered.
     *
     * @param number counted from 1 within the report
     * @param state {@code REQUESTED CONFIRMED DECLINED APPLIED}; message {@code correction.<state>}
     * @param reason why it was asked for
     * @param changes what should change
     * @param answered who confirmed or declined it
     * @param comment what was said when declining
     */
    public record Correction(
            int number,
            String state,
            String reason,
            List<Change> changes,
            Act requested,
            @Nullable Act answered,
            @Nullable String comment) {}

    /**
     * One box, before and after.
     *
     * @param label where it stands on the paper, such as "IV.2 Ani – Budi" or "I.A DPT · L"
     */
    public record Change(String field, String label, int old, int value) {}

    /**
     * One revision of the figures.
     *
     * @param kind {@code SUBMISSION} or {@code CORRECTION}; message {@code revision.<kind>}
     */
    public record Revision(int number, String kind, Act act, String sha256, List<Change> changes) {}

    /**
     * One line of the history.
     *
     * @param kind type of the report event, such as {@code Submitted}; names the message {@code event.<kind>}
     * @param text further words, such as a reason; null if none
     */
    public record Event(
            String kind,
            String by,
            ZonedDateTime at,
            @Nullable String text,
            List<Change> changes) {}

    /**
     * What was typed into a correction request that was refused.
     *
     * @param values new values by field code
     */
    public record CorrectionForm(Map<String, String> values, String reason, List<String> errors) {}
}
