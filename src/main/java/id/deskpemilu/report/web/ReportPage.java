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
 *     REQUEST_CORRECTION CONFIRM_CORRECTION KEEP_AS_WRITTEN DISPUTE_CORRECTION APPLY_CORRECTION} and the rest
 * @param blocked why the reader may not act although it is their turn, such as four eyes; in the reader's language
 * @param correction the correction under way, if any
 * @param corrections earlier corrections, newest first
 * @param review the check beside the photo, and whether the report is opened again
 * @param photos the photos of the form
 * @param step id of the current BPMN element; null before the case starts
 * @param stepName its name, in the reader's language
 * @param back where "kembali" leads: the inbox with its filters, or the operator's home
 * @param form what was typed into a refused correction request; null otherwise
 * @param rounds the rounds in which the station reports; null if there is one only
 * @param talk what operator and desk say to each other about it
 * @param onBehalf that somebody else entered it than the operator; null if the operator did
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
        Review review,
        PhotosView photos,
        @Nullable String step,
        @Nullable String stepName,
        List<Crumb> crumbs,
        String back,
        @Nullable CorrectionForm form,
        @Nullable ReportRounds rounds,
        ReportTalk talk,
        @Nullable OnBehalf onBehalf) {

    /**
     * Who entered the figures in the place of the operator.
     *
     * @param role the role, as in {@code role.<role>}
     * @param by display name
     * @param reason why the operator could not
     */
    public record OnBehalf(String role, String by, String reason) {}

    /** Whether this reader may do {@code action} now. */
    public boolean may(String action) {
        return actions.contains(action);
    }

    /** Whether there is anything for a verifier to decide. */
    public boolean decides() {
        return actions.stream()
                .anyMatch(List.of(
                        "CLAIM",
                        "RELEASE",
                        "TAKE_OVER",
                        "APPROVE",
                        "REQUEST_CORRECTION",
                        "CLOSE_REOPENING",
                        "REQUEST_REOPENING",
                        "DECIDE_REOPENING")::contains);
    }

    /** What the box of a correction holds at first: what was typed before, or what the reader read from the photo. */
    public @Nullable String proposed(String field) {
        if (form != null && form.is("correct")) {
            return form.values().get(field);
        }
        return review.check() == null
                ? null
                : review.check().differences().stream()
                        .filter(difference -> difference.field().equals(field))
                        .map(difference -> String.valueOf(difference.value()))
                        .findFirst()
                        .orElse(null);
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
     * @param state name of the correction's state; message {@code correction.<state>}
     * @param reason why it was asked for
     * @param changes what should change
     * @param spot the part of a photo where it can be read: photo, left, top, width, height in thousandths
     * @param answerBy until when the operator is waited for
     * @param answered who answered, without a name if the time ran out
     * @param comment what the operator said
     * @param decided the supervisor who settled it
     * @param decision why so
     * @param applied who put it into force
     */
    public record Correction(
            int number,
            String state,
            String reason,
            List<Change> changes,
            @Nullable String spot,
            Act requested,
            ZonedDateTime answerBy,
            @Nullable Act answered,
            @Nullable String comment,
            @Nullable Act decided,
            @Nullable String decision,
            @Nullable Act applied) {}

    /**
     * What a verifier and a supervisor do with it.
     *
     * @param veiled whether the figures are kept from the reader until they are keyed from the photo
     * @param toKey the boxes to key from the photo; none if that is not asked
     * @param check how the reader's own keying came out
     * @param asWritten whether a rule that must hold is broken: approved, it stands as the form has it
     * @param reopening the one asked for or granted now
     * @param causes why a report can be opened again; message {@code reopening.<cause>}
     */
    public record Review(
            boolean veiled,
            List<Section.Row> toKey,
            @Nullable Check check,
            boolean asWritten,
            @Nullable Reopening reopening,
            List<String> causes) {}

    /**
     * How the reading of the photo compares with the operator's figures.
     *
     * @param differences the operator's figure as old, the verifier's as value
     */
    public record Check(boolean agrees, List<Change> differences) {}

    /**
     * A request to open the report again.
     *
     * @param state message {@code reopening.<state>}
     * @param cause message {@code reopening.<cause>}
     */
    public record Reopening(
            String state,
            String cause,
            String reason,
            Act requested,
            @Nullable Act decided,
            @Nullable String comment,
            @Nullable ZonedDateTime closesAt,
            @Nullable ZonedDateTime closedAt) {}

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
     * What was typed into a form that was refused.
     *
     * @param target id of the form: {@code correct} or {@code blind}
     * @param values figures by field code
     */
    public record CorrectionForm(String target, Map<String, String> values, String reason, List<String> errors) {

        /** Whether it was the form of that id. */
        public boolean is(String id) {
            return target.equals(id);
        }
    }
}
