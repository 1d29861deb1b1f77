package id.deskpemilu.election;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;

/**
 * A region of the tree.
 *
 * @param code its Kemendagri code
 * @param name its name
 * @param zone its time zone
 */
public record Region(RegionCode code, String name, Zone zone) {}
