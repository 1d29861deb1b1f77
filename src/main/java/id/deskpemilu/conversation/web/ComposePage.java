package id.deskpemilu.conversation.web;

import id.deskpemilu.shared.web.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writing a broadcast: whom, what, and once more before it is sent.
 *
 * @param elections the running elections of the reader's regions; labels are their names
 * @param regions the regions to choose from: the chosen one, those it lies in, those below it
 * @param audience {@code ALL} or {@code SILENT}
 * @param contests values are slugs, and empty for any; labels are null: message {@code contest.<value>}
 * @param text what was typed
 * @param chat whether WhatsApp is ticked
 * @param longest how many characters the text may have
 * @param errors what is wrong, with the id of the control that it is about
 * @param preview what would be sent; null while it is being written
 */
public record ComposePage(
        List<Choice> elections,
        List<Choice> regions,
        String audience,
        List<Choice> contests,
        String text,
        boolean chat,
        int longest,
        List<Problem> errors,
        @Nullable Preview preview) {

    /** Something that is wrong with a control. */
    public record Problem(String field, String text) {}

    /**
     * What would be sent.
     *
     * @param recipients how many would get it
     * @param region the name of their region
     * @param key names the attempt to send it
     */
    public record Preview(int recipients, String region, String key) {}

    /** The value of the choice that is selected; empty if none is. */
    public String chosen(List<Choice> choices) {
        return choices.stream()
                .filter(Choice::selected)
                .map(Choice::value)
                .findFirst()
                .orElse("");
    }
}
