package id.deskpemilu.incident.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, and what was done about it.
 *
 * @param back address of the list
 * @param followUps the earliest first
 * @param followUp whether the reader may add one
 * @param withdraw whether the reader may withdraw it
 * @param key names the attempt to add a follow-up
 * @param refused what was not taken, as it was typed; null if nothing
 * @param notice what was just done; null if nothing
 */
public record IncidentPage(
        IncidentLine incident,
        String back,
        List<Added> followUps,
        boolean followUp,
        boolean withdraw,
        String key,
        int longest,
        @Nullable Refused refused,
        @Nullable String notice) {

    /**
     * A follow-up.
     *
     * @param text empty if it was only said to be over, or not to be
     * @param settled whether it was over then
     * @param at by the clock of the election
     */
    public record Added(String text, boolean settled, String by, ZonedDateTime at) {}

    /**
     * A form that was not taken.
     *
     * @param form {@code follow-up} or {@code withdrawal}
     * @param settled whether "over" was chosen
     */
    public record Refused(String form, String error, String text, boolean settled) {}

    /** Whether that form was not taken. */
    public boolean isRefused(String form) {
        return refused != null && refused.form().equals(form);
    }

    /** What was typed into that form. */
    public String typed(String form) {
        return refused != null && refused.form().equals(form) ? refused.text() : "";
    }

    /** Whether "over" is to be chosen in the form. */
    public boolean isOver() {
        return refused != null && refused.form().equals("follow-up")
                ? refused.settled()
                : incident.state().equals("SETTLED");
    }
}
