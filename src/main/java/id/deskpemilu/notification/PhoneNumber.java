package id.deskpemilu.notification;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mobile number of Indonesia, however it was written: {@code 0812…}, {@code +62 812-…}, {@code 62812…}, {@code 812…}.
 *
 * @param digits country code and number, digits only, e.g. {@code 6281234567890}
 */
public record PhoneNumber(String digits) {

    private static final Pattern MOBILE = Pattern.compile("628\\d{7,12}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-\u2010-\u2013]+");
    private static final Pattern OTHER_THAN_DIGITS = Pattern.compile("\\D");

    public PhoneNumber {
        if (!MOBILE.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a mobile number of Indonesia");
        }
    }

    /** Reads a number in any spelling; empty if it is no mobile number of Indonesia. */
    public static Optional<PhoneNumber> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String plain = SEPARATORS.matcher(text).replaceAll("");
        plain = plain.startsWith("+") ? plain.substring(1) : plain;
        if (OTHER_THAN_DIGITS.matcher(plain).find()) {
            return Optional.empty();
        }
        String digits = international(plain);
        return MOBILE.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    private static String international(String plain) {
        if (plain.startsWith("620")) { // +62 (0)812…
            return "62" + plain.substring(3);
        }
        if (plain.startsWith("0062")) {
            return plain.substring(2);
        }
        if (plain.startsWith("0")) {
            return "62" + plain.substring(1);
        }
        return plain.startsWith("8") ? "62" + plain : plain;
    }

    /** With all but its last three digits hidden, so that no log ever holds it. */
    @Override
    public String toString() {
        return "…" + digits.substring(digits.length() - 3);
    }
}
