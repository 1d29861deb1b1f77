package id.deskpemilu.dispatch.paper.kit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.jspecify.annotations.Nullable;

/**
 * A document that is being written: blocks one below the other, page after page. The same blocks make the same bytes. Used
 * once, by one thread.
 */
public final class Paper {

    /**
     * The white around the text, in points.
     *
     * @param bottom with the foot of the page
     */
    public record Margins(float left, float top, float right, float bottom) {}

    /** Draws what stands on each page besides the text, when the number of pages is known. */
    @FunctionalInterface
    public interface Foot {

        /**
         * Draws it.
         *
         * @param width of the page
         * @param height of the page
         * @param page from 1
         * @param pages how many
         */
        void draw(Canvas canvas, float width, float height, int page, int pages);
    }

    /** A title in the bookmarks. */
    record Bookmark(int level, String title, Leaf leaf, float top) {}

    private final PaperSize size;
    private final Margins margins;
    private final Map<Face, BitSet> used = Canvas.nothingUsed();
    private final COSDictionary root = new COSDictionary();
    private final Tag document;
    private final Pen pen;
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private final List<Block> held = new ArrayList<>();
    private final Map<Object, String> things = new IdentityHashMap<>();
    private final Map<String, Object> thingsByName = new LinkedHashMap<>();
    private boolean landscape;
    private boolean fresh;
    private float y;
    private float gap;

    /** An empty document. */
    public Paper(PaperSize size, Margins margins) {
        this.size = size;
        this.margins = margins;
        this.document = Tag.below(root, "Document");
        this.pen = new Pen(this, document);
    }

    /** How many pages there are so far. */
    public int pages() {
        return leaves.size();
    }

    /** Width of the text on the page at hand. */
    public float width() {
        return (landscape ? size.height() : size.width()) - margins.left() - margins.right();
    }

    /** Height that is left on the page at hand, in points. */
    public float room() {
        leaf();
        return y - margins.bottom();
    }

    /** Goes on on a new page, upright or across; if the page at hand is empty, it is this one. */
    public void newPage(boolean across) {
        drawHeld();
        if (fresh && !leaves.isEmpty()) {
            if (landscape == across) {
                return;
            }
            leaves.remove(leaves.size() - 1);
        }
        landscape = across;
        begin();
    }

    private void begin() {
        leaves.add(
                landscape ? new Leaf(size.height(), size.width(), used) : new Leaf(size.width(), size.height(), used));
        y = leaf().height() - margins.top();
        fresh = true;
        gap = 0;
    }

    /** Adds a block below the one before, on a new page if need be. */
    public void add(Block block) {
        if (block.holdsNext()) {
            held.add(block);
            return;
        }
        leaf();
        float needed = 0;
        float space = gap;
        for (Block one : held) {
            needed += Math.max(space, one.before()) + one.height(width());
            space = one.after();
        }
        needed += Math.max(space, block.before()) + block.least(width());
        if (!fresh && needed > y - margins.bottom()) {
            begin();
        }
        drawHeld();
        Block next = block;
        while (next != null) {
            next = flow(next);
        }
    }

    private void drawHeld() {
        List<Block> headings = List.copyOf(held);
        held.clear();
        headings.forEach(this::flow);
    }

    private @Nullable Block flow(Block block) {
        leaf();
        float above = fresh ? 0 : Math.max(gap, block.before());
        float room = y - above - margins.bottom();
        Block.Flowed flowed = block.flow(pen, margins.left(), y - above, width(), room, fresh);
        if (flowed.used() > 0) {
            y -= above + flowed.used();
            fresh = false;
            gap = block.after();
        }
        Block rest = flowed.rest();
        if (rest != null) {
            begin();
        }
        return rest;
    }

    /** Draws a code on what stands on each page, its lower left corner at the point. */
    public void stamp(Canvas canvas, QrSquare square, double x, double bottom, double side) {
        canvas.thing(thing(square), x, bottom, side, side);
    }

    /** The finished file. */
    public byte[] finish(Identity identity, Foot foot, @Nullable String across, List<Attachment> attachments) {
        leaf();
        drawHeld();
        return new Binding(this, identity, attachments).bind(foot, across);
    }

    Leaf leaf() {
        if (leaves.isEmpty()) {
            begin();
        }
        return leaves.get(leaves.size() - 1);
    }

    void bookmark(int level, String title, float top) {
        bookmarks.add(new Bookmark(level, title, leaf(), top));
    }

    String thing(Object thing) {
        // codes are equal in any size: drawn into a square of side 1
        Object key = thing instanceof QrSquare square ? square.code() : thing;
        return things.computeIfAbsent(key, none -> {
            String name = "X" + things.size();
            thingsByName.put(name, thing);
            return name;
        });
    }

    /** A page that is not in the document, for what is drawn on all of them. */
    Canvas canvas() {
        return new Canvas(used);
    }

    List<Leaf> leaves() {
        return leaves;
    }

    List<Bookmark> bookmarks() {
        return bookmarks;
    }

    Map<String, Object> things() {
        return thingsByName;
    }

    Map<Face, BitSet> used() {
        return used;
    }

    COSDictionary root() {
        return root;
    }

    Tag document() {
        return document;
    }
}
