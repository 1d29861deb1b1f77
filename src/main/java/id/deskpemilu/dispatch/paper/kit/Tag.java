package id.deskpemilu.dispatch.paper.kit;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/** An element of the structure tree: what a screen reader is told that a piece of a page is. */
final class Tag {

    private static final COSName ATTRIBUTES = COSName.A;
    private static final COSName OWNER = COSName.O;

    private final String role;
    private final COSDictionary element = new COSDictionary();
    private final COSArray kids = new COSArray();

    private Tag(String role) {
        this.role = role;
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setName(COSName.S, role);
        element.setItem(COSName.K, kids);
    }

    /** The first element, below the root of the tree. */
    static Tag below(COSDictionary root, String role) {
        Tag tag = new Tag(role);
        tag.element.setItem(COSName.P, root);
        return tag;
    }

    /** A further element within this one. */
    Tag add(String role) {
        Tag tag = new Tag(role);
        tag.element.setItem(COSName.P, element);
        kids.add(tag.element);
        return tag;
    }

    Tag alt(String text) {
        element.setString(COSName.ALT, text);
        return this;
    }

    /** Says which cells a head cell stands over, and how many columns and rows a cell takes. */
    Tag cell(boolean head, int columns, int rows) {
        COSDictionary table = new COSDictionary();
        table.setName(OWNER, "Table");
        if (head) {
            table.setName(COSName.getPDFName("Scope"), "Column");
        }
        if (columns > 1) {
            table.setInt(COSName.getPDFName("ColSpan"), columns);
        }
        if (rows > 1) {
            table.setInt(COSName.getPDFName("RowSpan"), rows);
        }
        if (table.size() > 1) {
            element.setItem(ATTRIBUTES, table);
        }
        return this;
    }

    String role() {
        return role;
    }

    COSDictionary element() {
        return element;
    }

    /** Says that the mark of the page belongs to this element. */
    void marks(COSDictionary page, int mark) {
        COSDictionary first = element.getCOSDictionary(COSName.PG);
        if (first == null) {
            element.setItem(COSName.PG, page);
        }
        if (first == null || first == page) {
            kids.add(COSInteger.get(mark));
            return;
        }
        COSDictionary reference = new COSDictionary();
        reference.setName(COSName.TYPE, "MCR");
        reference.setItem(COSName.PG, page);
        reference.setInt(COSName.MCID, mark);
        reference.setDirect(true);
        kids.add(reference);
    }
}
