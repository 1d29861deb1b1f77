/** The outlines of kecamatan and desa: read from GeoJSON, made small once, kept as paths that a page can draw. */
@NullMarked
package id.deskpemilu.board.map;

import org.jspecify.annotations.NullMarked;
