package id.deskpemilu.dispatch.paper.kit;

import java.util.List;

/** Blocks side by side that stay together on one page. */
public final class Beside extends Block {

    /**
     * A block and the width that it is given.
     *
     * @param width in points; 0 for what the others leave
     * @param middle whether it stands in the middle of the height and not at the top
     */
    public record Part(float width, boolean middle, Block block) {

        public static Part of(float width, Block block) {
            return new Part(width, false, block);
        }

        public static Part middle(float width, Block block) {
            return new Part(width, true, block);
        }
    }

    private final float gap;
    private final List<Part> parts;

    private Beside(float gap, List<Part> parts) {
        this.gap = gap;
        this.parts = parts;
    }

    /**
     * Puts the parts side by side.
     *
     * @param gap between them, in points
     */
    public static Beside of(float gap, Part... parts) {
        return new Beside(gap, List.of(parts));
    }

    private float width(Part part, float width) {
        if (part.width() > 0) {
            return part.width();
        }
        float taken = gap * (parts.size() - 1);
        int open = 0;
        for (Part one : parts) {
            taken += one.width();
            open += one.width() > 0 ? 0 : 1;
        }
        return (width - taken) / open;
    }

    @Override
    float height(float width) {
        float height = 0;
        for (Part part : parts) {
            height = Math.max(height, part.block().height(width(part, width)));
        }
        return height;
    }

    @Override
    float after() {
        float after = 0;
        for (Part part : parts) {
            after = Math.max(after, part.block().after());
        }
        return after;
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        float height = height(width);
        float left = x;
        for (Part part : parts) {
            float own = width(part, width);
            float down = part.middle() ? (height - part.block().height(own)) / 2 : 0;
            part.block().draw(pen, left, top - down, own);
            left += own + gap;
        }
    }
}
