package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a region whom the desk may call: a village secretary, a head of KPPS, the operator of the kecamatan. Such a
 * person needs no account.
 *
 * @param region for which region
 * @param name the person's name
 * @param position what the person is there
 * @param phone the number as people write it
 * @param place the place among those of the region, from 1; null: after all that have one
 */
public record Contact(
        RegionCode region,
        String name,
        String position,
        String phone,
        @Nullable Integer place) {

    /** The longest name of a position. */
    public static final int LONGEST_POSITION = 100;

    /** The largest place. */
    public static final int LARGEST_PLACE = 99;

    /** The number in digits with its country, which tells whether two spellings mean the same telephone. */
    public String number() {
        return number(phone);
    }

    /** A number in digits with its country, however it is written. */
    public static String number(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return digits.startsWith("0") ? "62" + digits.substring(1) : digits;
    }

    /** Keeps name and number out of logs. */
    @Override
    public String toString() {
        return "contact of " + region.dotted();
    }
}
