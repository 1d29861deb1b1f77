package id.deskpemilu.shared.web;

/**
 * A polling station as people name it. Villages of one regency may share a name: kecamatan and code are always shown.
 *
 * @param code the 13 digits of KPU
 * @param number three digits as on the form, such as "007" or "901"
 * @param special a special location (prison, hospital, campus)
 */
public record Station(String code, String number, String desa, String kecamatan, boolean special) {}
