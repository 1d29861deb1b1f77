package id.deskpemilu.dispatch.paper.kit;

import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;

/**
 * How a paragraph is set.
 *
 * @param face of the text
 * @param size of the letters in points
 * @param leading from line to line, as a multiple of the size
 * @param align how lines stand
 * @param indent of all lines, in points
 * @param first further indent of the first line
 * @param before space above
 * @param after space below
 * @param role its tag: P, H1, H2
 * @param ink its colour
 */
public record Style(
        Face face,
        float size,
        float leading,
        Align align,
        float indent,
        float first,
        float before,
        float after,
        String role,
        Ink ink) {

    /** How lines stand. */
    public enum Align {
        LEFT,
        RIGHT,
        CENTRE,
        /** Both edges straight. */
        JUSTIFIED
    }

    /** A plain paragraph. */
    public static Style body(float size) {
        return new Style(Face.REGULAR, size, 1.32f, Align.JUSTIFIED, 0, 0, 0, size * 0.45f, "P", Ink.BLACK);
    }

    public Style bold() {
        return new Style(Face.BOLD, size, leading, align, indent, first, before, after, role, ink);
    }

    public Style size(float points) {
        return new Style(face, points, leading, align, indent, first, before, after, role, ink);
    }

    public Style leading(float factor) {
        return new Style(face, size, factor, align, indent, first, before, after, role, ink);
    }

    public Style align(Align other) {
        return new Style(face, size, leading, other, indent, first, before, after, role, ink);
    }

    /** Indents all lines. */
    public Style indent(float points) {
        return new Style(face, size, leading, align, points, first, before, after, role, ink);
    }

    /** Indents the first line. */
    public Style first(float points) {
        return new Style(face, size, leading, align, indent, points, before, after, role, ink);
    }

    public Style space(float above, float below) {
        return new Style(face, size, leading, align, indent, first, above, below, role, ink);
    }

    /** A heading of the level, 1 or 2: it has a bookmark and is never the last thing on a page. */
    public Style heading(int level) {
        return new Style(Face.BOLD, size, leading, Align.LEFT, indent, first, before, after, "H" + level, ink);
    }

    public Style ink(Ink other) {
        return new Style(face, size, leading, align, indent, first, before, after, role, other);
    }

    boolean isHeading() {
        return role.startsWith("H");
    }

    int level() {
        return role.charAt(1) - '0';
    }

    float lineHeight() {
        return size * leading;
    }

    /** From the top of a line to where its letters stand. */
    float ascent() {
        return (lineHeight() - size) / 2 + size * 0.83f;
    }
}
