package id.deskpemilu.dispatch.paper.kit;

import java.util.function.Consumer;

/** Draws on the page at hand and says what each piece is. */
final class Pen {

    private final Paper paper;
    private final Tag parent;

    Pen(Paper paper, Tag parent) {
        this.paper = paper;
        this.parent = parent;
    }

    /** The element that new ones are put into. */
    Tag parent() {
        return parent;
    }

    /** A pen whose pieces belong to the element. */
    Pen within(Tag tag) {
        return new Pen(paper, tag);
    }

    /** Draws a piece of the element. */
    void mark(Tag tag, Consumer<Canvas> drawing) {
        Leaf leaf = paper.leaf();
        leaf.canvas().begin(tag.role(), leaf.mark(tag));
        drawing.accept(leaf.canvas());
        leaf.canvas().end();
    }

    /** Draws what a screen reader passes over. */
    void ornament(Consumer<Canvas> drawing) {
        Canvas canvas = paper.leaf().canvas();
        canvas.beginArtifact("");
        drawing.accept(canvas);
        canvas.end();
    }

    /** The number of the page at hand, from 1. */
    int page() {
        return paper.pages();
    }

    /** Names a place of the page at hand in the bookmarks. */
    void bookmark(int level, String title, float top) {
        paper.bookmark(level, title, top);
    }

    String thing(QrSquare square) {
        return paper.thing(square);
    }

    String thing(Picture picture) {
        return paper.thing(picture);
    }
}
