package id.deskpemilu.incident;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * Where something happened.
 *
 * @param region the desa, or the kecamatan
 * @param station the polling station; null if it concerns none or several
 */
public record IncidentPlace(RegionCode region, @Nullable StationCode station) {

    /**
     * Reads the code of a TPS, a desa or a kecamatan.
     *
     * @throws Refusal {@code INCIDENT_PLACE_INVALID}
     */
    public static IncidentPlace of(@Nullable String text) {
        if (text != null && StationCode.isValid(text)) {
            StationCode station = StationCode.of(text);
            return new IncidentPlace(station.village(), station);
        }
        if (text != null && RegionCode.isValid(text)) {
            RegionCode region = RegionCode.of(text);
            if (region.level() == RegionCode.Level.VILLAGE || region.level() == RegionCode.Level.DISTRICT) {
                return new IncidentPlace(region, null);
            }
        }
        throw Refusal.invalid("INCIDENT_PLACE_INVALID");
    }
}
