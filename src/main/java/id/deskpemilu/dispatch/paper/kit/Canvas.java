package id.deskpemilu.dispatch.paper.kit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A surface that is drawn on: text, lines, areas. Units are points, the origin is at the lower left. The operators are
 * written here and not by PDFBox, which puts in ligatures, cannot stretch the spaces of such fonts, and is slower.
 */
public final class Canvas {

    /** A corner of a line. */
    public record Point(double x, double y) {}

    /** A colour, each part from 0 to 1. */
    public record Ink(double red, double green, double blue) {

        public static final Ink BLACK = new Ink(0, 0, 0);

        /** From black (0) to white (1). */
        public static Ink grey(double light) {
            return new Ink(light, light, light);
        }
    }

    private static final double THOUSAND = 1000.0;
    private static final double WRAPPED = 1.25;
    private static final int EM = 1000;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private byte[] content = new byte[1 << 12];
    private int length;
    private final Map<Face, BitSet> used;

    Canvas(Map<Face, BitSet> used) {
        this.used = used;
    }

    /** Which characters were written. */
    static Map<Face, BitSet> nothingUsed() {
        Map<Face, BitSet> used = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            used.put(face, new BitSet());
        }
        return used;
    }

    byte[] bytes() {
        return Arrays.copyOf(content, length);
    }

    /** Writes a line of text from {@code x} on, standing on {@code y}. */
    public Canvas text(Face face, float size, double x, double y, String text) {
        return text(face, size, x, y, text, 0);
    }

    /** Writes a line of text whose middle is at {@code x}. */
    public Canvas centred(Face face, float size, double x, double y, String text) {
        return text(face, size, x - face.width(Face.clean(text), size) / 2, y, text);
    }

    /** Writes a line of text that ends at {@code x}. */
    public Canvas right(Face face, float size, double x, double y, String text) {
        return text(face, size, x - face.width(Face.clean(text), size), y, text);
    }

    /** Writes a line of text; every plain space is wider by {@code gap}. */
    Canvas text(Face face, float size, double x, double y, String raw, float gap) {
        String text = Face.clean(raw);
        if (text.isBlank()) {
            return this;
        }
        op("BT /F").op(Integer.toString(face.ordinal())).op(" ").number(size).op("Tf 1 0 0 1 ");
        number(x).number(y).op("Tm ").show(face, size, text, gap).op("ET\n");
        return this;
    }

    /**
     * Writes a text in lines no longer than {@code width}, the first one standing on {@code y}.
     *
     * @return where a further line would stand
     */
    public double wrapped(Face face, float size, double x, double y, double width, String text) {
        double at = y;
        for (String line : Lines.of(face, size, Face.clean(text), (float) width)) {
            text(face, size, x, at, line);
            at -= size * WRAPPED;
        }
        return at;
    }

    private Canvas show(Face face, float size, String text, float gap) {
        BitSet characters = used.get(face);
        op(gap == 0 ? "<" : "[<");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            characters.set(Face.embedded(c));
            int glyph = face.glyph(c);
            room(4);
            content[length++] = (byte) HEX[glyph >> 12];
            content[length++] = (byte) HEX[glyph >> 8 & 15];
            content[length++] = (byte) HEX[glyph >> 4 & 15];
            content[length++] = (byte) HEX[glyph & 15];
            if (gap != 0 && Face.embedded(c) == ' ') {
                op(">").number(-gap * EM / size).op("<");
            }
        }
        return op(gap == 0 ? "> Tj " : ">] TJ ");
    }

    /** Draws a straight line. */
    public Canvas line(double x1, double y1, double x2, double y2, double width) {
        return number(width)
                .op("w ")
                .number(x1)
                .number(y1)
                .op("m ")
                .number(x2)
                .number(y2)
                .op("l S\n");
    }

    /** Draws a line through the points. */
    public Canvas polyline(List<Point> points, double width) {
        if (points.size() > 1) {
            number(width).op("w 1 j ");
            trace(points);
            op("S\n");
        }
        return this;
    }

    /** Fills the area within the points. */
    public Canvas area(List<Point> points) {
        if (points.size() > 2) {
            trace(points);
            op("h f\n");
        }
        return this;
    }

    /** Begins or continues an outline; {@link #fillAndStroke} draws all of it. */
    public Canvas outline(List<Point> points) {
        trace(points);
        return op("h ");
    }

    /** Draws the outlines that were begun. */
    public Canvas fillAndStroke(double width) {
        return number(width).op("w B*\n");
    }

    private void trace(List<Point> points) {
        for (int i = 0; i < points.size(); i++) {
            number(points.get(i).x()).number(points.get(i).y()).op(i == 0 ? "m " : "l ");
        }
    }

    /** Fills a rectangle. */
    public Canvas fill(double x, double y, double width, double height) {
        return rectangle(x, y, width, height).op("f\n");
    }

    /** Draws the border of a rectangle. */
    public Canvas frame(double x, double y, double width, double height, double line) {
        return number(line).op("w ").rectangle(x, y, width, height).op("S\n");
    }

    Canvas rectangle(double x, double y, double width, double height) {
        return number(x).number(y).number(width).number(height).op("re ");
    }

    Canvas scaled(double factor) {
        // three decimals are too few for a factor
        return op(String.format(Locale.ROOT, "%.8f 0 0 %.8f 0 0 cm\n", factor, factor));
    }

    Canvas fillAll() {
        return op("f\n");
    }

    /** Sets the colour of text and areas. */
    public Canvas ink(Ink ink) {
        return colour(ink).op(ink.red() == ink.green() && ink.green() == ink.blue() ? "g " : "rg ");
    }

    /** Sets the colour of lines. */
    public Canvas pen(Ink ink) {
        return colour(ink).op(ink.red() == ink.green() && ink.green() == ink.blue() ? "G " : "RG ");
    }

    private Canvas colour(Ink ink) {
        if (ink.red() == ink.green() && ink.green() == ink.blue()) {
            return number(ink.red());
        }
        return number(ink.red()).number(ink.green()).number(ink.blue());
    }

    /** Makes lines broken; 0 makes them whole again. */
    public Canvas dashes(double length) {
        return length == 0 ? op("[] 0 d ") : op("[").number(length).op("] 0 d ");
    }

    /** Moves the origin, until {@link #restore}. */
    public Canvas moved(double x, double y) {
        return op("q 1 0 0 1 ").number(x).number(y).op("cm\n");
    }

    Canvas turned(double x, double y, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return op("q ").number(cos)
                .number(sin)
                .number(-sin)
                .number(cos)
                .number(x)
                .number(y)
                .op("cm\n");
    }

    /** Back to the origin and the colours before {@link #moved}. */
    public Canvas restore() {
        return op("Q\n");
    }

    /** Draws a thing that was kept, its lower left corner at the point. */
    Canvas thing(String name, double x, double y, double scaleX, double scaleY) {
        return op("q ").number(scaleX)
                .op("0 0 ")
                .number(scaleY)
                .number(x)
                .number(y)
                .op("cm /")
                .op(name)
                .op(" Do Q\n");
    }

    Canvas state(String name) {
        return op("/").op(name).op(" gs ");
    }

    void begin(String role, int mark) {
        op("/").op(role).op(" <</MCID ").op(Integer.toString(mark)).op(">> BDC\n");
    }

    void beginArtifact(String properties) {
        op("/Artifact ").op(properties).op(properties.isEmpty() ? "BMC\n" : " BDC\n");
    }

    void end() {
        op("EMC\n");
    }

    private Canvas op(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            content[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    private void room(int more) {
        if (length + more > content.length) {
            content = Arrays.copyOf(content, 2 * content.length + more);
        }
    }

    private Canvas number(double value) {
        long thousandths = Math.round(value * THOUSAND);
        if (thousandths % EM == 0) {
            return op(Long.toString(thousandths / EM)).op(" ");
        }
        long rest = Math.abs(thousandths);
        StringBuilder digits = new StringBuilder(12);
        if (thousandths < 0) {
            digits.append('-');
        }
        digits.append(rest / EM).append('.');
        long part = rest % EM;
        for (long place = EM / 10; part > 0; place /= 10) {
            digits.append((char) ('0' + part / place));
            part %= place;
        }
        return op(digits.append(' ').toString());
    }
}
