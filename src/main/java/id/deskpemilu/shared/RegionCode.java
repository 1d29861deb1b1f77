package id.deskpemilu.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The code of a provinsi (2 digits), kabupaten/kota (4), kecamatan (6) or desa/kelurahan (10) as Kemendagri gives it.
 * A region contains another when its digits are the beginning of the other's.
 *
 * @param digits the plain digits, e.g. {@code 3517182001}
 */
public record RegionCode(@JsonValue String digits) implements Comparable<RegionCode> {

    private static final Pattern PLAIN = Pattern.compile("\\d{2}|\\d{4}|\\d{6}|\\d{10}");
    /** Codes of kota have at least this number in their province. */
    private static final String FIRST_CITY = "71";

    private static final Pattern DOTTED = Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");

    /** The levels of the region tree, from the top. */
    public enum Level {
        PROVINCE(2),
        REGENCY(4),
        DISTRICT(6),
        VILLAGE(10);

        private final int length;

        Level(int length) {
            this.length = length;
        }

        /** How many digits a code of this level has. */
        public int length() {
            return length;
        }
    }

    public RegionCode {
        if (!PLAIN.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a region code: " + digits);
        }
    }

    /**
     * Reads a code in either of its spellings, {@code 35.17.18.2001} or {@code 3517182001}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    @JsonCreator
    public static RegionCode of(String text) {
        String code = text.strip();
        return new RegionCode(DOTTED.matcher(code).matches() ? code.replace(".", "") : code);
    }

    /** Whether the text is a code that {@link #of} reads. */
    public static boolean isValid(String text) {
        String code = text.strip();
        return PLAIN.matcher(code).matches() || DOTTED.matcher(code).matches();
    }

    public Level level() {
        for (Level level : Level.values()) {
            if (level.length == digits.length()) {
                return level;
            }
        }
        throw new IllegalStateException(digits);
    }

    /** Whether it is the code of a kota: Kemendagri numbers them from 71 in their province. */
    public boolean isCity() {
        return level() == Level.REGENCY
                && digits.substring(Level.PROVINCE.length).compareTo(FIRST_CITY) >= 0;
    }

    /** Whether the other region lies in this one, or is this one. */
    public boolean contains(RegionCode other) {
        return other.digits.startsWith(digits);
    }

    /** Whether the polling station lies in this region. */
    public boolean contains(StationCode station) {
        return station.digits().startsWith(digits);
    }

    /** The region of the given level that this one lies in; the code itself if it is of that level. */
    public RegionCode at(Level level) {
        return new RegionCode(digits.substring(0, level.length));
    }

    /** The spelling with dots, as people read it. */
    public String dotted() {
        StringBuilder text = new StringBuilder(digits);
        for (int at : new int[] {6, 4, 2}) {
            if (digits.length() > at) {
                text.insert(at, '.');
            }
        }
        return text.toString();
    }

    @Override
    public int compareTo(RegionCode other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }
}
