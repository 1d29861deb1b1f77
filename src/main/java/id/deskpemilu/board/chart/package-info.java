/** The geometry of the board's charts: pure functions from numbers to shapes, drawn as inline SVG by the templates. */
@NamedInterface("chart")
@NullMarked
package id.deskpemilu.board.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
