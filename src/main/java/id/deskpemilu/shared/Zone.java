package id.deskpemilu.shared;

import java.time.ZoneId;

/** The three time zones of Indonesia; none has summer time. */
public enum Zone {
    /** Sumatra, Jawa, Kalimantan Barat and Tengah (UTC+7). */
    WIB("Asia/Jakarta"),
    /** Bali, Nusa Tenggara, the rest of Kalimantan, Sulawesi (UTC+8). */
    WITA("Asia/Makassar"),
    /** Maluku and Papua (UTC+9). */
    WIT("Asia/Jayapura");

    private final ZoneId id;

    Zone(String id) {
        this.id = ZoneId.of(id);
    }

    public ZoneId id() {
        return id;
    }

    /** The zone of a province by its Kemendagri code; a code that is not in use counts as WIB. */
    public static Zone ofProvince(String provinceCode) {
        return switch (provinceCode) {
            case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76" -> WITA;
            case "81", "82", "91", "92", "93", "94", "95", "96", "97" -> WIT;
            default -> WIB;
        };
    }
}
