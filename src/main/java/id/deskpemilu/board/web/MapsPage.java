package id.deskpemilu.board.web;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The maps of an administrator's regions.
 *
 * @param maps in use and uploaded
 * @param shown the map that is looked at; null in the list
 * @param error why the file was refused
 * @param next what to do then
 * @param notice what was just done
 */
public record MapsPage(
        List<Row> maps,
        @Nullable Preview shown,
        @Nullable String error,
        @Nullable String next,
        @Nullable String notice) {

    /**
     * A map.
     *
     * @param draft whether it waits to be looked at
     * @param shapes parts with an outline
     * @param parts parts of the region
     */
    public record Row(String name, String code, boolean draft, int shapes, int parts, ZonedDateTime at, String href) {}

    /**
     * A map to look at.
     *
     * @param base address of its acts
     * @param draft whether it waits to be looked at
     * @param height of the box, which is 1000 wide
     * @param without names of the parts that the file does not have
     * @param weight characters of all paths
     */
    public record Preview(
            String base,
            String name,
            String code,
            boolean draft,
            String file,
            String uploadedBy,
            ZonedDateTime at,
            int height,
            List<Shape> shapes,
            List<String> without,
            int weight) {}

    /** A part; its label stands at {@code x}, {@code y}. */
    public record Shape(String name, String code, String path, int x, int y) {}
}
