package id.deskpemilu.dispatch.paper.kit;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines: after spaces, after hyphens and slashes of long words, and in words that fit no line. */
final class Lines {

    private static final int LONG_WORD = 18;

    /**
     * A line of a text.
     *
     * @param from its first character
     * @param to behind its last one, without the spaces that end it
     * @param last whether a paragraph ends with it
     */
    record Line(int from, int to, boolean last) {}

    private final String text;
    private final float[] widths;

    private Lines(String text, float[] widths) {
        this.text = text;
        this.widths = widths;
    }

    /**
     * Breaks the text.
     *
     * @param widths of its characters
     * @param first width of the first line
     * @param width of the others
     */
    static List<Line> of(String text, float[] widths, float first, float width) {
        return new Lines(text, widths).broken(first, width);
    }

    /** Breaks a text of one face. */
    static List<String> of(Face face, float size, String text, float width) {
        if (text.indexOf('\n') < 0 && face.width(text, size) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        for (Line line : of(text, widths(face, size, text), width, width)) {
            lines.add(text.substring(line.from(), line.to()));
        }
        return lines;
    }

    static float[] widths(Face face, float size, String text) {
        float[] widths = new float[text.length()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = face.width(text.charAt(i), size);
        }
        return widths;
    }

    private List<Line> broken(float first, float width) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed;
            breakUp(from, end, first, width, lines);
            if (feed < 0) {
                break;
            }
            from = feed + 1;
        }
        return lines;
    }

    private void breakUp(int begin, int end, float first, float width, List<Line> lines) {
        int from = begin;
        while (true) {
            float room = (lines.isEmpty() ? first : width) + 0.01f;
            float used = 0;
            int at = from;
            int fit = -1; // the last place at which the line may end
            while (at < end) {
                char c = text.charAt(at);
                if (c == ' ') {
                    fit = at;
                } else if (used + widths[at] > room) {
                    break;
                } else if (isSeam(at, end)) {
                    fit = at + 1;
                }
                used += widths[at];
                at++;
            }
            if (at >= end) {
                lines.add(new Line(from, trimmed(from, end), true));
                return;
            }
            int cut = fit > from ? fit : Math.max(at, from + 1);
            lines.add(new Line(from, trimmed(from, cut), cut >= end));
            if (cut >= end) {
                return;
            }
            from = cut;
            while (from < end && text.charAt(from) == ' ') {
                from++;
            }
        }
    }

    /** Whether a long word may be parted behind this character. */
    private boolean isSeam(int at, int end) {
        char c = text.charAt(at);
        if (c != '-' && c != '/' && c != ',' && c != ';' && c != '\u2013' || at + 1 >= end) {
            return false;
        }
        int from = text.lastIndexOf(' ', at) + 1;
        int to = text.indexOf(' ', at);
        return (to < 0 ? end : to) - from > LONG_WORD;
    }

    private int trimmed(int from, int to) {
        int end = to;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }
}
