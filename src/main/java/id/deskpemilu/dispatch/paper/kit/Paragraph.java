package id.deskpemilu.dispatch.paper.kit;

import id.deskpemilu.dispatch.paper.kit.Style.Align;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph or a heading. No single line of it is left at the foot or at the head of a page. */
public final class Paragraph extends Block {

    /** Words of a paragraph, bold or not. */
    public record Run(String text, boolean bold) {

        public static Run plain(String text) {
            return new Run(text, false);
        }

        public static Run bold(String text) {
            return new Run(text, true);
        }
    }

    /** What stands to the left of the text in its first line, {@code x} from the left edge. */
    private record Label(float x, String text) {}

    private static final int FEW = 2;

    private final Style style;
    private final String text;
    private final Face[] faces;
    private final float[] widths;
    private final List<Label> labels;
    private final float hang;
    private boolean holding;
    private int from;
    private float measured = -1;
    private List<Lines.Line> lines = List.of();
    private @Nullable Tag tag;

    private Paragraph(Style style, List<Run> runs, List<Label> labels, float hang) {
        this.style = style;
        this.labels = labels;
        this.hang = hang;
        StringBuilder all = new StringBuilder();
        List<Face> ofEach = new ArrayList<>();
        for (Run run : runs) {
            String clean = Face.clean(run.text());
            all.append(clean);
            for (int i = 0; i < clean.length(); i++) {
                ofEach.add(run.bold() ? Face.BOLD : style.face());
            }
        }
        this.text = all.toString();
        this.faces = ofEach.toArray(new Face[0]);
        this.widths = new float[faces.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = faces[i].width(text.charAt(i), style.size());
        }
    }

    /** A paragraph. */
    public static Paragraph of(Style style, String text) {
        return new Paragraph(style, List.of(Run.plain(text)), List.of(), 0);
    }

    /** A paragraph of which some words are bold. */
    public static Paragraph of(Style style, Run... runs) {
        return new Paragraph(style, Arrays.asList(runs), List.of(), 0);
    }

    /** An entry of a list: the label at the left edge, the text {@code hang} points from it. */
    public static Paragraph item(Style style, String label, float hang, String text) {
        return new Paragraph(style, List.of(Run.plain(text)), List.of(new Label(0, Face.clean(label))), hang);
    }

    /** A fact: its name, a colon at {@code tab}, and the value behind. */
    public static Paragraph fact(Style style, String name, float tab, String value) {
        return fact(style, "", 0, name, tab, value);
    }

    /** A fact with a label in front of its name. */
    public static Paragraph fact(Style style, String label, float name, String words, float tab, String value) {
        List<Label> labels = new ArrayList<>();
        if (!label.isEmpty()) {
            labels.add(new Label(0, Face.clean(label)));
        }
        labels.add(new Label(name, Face.clean(words)));
        labels.add(new Label(tab, ":"));
        return new Paragraph(style, List.of(Run.plain(value)), labels, tab + style.size() * 0.75f);
    }

    /** The same paragraph, which is never the last thing on a page: it announces what follows. */
    public Paragraph holding() {
        holding = true;
        return this;
    }

    private List<Lines.Line> lines(float width) {
        if (measured != width) {
            float room = width - style.indent() - hang;
            lines = Lines.of(text, widths, room - style.first(), room);
            measured = width;
        }
        return lines;
    }

    private int left(float width) {
        return lines(width).size() - from;
    }

    @Override
    float height(float width) {
        return left(width) * style.lineHeight();
    }

    @Override
    float least(float width) {
        int left = left(width);
        return (left <= FEW + 1 ? left : FEW) * style.lineHeight();
    }

    @Override
    float before() {
        return from == 0 ? style.before() : 0;
    }

    @Override
    float after() {
        return style.after();
    }

    @Override
    boolean holdsNext() {
        return holding || style.isHeading();
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        draw(pen, x, top, width, lines(width).size());
    }

    @Override
    Flowed flow(Pen pen, float x, float top, float width, float room, boolean fresh) {
        int left = left(width);
        int fits = (int) ((room + 0.01f) / style.lineHeight());
        if (fits < left) {
            fits = Math.min(fits, left - FEW);
            if (fits < FEW) {
                if (!fresh) {
                    return new Flowed(0, this);
                }
                fits = left;
            }
        }
        int drawn = Math.min(fits, left);
        draw(pen, x, top, width, from + drawn);
        from += drawn;
        return new Flowed(drawn * style.lineHeight(), drawn == left ? null : this);
    }

    private void draw(Pen pen, float x, float top, float width, int to) {
        if (tag == null) {
            tag = pen.parent().add(style.role());
            if (style.isHeading()) {
                String name = labels.isEmpty() ? text : labels.get(0).text() + " " + text;
                pen.bookmark(style.level(), name.replace('\n', ' '), top);
            }
        }
        List<Lines.Line> all = lines(width);
        pen.mark(tag, canvas -> {
            canvas.ink(style.ink());
            float y = top - style.ascent();
            for (int i = from; i < to; i++) {
                if (i == 0) {
                    for (Label label : labels) {
                        canvas.text(style.face(), style.size(), x + style.indent() + label.x(), y, label.text());
                    }
                }
                draw(canvas, all.get(i), i == 0, x, y, width);
                y -= style.lineHeight();
            }
        });
    }

    private void draw(Canvas canvas, Lines.Line line, boolean first, float x, float y, float width) {
        float room = width - style.indent() - hang - (first ? style.first() : 0);
        float left = x + style.indent() + hang + (first ? style.first() : 0);
        float used = 0;
        int spaces = 0;
        for (int i = line.from(); i < line.to(); i++) {
            used += widths[i];
            spaces += Face.embedded(text.charAt(i)) == ' ' ? 1 : 0;
        }
        float gap = 0;
        if (style.align() == Align.JUSTIFIED && !line.last() && spaces > 0) {
            gap = (room - used) / spaces;
        } else if (style.align() == Align.RIGHT) {
            left += room - used;
        } else if (style.align() == Align.CENTRE) {
            left += (room - used) / 2;
        }
        int begin = line.from();
        while (begin < line.to()) {
            int end = begin;
            float piece = 0;
            while (end < line.to() && faces[end] == faces[begin]) {
                piece += widths[end] + (Face.embedded(text.charAt(end)) == ' ' ? gap : 0);
                end++;
            }
            canvas.text(faces[begin], style.size(), left, y, text.substring(begin, end), gap);
            left += piece;
            begin = end;
        }
    }
}
