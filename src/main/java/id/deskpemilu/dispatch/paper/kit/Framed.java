package id.deskpemilu.dispatch.paper.kit;

import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;
import id.deskpemilu.dispatch.paper.kit.Figure.Painter;
import org.jspecify.annotations.Nullable;

/** A block with a border around it, which remembers where it was drawn. */
public final class Framed extends Block {

    /**
     * Where a block stands.
     *
     * @param page from 1
     * @param x its left edge in points
     * @param y its lower edge in points
     */
    public record Spot(int page, float x, float y, float width, float height) {}

    private static final double HAIRLINE = 0.6;

    private final float padding;
    private final Painter border;
    private final Block block;
    private final float after;
    private @Nullable Spot spot;

    private Framed(float padding, Painter border, Block block, float after) {
        this.padding = padding;
        this.border = border;
        this.block = block;
        this.after = after;
    }

    /** A thin border at this distance, space below. */
    public static Framed of(float padding, Block block, float after) {
        return new Framed(
                padding,
                (canvas, width, height) -> canvas.pen(Ink.grey(0.35))
                        .frame(0, 0, width, height, HAIRLINE)
                        .pen(Ink.BLACK),
                block,
                after);
    }

    /** No border at all: only the place is remembered. */
    public static Framed bare(Block block) {
        return new Framed(0, (canvas, width, height) -> {}, block, 0);
    }

    /** A bar at the left, as notes have it. */
    public static Framed note(float padding, Block block, float after) {
        return new Framed(
                padding,
                (canvas, width, height) -> canvas.ink(Ink.grey(0.96))
                        .fill(0, 0, width, height)
                        .ink(Ink.grey(0.35))
                        .fill(0, 0, 2, height)
                        .ink(Ink.BLACK),
                block,
                after);
    }

    /** Where it was drawn. */
    public Spot spot() {
        if (spot == null) {
            throw new IllegalStateException("not drawn yet");
        }
        return spot;
    }

    @Override
    float height(float width) {
        return block.height(width - 2 * padding) + 2 * padding;
    }

    @Override
    float before() {
        return block.before();
    }

    @Override
    float after() {
        return after;
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        float height = height(width);
        spot = new Spot(pen.page(), x, top - height, width, height);
        pen.ornament(canvas -> {
            canvas.moved(x, top - height);
            border.paint(canvas, width, height);
            canvas.restore();
        });
        block.draw(pen, x + padding, top - padding, width - 2 * padding);
    }
}
