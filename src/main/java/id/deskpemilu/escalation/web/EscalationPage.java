package id.deskpemilu.escalation.web;

import id.deskpemilu.shared.web.Choice;
import id.deskpemilu.shared.web.Crumb;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One escalation as a task: what is silent, who was told, whom to call, what can be done. The forms post below
 * {@code base}: {@code acknowledgement}, {@code snooze} ({@code minutes reason}), {@code unreachable} ({@code reason}),
 * {@code handover} ({@code username reason}).
 *
 * @param base its address
 * @param kind {@code UNREPORTED UNVERIFIED UNANSWERED}
 * @param name the desa, or the kecamatan
 * @param kecamatan the kecamatan of the desa; null for a kecamatan
 * @param level {@code RESPONSIBLE KECAMATAN KABUPATEN}
 * @param state {@code WAITING SNOOZED PARKED ENDED}
 * @param missing for how many reports it was opened
 * @param opened when, by the clock of the election
 * @param due until when somebody is waited for, likewise
 * @param acknowledged who has taken note, and when
 * @param ended when it ended
 * @param outcome {@code DONE CLOSED}; null while it is under way
 * @param silent what is still waited for
 * @param people whom to call, the nearest first
 * @param told who was told what, the last thing first
 * @param task whether the reader may settle it now
 * @param others to whom the desa can be handed
 * @param history what happened, the last thing first
 * @param step id of the BPMN element in which it waits; null at the end
 * @param refused what was typed into a refused form; null otherwise
 */
public record EscalationPage(
        String base,
        String kind,
        String contest,
        String election,
        String name,
        @Nullable String kecamatan,
        String level,
        String state,
        boolean unreachable,
        int missing,
        ZonedDateTime opened,
        @Nullable ZonedDateTime due,
        @Nullable Act acknowledged,
        @Nullable ZonedDateTime ended,
        @Nullable String outcome,
        List<Silent> silent,
        List<Person> people,
        List<Told> told,
        boolean task,
        List<Choice> others,
        List<Event> history,
        @Nullable String step,
        List<Crumb> crumbs,
        @Nullable Refused refused,
        @Nullable String notice) {

    /** How long it can be put off, in minutes. */
    public List<Integer> minutes() {
        return List.of(10, 15, 30, 45, 60, 90, 120, 180);
    }

    /** Whether the form was refused. */
    public boolean refused(String form) {
        return refused != null && refused.form().equals(form);
    }

    /**
     * A station that is waited for.
     *
     * @param number the TPS's number, such as "007"
     * @param status how far its report is
     * @param since since when it waits, by the clock of the election; null if it was never sent
     * @param stages at how many stages it was flagged as late
     * @param href its report
     * @param entry where the reader can enter it in the operator's place; null if the reader cannot
     */
    public record Silent(
            String number,
            String desa,
            String status,
            @Nullable ZonedDateTime since,
            int stages,
            String href,
            @Nullable String entry) {}

    /**
     * Who was told what.
     *
     * @param title the title of the notice, in the reader's language
     * @param at when, by the clock of the election
     * @param read whether it was read in the desk
     * @param roads the roads out of the desk, and how far it is on each
     */
    public record Told(String name, String title, ZonedDateTime at, boolean read, List<Road> roads) {}

    /**
     * A road out of the desk.
     *
     * @param channel message {@code escalation.channel.<channel>}
     * @param state message {@code escalation.delivery.<state>}
     */
    public record Road(String channel, String state) {}

    /**
     * Something that happened.
     *
     * @param kind message {@code escalation.event.<kind>}
     * @param by who did it; empty for the clock
     * @param text a reason, or who was told; null for none
     */
    public record Event(
            String kind,
            String by,
            ZonedDateTime at,
            @Nullable String text) {}

    /** Who did something, and when. */
    public record Act(String by, ZonedDateTime at) {}

    /**
     * A form that was refused.
     *
     * @param form {@code snooze}, {@code unreachable} or {@code handover}
     * @param error what is wrong, in the reader's language
     * @param reason what was typed
     */
    public record Refused(String form, String error, String reason) {}
}
