package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.util.List;
import java.util.Optional;

/** What the module needs to know of the regions, which belong to the elections. */
public interface RegionTree {

    /** A region, its name and its time zone. */
    record Named(RegionCode code, String name, Zone zone) {}

    /** The region, if there is one of that code. */
    Optional<Named> find(RegionCode code);

    /** Every region of the level inside the region, in the order of their codes. */
    List<Named> inside(RegionCode region, RegionCode.Level level);
}
