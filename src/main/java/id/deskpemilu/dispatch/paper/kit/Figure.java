package id.deskpemilu.dispatch.paper.kit;

/** A drawing that stays on one page. */
public final class Figure extends Block {

    /** Draws a figure of this size; the origin is its lower left corner. */
    @FunctionalInterface
    public interface Painter {
        void paint(Canvas canvas, float width, float height);
    }

    private final String alt;
    private final float height;
    private final float after;
    private final Painter painter;

    private Figure(String alt, float height, float after, Painter painter) {
        this.alt = alt;
        this.height = height;
        this.after = after;
        this.painter = painter;
    }

    /**
     * A drawing as wide as there is room.
     *
     * @param alt what it shows, in words, for those who cannot see it
     * @param height in points
     * @param after space below
     */
    public static Figure of(String alt, float height, float after, Painter painter) {
        return new Figure(alt, height, after, painter);
    }

    /** Lines, or nothing but space: passed over by screen readers. */
    public static Figure ornament(float height, float after, Painter painter) {
        return new Figure("", height, after, painter);
    }

    /** Space. */
    public static Figure gap(float height) {
        return ornament(height, 0, (canvas, width, tall) -> {});
    }

    @Override
    float height(float width) {
        return height;
    }

    @Override
    float after() {
        return after;
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        if (alt.isEmpty()) {
            pen.ornament(canvas -> paint(canvas, x, top, width));
        } else {
            pen.mark(pen.parent().add("Figure").alt(Face.clean(alt)), canvas -> paint(canvas, x, top, width));
        }
    }

    private void paint(Canvas canvas, float x, float top, float width) {
        canvas.moved(x, top - height);
        painter.paint(canvas, width, height);
        canvas.restore();
    }
}
