package id.deskpemilu.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The 13-digit code of a polling station (TPS): its desa's ten digits and its number of three digits.
 *
 * @param digits the plain digits, e.g. {@code 3517182001001}
 */
public record StationCode(@JsonValue String digits) implements Comparable<StationCode> {

    private static final Pattern PLAIN = Pattern.compile("\\d{13}");
    private static final Pattern DOTTED = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}\\.\\d{3}");
    private static final int FIRST_SPECIAL_NUMBER = 901;

    public StationCode {
        if (!PLAIN.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a TPS code: " + digits);
        }
    }

    /**
     * Reads a code with or without dots.
     *
     * @throws IllegalArgumentException if it is not a TPS code
     */
    @JsonCreator
    public static StationCode of(String text) {
        String code = text.strip();
        return new StationCode(DOTTED.matcher(code).matches() ? code.replace(".", "") : code);
    }

    /** Whether the text is a code that {@link #of} reads. */
    public static boolean isValid(String text) {
        String code = text.strip();
        return PLAIN.matcher(code).matches() || DOTTED.matcher(code).matches();
    }

    /** The desa or kelurahan of the station. */
    public RegionCode village() {
        return new RegionCode(digits.substring(0, 10));
    }

    /** The TPS number as written on the form, 1 to 999. */
    public int number() {
        return Integer.parseInt(digits.substring(10));
    }

    /** Whether it is a TPS lokasi khusus (prison, hospital, campus …): those are numbered from 901. */
    public boolean isSpecial() {
        return number() >= FIRST_SPECIAL_NUMBER;
    }

    @Override
    public int compareTo(StationCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
