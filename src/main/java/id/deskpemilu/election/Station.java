package id.deskpemilu.election;

import id.deskpemilu.shared.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * A polling station of an election.
 *
 * @param code its code
 * @param villageName the desa or kelurahan
 * @param districtName the kecamatan; two desa of one regency may bear the same name
 * @param dptL male voters of the DPT, if known
 * @param dptP female voters of the DPT, if known
 */
public record Station(
        StationCode code,
        String villageName,
        String districtName,
        @Nullable Integer dptL,
        @Nullable Integer dptP) {

    /** All voters of the DPT, if known. */
    public @Nullable Integer dpt() {
        return dptL == null || dptP == null ? null : dptL + dptP;
    }
}
