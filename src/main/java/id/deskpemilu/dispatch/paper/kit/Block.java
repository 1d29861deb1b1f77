package id.deskpemilu.dispatch.paper.kit;

import org.jspecify.annotations.Nullable;

/** A part of a document that stands below the one before. It is drawn once. */
public abstract class Block {

    /**
     * How far a block was drawn.
     *
     * @param used height of what was drawn; 0 for nothing
     * @param rest what is left for the next page; null for nothing
     */
    record Flowed(float used, @Nullable Block rest) {}

    Block() {}

    /** Its height at this width, in points. */
    abstract float height(float width);

    /** Draws all of it, its upper left corner at the point. */
    abstract void draw(Pen pen, float x, float top, float width);

    /** The height of the least part that may stand at the foot of a page. */
    float least(float width) {
        return height(width);
    }

    /** Space above, left out at the head of a page. */
    float before() {
        return 0;
    }

    /** Space below, left out at the foot of a page. */
    float after() {
        return 0;
    }

    /** Whether it may not be the last one on a page. */
    boolean holdsNext() {
        return false;
    }

    /**
     * Draws as much as there is room for.
     *
     * @param room height that is left
     * @param fresh whether the page is empty: then something has to be drawn
     */
    Flowed flow(Pen pen, float x, float top, float width, float room, boolean fresh) {
        float height = height(width);
        if (height > room && !fresh) {
            return new Flowed(0, this);
        }
        draw(pen, x, top, width);
        return new Flowed(height, null);
    }
}
