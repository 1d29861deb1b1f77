package id.deskpemilu.dispatch.paper.kit;

import java.util.BitSet;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A page that is being drawn. */
final class Leaf {

    private final PDPage page;
    private final Canvas canvas;
    private final COSArray marks = new COSArray();

    Leaf(float width, float height, Map<Face, BitSet> used) {
        this.page = new PDPage(new PDRectangle(width, height));
        this.canvas = new Canvas(used);
    }

    PDPage page() {
        return page;
    }

    Canvas canvas() {
        return canvas;
    }

    float width() {
        return page.getMediaBox().getWidth();
    }

    float height() {
        return page.getMediaBox().getHeight();
    }

    /** The number of a new piece of this page, which belongs to the element. */
    int mark(Tag tag) {
        int mark = marks.size();
        marks.add(tag.element());
        tag.marks(page.getCOSObject(), mark);
        return mark;
    }

    /** The elements of the pieces, by their numbers. */
    COSArray marks() {
        return marks;
    }
}
