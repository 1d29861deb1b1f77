package id.deskpemilu.incident.web;

import id.deskpemilu.shared.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for something that happened.
 *
 * @param election code of the election; null if none is running in the reader's regions
 * @param areas the kecamatan to choose one from before the place; empty if there is no choice
 * @param whole the kecamatan as a whole, if the reader may choose that
 * @param groups the desa with their TPS; empty as long as no kecamatan is chosen
 * @param kinds values are kinds; labels are null: message {@code incident.kind.<value>}
 * @param at as the control has it, e.g. {@code 2024-11-27T08:30}
 * @param zone WIB, WITA or WIT
 * @param text what was typed
 * @param longest how many characters it may have
 * @param key names this attempt to enter it
 * @param errors what is wrong, with the id of the control that it is about
 */
public record NewIncidentPage(
        @Nullable String election,
        List<Choice> areas,
        @Nullable Choice whole,
        List<Group> groups,
        List<Choice> kinds,
        String at,
        String zone,
        String text,
        int longest,
        String key,
        List<Problem> errors) {

    /**
     * A desa with its stations.
     *
     * @param whole the desa itself
     * @param stations labels are their numbers of three digits
     */
    public record Group(Choice whole, List<Choice> stations) {}

    /** Something that is wrong with a control. */
    public record Problem(String field, String text) {}

    /** Whether that control is wrong. */
    public boolean isBad(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }
}
