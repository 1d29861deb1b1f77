package id.deskpemilu.board.map;

import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.List;

/**
 * The map of a region: the outlines of the regions one level below, drawn in a box {@value #WIDTH} wide.
 *
 * @param region the region whose parts are drawn
 * @param height of the box
 * @param shapes the outlines, in the order of their codes
 * @param file name of the file that it was read from
 * @param uploadedBy the account that uploaded it
 * @param uploadedAt when
 */
public record RegionMap(
        RegionCode region, int height, List<Shape> shapes, String file, String uploadedBy, Instant uploadedAt) {

    /** Width of the box, in units of the paths. */
    public static final int WIDTH = 1000;

    /**
     * An outline.
     *
     * @param region the region that it is the outline of
     * @param path the SVG path
     * @param x where a label fits best
     * @param y likewise
     */
    public record Shape(RegionCode region, String path, int x, int y) {}

    /** How many characters all paths have together: what the map weighs in a page. */
    public int weight() {
        return shapes.stream().mapToInt(shape -> shape.path().length()).sum();
    }
}
