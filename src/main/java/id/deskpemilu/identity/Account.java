package id.deskpemilu.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person of the desk as colleagues know them. Password and roles are kept by Keycloak, the regions by
 * {@link Assignments}.
 *
 * @param username the account's name, unique in the realm, in lower case
 * @param name the person's name
 * @param phone where the person can be reached, if known
 */
public record Account(
        String username, String name, @Nullable String phone) {

    /** The longest name of an account. */
    public static final int LONGEST_USERNAME = 50;

    /** The longest name of a person. */
    public static final int LONGEST_NAME = 100;

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2," + (LONGEST_USERNAME - 1) + "}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,28}");

    /** An account's name as the realm spells it: Keycloak knows no upper case in it. */
    public static String canonical(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account can have that name. */
    public static boolean isUsername(String text) {
        return USERNAME.matcher(text).matches();
    }

    /** Whether the text is a telephone number. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
