package id.deskpemilu.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * A polling station as people name it. Villages of one regency may share a name: kecamatan and code are always shown, and
 * in a later round the round.
 *
 * @param code the 13 digits of KPU
 * @param number three digits as on the form, such as "007" or "901"
 * @param special a special location (prison, hospital, campus)
 * @param round the later round that it reports in; null in the first
 */
public record Station(
        String code,
        String number,
        String desa,
        String kecamatan,
        boolean special,
        @Nullable Round round) {

    /** A station in the first round. */
    public Station(String code, String number, String desa, String kecamatan, boolean special) {
        this(code, number, desa, kecamatan, special, null);
    }
}
