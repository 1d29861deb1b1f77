package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.shared.RegionCode;

/**
 * The stations and regions of a region as bounds of a range: an index finds them whatever the order of letters in the
 * database and however often the statement was prepared.
 */
final class Within {

    private static final int STATION_DIGITS = 13;

    private final RegionCode region;

    Within(RegionCode region) {
        this.region = region;
    }

    /** The lowest code that a station there can have. */
    String firstStation() {
        return padded("0");
    }

    /** The highest one. */
    String lastStation() {
        return padded("9");
    }

    /** With {@code ~>=~}: the lowest code of a region there. */
    String firstRegion() {
        return region.digits();
    }

    /** With {@code ~<~}: a text behind the codes of all regions there. */
    String behindRegions() {
        return region.digits() + ":";
    }

    private String padded(String digit) {
        return region.digits() + digit.repeat(STATION_DIGITS - region.digits().length());
    }
}
