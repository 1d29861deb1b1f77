package id.deskpemilu.workflow;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Words beside a shape or a line. The model gives them room in its modeler's font; in the reader's they may need more, and
 * then grow away from what they belong to.
 *
 * @param element the id of what they belong to
 * @param lines the words
 * @param area where they stand
 * @param anchor which end of the lines is held
 */
record Label(String element, List<String> lines, Rectangle2D area, Anchor anchor) {

    /** What is no further away lies beside. */
    private static final double NEAR = 4;

    /** Named as in SVG. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /**
     * Puts the words where they hide least.
     *
     * @param room what the model gives
     * @param owner what they belong to, or the nearest piece of it
     * @param hides how much is hidden by something there
     */
    static Label place(
            String element, String words, Rectangle2D room, Rectangle2D owner, ToLongFunction<Rectangle2D> hides) {
        int lines = (int) Math.max(1, Math.round(room.getHeight() / Lettering.LABEL.line()));
        return Stream.of(lines, lines + 1)
                .map(count -> of(element, Lettering.LABEL.balance(words, count), room, owner))
                .min(Comparator.comparingLong(label -> hides.applyAsLong(label.area())))
                .orElseThrow();
    }

    private static Label of(String element, List<String> lines, Rectangle2D room, Rectangle2D owner) {
        double width = Lettering.LABEL.width(lines);
        double height = lines.size() * Lettering.LABEL.line();
        Anchor across = anchor(room.getMinX(), room.getMaxX(), owner.getMinX(), owner.getMaxX());
        Anchor down = anchor(room.getMinY(), room.getMaxY(), owner.getMinY(), owner.getMaxY());
        Rectangle2D area = new Rectangle2D.Double(
                from(across, room.getMinX(), room.getMaxX(), width),
                from(down, room.getMinY(), room.getMaxY(), height),
                width,
                height);
        return new Label(element, lines, area, across);
    }

    private static Anchor anchor(double from, double to, double ownFrom, double ownTo) {
        if (from >= ownTo - NEAR) {
            return Anchor.START;
        }
        return to <= ownFrom + NEAR ? Anchor.END : Anchor.MIDDLE;
    }

    private static double from(Anchor anchor, double from, double to, double size) {
        return switch (anchor) {
            case START -> from;
            case MIDDLE -> (from + to - size) / 2;
            case END -> to - size;
        };
    }

    /** Where the held end of the lines is. */
    double x() {
        return switch (anchor) {
            case START -> area.getMinX();
            case MIDDLE -> area.getCenterX();
            case END -> area.getMaxX();
        };
    }
}
