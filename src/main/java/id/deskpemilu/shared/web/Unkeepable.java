package id.deskpemilu.shared.web;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that PostgreSQL has no place for: those with the character 0 in them. People cannot type it, programs can. */
final class Unkeepable {

    /** What a person or a program is told. */
    static final String CODE = "CHARACTERS_INVALID";

    /** character_not_in_repertoire, and untranslatable_character in JSON. */
    private static final Set<String> STATES = Set.of("22021", "22P05");

    private Unkeepable() {}

    /** Whether the database has refused such a text. */
    static boolean isCauseOf(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException refused && STATES.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
