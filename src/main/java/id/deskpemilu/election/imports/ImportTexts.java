package id.deskpemilu.election.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in the reader's language what is wrong with a file and what a plan changes. */
@Component
public class ImportTexts {

    private final MessageSource messages;

    ImportTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** What is wrong. */
    public String message(ImportError error, Locale locale) {
        return messages.getMessage(
                "import.error." + error.code(), error.arguments().toArray(), locale);
    }

    /** What is allowed instead. */
    public String allowed(ImportError error, Locale locale) {
        return messages.getMessage(
                "import.allowed." + error.code(), error.arguments().toArray(), locale);
    }

    /** A row of a plan in one line. */
    public String line(ImportPlan.Change change, Locale locale) {
        StringBuilder text = new StringBuilder(change.key()).append(" ").append(change.label());
        for (ImportPlan.Difference difference : change.differences()) {
            text.append(" · ")
                    .append(difference.column())
                    .append(": ")
                    .append(orNothing(difference.before(), locale))
                    .append(" → ")
                    .append(orNothing(difference.after(), locale));
        }
        return text.toString();
    }

    private String orNothing(@Nullable String value, Locale locale) {
        return value == null ? messages.getMessage("import.value.none", null, locale) : value;
    }
}
