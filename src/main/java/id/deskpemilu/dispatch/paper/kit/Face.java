package id.deskpemilu.dispatch.paper.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A face that letters are set in. The file is read once; its widths are measured here without PDFBox, which is not made for
 * being used by several threads at once.
 */
public enum Face {
    REGULAR("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
    BOLD("/fonts/LiberationSans-Bold.ttf");

    private static final char LAST_PLAIN = '\u007f';
    private static final int PLANE = 0x10000;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char REPLACEMENT = '?';

    private final byte[] file;
    private final char[] glyphs = new char[PLANE];
    private final char[] advances = new char[PLANE];
    private final float unitsPerEm;

    Face(String resource) {
        try (InputStream content = Face.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("no font " + resource);
            }
            file = content.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                CmapLookup cmap = font.getUnicodeCmapLookup();
                unitsPerEm = font.getUnitsPerEm();
                for (int c = ' '; c < PLANE; c++) {
                    int glyph = cmap.getGlyphId(c);
                    glyphs[c] = (char) glyph;
                    advances[c] = glyph == 0 ? 0 : (char) font.getAdvanceWidth(glyph);
                }
                // looks the same, and is read out of the file as a plain space
                glyphs[NO_BREAK_SPACE] = glyphs[' '];
                advances[NO_BREAK_SPACE] = advances[' '];
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The font file. */
    byte[] file() {
        return file;
    }

    /** The number of the glyph in the file; 0 if there is none. */
    char glyph(char c) {
        return glyphs[c];
    }

    /** The character whose glyph is embedded for this one. */
    static char embedded(char c) {
        return c == NO_BREAK_SPACE ? ' ' : c;
    }

    /** Width of a character in points. */
    float width(char c, float size) {
        return advances[c] * size / unitsPerEm;
    }

    /** Width of a text in points; the text is a {@link #clean} one. */
    public float width(String text, float size) {
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            units += advances[text.charAt(i)];
        }
        return units * size / unitsPerEm;
    }

    /**
     * The text with characters that both faces have: accents that they lack are taken off, what cannot be written becomes a
     * question mark, control characters become spaces. A line feed stays.
     */
    public static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < LAST_PLAIN)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> append(clean, c));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int c) {
        if (c == '\n' || c < PLANE && c >= ' ' && isKnown((char) c)) {
            clean.append((char) c);
            return;
        }
        switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.SURROGATE -> {
                // nothing to see
            }
            case Character.CONTROL, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR ->
                clean.append(c == '\r' ? "" : " ");
            default -> clean.append(plain(c));
        }
    }

    private static String plain(int c) {
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
        StringBuilder known = new StringBuilder();
        for (int i = 0; i < parts.length(); i++) {
            if (isKnown(parts.charAt(i))) {
                known.append(parts.charAt(i));
            }
        }
        if (known.length() > 0) {
            return known.toString();
        }
        return Character.getType(c) == Character.DASH_PUNCTUATION ? "-" : String.valueOf(REPLACEMENT);
    }

    private static boolean isKnown(char c) {
        // a soft hyphen would be drawn
        return c != '\u00ad' && c != '\u007f' && REGULAR.glyphs[c] != 0 && BOLD.glyphs[c] != 0 && !isControl(c);
    }

    private static boolean isControl(char c) {
        return Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT;
    }
}
