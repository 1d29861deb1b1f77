/** The outlines of kecamatan and desa: read from GeoJSON, made small once, kept as paths that a page can draw. */
@NamedInterface("map")
@NullMarked
package id.deskpemilu.board.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
