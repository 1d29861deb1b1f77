package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.Arrays;

/** The seven kinds of contest of an Indonesian Pemilu or Pilkada. */
public enum ContestType {
    /** President and vice president. */
    PPWP("ppwp", true),
    DPR("dpr", true),
    DPD("dpd", true),
    DPRD_PROV("dprd-prov", true),
    DPRD_KAB("dprd-kab", true),
    GUBERNUR("gubernur", false),
    /** Bupati or, in a kota, walikota. */
    BUPATI("bupati", false);

    private final String slug;
    private final boolean pemilu;

    ContestType(String slug, boolean pemilu) {
        this.slug = slug;
        this.pemilu = pemilu;
    }

    /** The name in addresses and in files. */
    public String slug() {
        return slug;
    }

    /** Whether it belongs to a Pemilu; the others belong to a Pilkada, whose forms name the voters differently. */
    public boolean isPemilu() {
        return pemilu;
    }

    /** How wide the contest is: the level of the region in which all vote on the same paslon. */
    public RegionCode.Level level() {
        return switch (this) {
            case BUPATI, DPRD_KAB -> RegionCode.Level.REGENCY;
            default -> RegionCode.Level.PROVINCE;
        };
    }

    /**
     * The type with this slug.
     *
     * @throws Refusal {@code CONTEST_UNKNOWN}
     */
    public static ContestType ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(type -> type.slug.equals(slug))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("CONTEST_UNKNOWN", slug));
    }
}
