package id.deskpemilu.dispatch.paper.kit;

import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table. Its head is repeated on each page; no page begins or ends with a single row; a group keeps its title, and a sum
 * stays with the row above. A row that is taller than a third of a page goes on on the next one.
 */
public final class Table extends Block {

    /** How cells stand in a column. */
    public enum Align {
        LEFT,
        CENTRE,
        /** Numbers: one below the other, as wide as they are. */
        RIGHT
    }

    /**
     * A column.
     *
     * @param title its head
     * @param group the common head of neighbouring columns; null for none
     * @param align how its cells stand
     * @param share how much of the room that is left it takes; 0 for a column as wide as its widest cell
     * @param kin columns of the same kin are equally wide; null for none
     */
    public record Column(
            String title,
            @Nullable String group,
            Align align,
            float share,
            @Nullable String kin) {

        /** Text, as wide as there is room. */
        public static Column text(String title, float share) {
            return new Column(title, null, Align.LEFT, share, null);
        }

        /** Short text, as wide as it is. */
        public static Column label(String title, Align align) {
            return new Column(title, null, align, 0, null);
        }

        /** Numbers. */
        public static Column number(String title) {
            return new Column(title, null, Align.RIGHT, 0, null);
        }

        /** Numbers, as wide as their kin. */
        public Column like(String other) {
            return new Column(title, group, align, share, other);
        }

        /** Under a common head. */
        public Column under(String head) {
            return new Column(title, head, align, share, kin);
        }
    }

    /**
     * How a table is set.
     *
     * @param size of the letters in points
     * @param padX space left and right in a cell
     * @param padY space above and below in a cell
     */
    public record Look(float size, float padX, float padY) {

        /** For this size of letters. */
        public static Look of(float size) {
            return new Look(size, size * 0.5f, size * 0.34f);
        }

        float leading() {
            return size * 1.2f;
        }

        float ascent() {
            return (leading() - size) / 2 + size * 0.83f;
        }
    }

    private enum Kind {
        BODY,
        SUM,
        GROUP
    }

    private static final class Row {
        private final Kind kind;
        private final String[] cells;
        private List<List<String>> lines = List.of();
        private float height;
        private @Nullable Tag tag;
        private List<Tag> tags = List.of();
        private boolean goesOn;
        private int part;

        Row(Kind kind, String... cells) {
            this.kind = kind;
            this.cells = cells;
        }
    }

    private static final int FEW = 2;

    /** A common head of columns is kept on one line up to this width, in sizes of its letters. */
    private static final float WIDE_HEAD = 9;

    /** A row taller than this, in points, may go on on the next page. */
    private static final float TALLEST = 220;

    private static final float GRID = 0.4f;
    private static final Ink HEAD = Ink.grey(0.9);
    private static final Ink SUM = Ink.grey(0.955);
    private static final Ink LINES = Ink.grey(0.45);

    private final Look look;
    private final List<Column> columns;
    private final float after;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> cleaned = new HashMap<>();
    private final String goesOn;
    private float measured = -1;
    private float[] widths = new float[0];
    private float[] headHeights = new float[0];
    private List<Row> pieces = new ArrayList<>();
    private int from;
    private @Nullable Tag tag;

    private Table(Look look, List<Column> columns, float after, String goesOn) {
        this.look = look;
        this.columns = List.copyOf(columns);
        this.after = after;
        this.goesOn = goesOn;
    }

    /**
     * A table without rows.
     *
     * @param after space below it
     * @param goesOn what stands behind the title of a group that goes on on the next page
     */
    public static Table of(Look look, List<Column> columns, float after, String goesOn) {
        return new Table(look, columns, after, goesOn);
    }

    /** Adds a row, a cell for each column. */
    public Table row(List<String> cells) {
        return add(Kind.BODY, cells);
    }

    /** Adds a row of sums. */
    public Table sum(List<String> cells) {
        return add(Kind.SUM, cells);
    }

    /** Begins a group of rows. */
    public Table group(String title) {
        rows.add(new Row(Kind.GROUP, clean(title)));
        return this;
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private Table add(Kind kind, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(kind, cells.stream().map(this::clean).toArray(String[]::new)));
        return this;
    }

    private String clean(String text) {
        return cleaned.computeIfAbsent(text, Face::clean);
    }

    /** The least width at which no number and no short text has to be broken, and text columns keep {@code text} points. */
    public float natural(float text) {
        float[] natural = naturals();
        float sum = 0;
        for (int i = 0; i < natural.length; i++) {
            sum += columns.get(i).share() > 0 ? text : natural[i];
        }
        return sum;
    }

    private float[] naturals() {
        float[] natural = new float[columns.size()];
        Map<String, Float> kin = new HashMap<>();
        for (int i = 0; i < natural.length; i++) {
            Column column = columns.get(i);
            if (column.share() > 0) {
                continue;
            }
            float widest = widestWord(Face.clean(column.title()));
            for (Row row : rows) {
                if (row.kind != Kind.GROUP) {
                    widest = Math.max(widest, widestLine(face(row.kind), row.cells[i]));
                }
            }
            natural[i] = widest + 2 * look.padX();
            if (column.kin() != null) {
                kin.merge(column.kin(), natural[i], Math::max);
            }
        }
        for (int i = 0; i < natural.length; i++) {
            String of = columns.get(i).kin();
            if (of != null && columns.get(i).share() == 0) {
                natural[i] = kin.get(of);
            }
        }
        makeRoomForGroups(natural);
        return natural;
    }

    /** Widens columns whose common head would not fit on one line, unless it is a long one. */
    private void makeRoomForGroups(float[] natural) {
        for (int i = 0; i < natural.length; i++) {
            String group = columns.get(i).group();
            if (group == null) {
                continue;
            }
            int end = endOfGroup(i);
            String title = Face.clean(group);
            float whole = Face.BOLD.width(title, look.size());
            float needed = (whole <= WIDE_HEAD * look.size() ? whole : widestWord(title)) + 2 * look.padX();
            float sum = 0;
            for (int j = i; j < end; j++) {
                sum += natural[j];
            }
            for (int j = i; j < end && sum < needed; j++) {
                natural[j] += (needed - sum) / (end - i);
            }
            i = end - 1;
        }
    }

    private float widestLine(Face face, String text) {
        if (text.indexOf('\n') < 0) {
            return face.width(text, look.size());
        }
        float widest = 0;
        for (String line : text.split("\n", -1)) {
            widest = Math.max(widest, face.width(line, look.size()));
        }
        return widest;
    }

    private float widestWord(String title) {
        float widest = 0;
        for (String word : title.split("[ \n]", -1)) {
            widest = Math.max(widest, Face.BOLD.width(word, look.size()));
        }
        return widest;
    }

    private static Face face(Kind kind) {
        return kind == Kind.BODY ? Face.REGULAR : Face.BOLD;
    }

    private void measure(float width) {
        if (measured == width) {
            return;
        }
        measured = width;
        float[] natural = naturals();
        float taken = 0;
        float shares = 0;
        for (int i = 0; i < natural.length; i++) {
            taken += natural[i];
            shares += columns.get(i).share();
        }
        float left = width - taken;
        widths = new float[natural.length];
        for (int i = 0; i < natural.length; i++) {
            if (shares == 0) {
                widths[i] = natural[i] * width / taken;
            } else if (left < shares * look.size()) {
                // too narrow for all: text columns keep a little, the others give way
                float least = shares * look.size() * FEW;
                widths[i] = columns.get(i).share() > 0
                        ? columns.get(i).share() * look.size() * FEW
                        : natural[i] * (width - least) / taken;
            } else {
                widths[i] = natural[i] + left * columns.get(i).share() / shares;
            }
        }
        headHeights = headHeights();
        pieces = new ArrayList<>();
        for (Row row : rows) {
            measure(row, width);
        }
    }

    private float[] headHeights() {
        int groupLines = 0;
        int titleLines = 0;
        int aloneLines = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int lines = headLines(column.title(), widths[i]).size();
            if (column.group() == null) {
                aloneLines = Math.max(aloneLines, lines);
            } else {
                titleLines = Math.max(titleLines, lines);
                int end = endOfGroup(i);
                groupLines = Math.max(
                        groupLines, headLines(column.group(), sum(i, end)).size());
                for (int j = i + 1; j < end; j++) {
                    titleLines = Math.max(
                            titleLines,
                            headLines(columns.get(j).title(), widths[j]).size());
                }
                i = end - 1;
            }
        }
        float upper = groupLines == 0 ? 0 : groupLines * look.leading() + 2 * look.padY();
        float lower = titleLines == 0 ? 0 : titleLines * look.leading() + 2 * look.padY();
        float alone = aloneLines * look.leading() + 2 * look.padY();
        return new float[] {upper, Math.max(lower, alone - upper)};
    }

    private int endOfGroup(int begin) {
        int end = begin + 1;
        while (end < columns.size()
                && columns.get(begin).group() != null
                && Objects.equals(columns.get(begin).group(), columns.get(end).group())) {
            end++;
        }
        return end;
    }

    private float sum(int begin, int end) {
        float sum = 0;
        for (int i = begin; i < end; i++) {
            sum += widths[i];
        }
        return sum;
    }

    private List<String> headLines(String title, float width) {
        return Lines.of(Face.BOLD, look.size(), Face.clean(title), width - 2 * look.padX());
    }

    /** Breaks the cells into lines, and a very tall row into several. */
    private void measure(Row row, float width) {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < row.cells.length; i++) {
            float room = (row.kind == Kind.GROUP ? width : widths[i]) - 2 * look.padX();
            List<String> broken = Lines.of(face(row.kind), look.size(), row.cells[i], room);
            lines.add(broken);
            most = Math.max(most, broken.size());
        }
        int tallest = Math.max(FEW + 1, (int) (TALLEST / look.leading()));
        for (int begin = 0; begin < most; begin += tallest) {
            Row piece = begin == 0 ? row : new Row(row.kind, row.cells);
            int end = Math.min(most, begin + tallest);
            List<List<String>> part = new ArrayList<>();
            for (List<String> cell : lines) {
                part.add(cell.subList(Math.min(begin, cell.size()), Math.min(end, cell.size())));
            }
            piece.lines = part;
            piece.part = begin;
            piece.goesOn = end < most;
            piece.height = (end - begin) * look.leading() + 2 * look.padY();
            pieces.add(piece);
        }
    }

    private float headHeight() {
        return headHeights[0] + headHeights[1];
    }

    @Override
    float height(float width) {
        measure(width);
        float height = headHeight();
        for (int i = from; i < pieces.size(); i++) {
            height += pieces.get(i).height;
        }
        return height;
    }

    @Override
    float least(float width) {
        measure(width);
        float height = headHeight();
        int end = Math.min(pieces.size(), from + 1);
        while (end < pieces.size() && !mayBreak(end)) {
            end++;
        }
        for (int i = from; i < end; i++) {
            height += pieces.get(i).height;
        }
        return height;
    }

    @Override
    float after() {
        return after;
    }

    /** Whether a page may begin with this row. */
    private boolean mayBreak(int at) {
        if (at >= pieces.size()) {
            return true;
        }
        if (pieces.get(at).part > 0) {
            return true; // a tall row goes on
        }
        int above = at - from;
        int below = pieces.size() - at;
        Kind before = pieces.get(at - 1).kind;
        Kind next = pieces.get(at).kind;
        if (above < FEW || below < FEW || before == Kind.GROUP || next == Kind.SUM) {
            return false;
        }
        if (next == Kind.GROUP) {
            return true;
        }
        boolean firstOfGroup = at >= FEW && pieces.get(at - FEW).kind == Kind.GROUP;
        boolean lastOfGroup = at + 1 < pieces.size() && pieces.get(at + 1).kind != Kind.BODY;
        return !firstOfGroup && !lastOfGroup;
    }

    @Override
    void draw(Pen pen, float x, float top, float width) {
        measure(width);
        drawRows(pen, x, top, pieces.size());
    }

    @Override
    Flowed flow(Pen pen, float x, float top, float width, float room, boolean fresh) {
        measure(width);
        Row again = groupThatGoesOn();
        float used = headHeight() + (again == null ? 0 : again.height);
        int end = from;
        int best = from;
        while (end < pieces.size() && used + pieces.get(end).height <= room + 0.01f) {
            used += pieces.get(end).height;
            end++;
            if (mayBreak(end)) {
                best = end;
            }
        }
        if (best == from) {
            if (!fresh) {
                return new Flowed(0, this);
            }
            best = Math.max(end, from + 1);
        }
        float height = drawRows(pen, x, top, best);
        from = best;
        return new Flowed(height, from == pieces.size() ? null : this);
    }

    /** The title of the group in the middle of which a page begins. */
    private @Nullable Row groupThatGoesOn() {
        if (from == 0 || pieces.get(from).kind == Kind.GROUP) {
            return null;
        }
        for (int i = from - 1; i >= 0; i--) {
            if (pieces.get(i).kind == Kind.GROUP) {
                Row again = new Row(Kind.GROUP, pieces.get(i).cells[0] + " " + goesOn);
                again.lines = List.of(List.of(again.cells[0]));
                again.height = look.leading() + 2 * look.padY();
                return again;
            }
        }
        return null;
    }

    private float drawRows(Pen pen, float x, float top, int end) {
        boolean first = tag == null;
        if (tag == null) {
            tag = pen.parent().add("Table");
        }
        Tag table = tag;
        Row again = groupThatGoesOn();
        pen.ornament(canvas -> shade(canvas, x, top, again, end));
        if (first) {
            drawHead(pen, table, x, top);
        } else {
            pen.ornament(canvas -> repeatHead(canvas, x, top));
        }
        float y = top - headHeight();
        if (again != null) {
            float at = y;
            pen.ornament(canvas -> write(canvas, again, 0, x, at, measured));
            y -= again.height;
        }
        for (int i = from; i < end; i++) {
            Row row = pieces.get(i);
            drawRow(pen, table, i, x, y);
            y -= row.height;
        }
        float bottom = y;
        pen.ornament(canvas -> grid(canvas, x, top, bottom, again, end));
        return top - bottom;
    }

    private void drawRow(Pen pen, Tag table, int index, float x, float top) {
        Row row = pieces.get(index);
        if (row.part > 0) {
            row.tags = pieces.get(index - 1).tags;
        } else {
            row.tag = table.add("TR");
            row.tags = new ArrayList<>();
        }
        float left = x;
        for (int i = 0; i < row.cells.length; i++) {
            float width = row.kind == Kind.GROUP ? measured : widths[i];
            if (row.part == 0 && row.tag != null) {
                boolean head = row.kind == Kind.GROUP;
                row.tags.add(row.tag.add(head ? "TH" : "TD").cell(head, head ? columns.size() : 1, 1));
            }
            if (row.lines.get(i).stream().anyMatch(line -> !line.isBlank())) {
                int cell = i;
                float at = left;
                pen.mark(row.tags.get(i), canvas -> write(canvas, row, cell, at, top, width));
            }
            left += width;
        }
    }

    private void write(Canvas canvas, Row row, int cell, float x, float top, float width) {
        float y = top - look.padY() - look.ascent();
        Align align = row.kind == Kind.GROUP ? Align.LEFT : columns.get(cell).align();
        for (String line : row.lines.get(cell)) {
            write(canvas, face(row.kind), align, line, x, y, width);
            y -= look.leading();
        }
    }

    private void write(Canvas canvas, Face face, Align align, String line, float x, float y, float width) {
        switch (align) {
            case LEFT -> canvas.text(face, look.size(), x + look.padX(), y, line);
            case CENTRE -> canvas.centred(face, look.size(), x + width / 2, y, line);
            case RIGHT -> canvas.right(face, look.size(), x + width - look.padX(), y, line);
        }
    }

    /** A cell of the head and its place. */
    private record HeadCell(String title, float left, float width, float down, float height, int columns, int rows) {}

    private List<List<HeadCell>> headCells() {
        List<HeadCell> upper = new ArrayList<>();
        List<HeadCell> lower = new ArrayList<>();
        float left = 0;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.group() == null) {
                upper.add(new HeadCell(
                        column.title(), left, widths[i], 0, headHeight(), 1, headHeights[0] == 0 ? 1 : FEW));
                left += widths[i];
                continue;
            }
            int end = endOfGroup(i);
            upper.add(new HeadCell(column.group(), left, sum(i, end), 0, headHeights[0], end - i, 1));
            for (int j = i; j < end; j++) {
                lower.add(new HeadCell(columns.get(j).title(), left, widths[j], headHeights[0], headHeights[1], 1, 1));
                left += widths[j];
            }
            i = end - 1;
        }
        return lower.isEmpty() ? List.of(upper) : List.of(upper, lower);
    }

    private void drawHead(Pen pen, Tag table, float x, float top) {
        for (List<HeadCell> cells : headCells()) {
            Tag row = table.add("TR");
            for (HeadCell cell : cells) {
                Tag head = row.add("TH").cell(true, cell.columns(), cell.rows());
                if (!cell.title().isBlank()) {
                    pen.mark(head, canvas -> write(canvas, cell, x, top));
                }
            }
        }
    }

    private void repeatHead(Canvas canvas, float x, float top) {
        headCells().forEach(cells -> cells.forEach(cell -> write(canvas, cell, x, top)));
    }

    private void write(Canvas canvas, HeadCell cell, float x, float top) {
        List<String> lines = headLines(cell.title(), cell.width());
        float y = top - cell.down() - (cell.height() - lines.size() * look.leading()) / 2 - look.ascent();
        for (String line : lines) {
            write(canvas, Face.BOLD, Align.CENTRE, line, x + cell.left(), y, cell.width());
            y -= look.leading();
        }
    }

    private void shade(Canvas canvas, float x, float top, @Nullable Row again, int end) {
        canvas.ink(HEAD).fill(x, top - headHeight(), measured, headHeight());
        canvas.ink(SUM);
        float y = top - headHeight();
        if (again != null) {
            canvas.fill(x, y - again.height, measured, again.height);
            y -= again.height;
        }
        for (int i = from; i < end; i++) {
            Row row = pieces.get(i);
            y -= row.height;
            if (row.kind != Kind.BODY) {
                canvas.fill(x, y, measured, row.height);
            }
        }
        canvas.ink(Ink.BLACK);
    }

    private void grid(Canvas canvas, float x, float top, float bottom, @Nullable Row again, int end) {
        canvas.pen(LINES);
        for (List<HeadCell> cells : headCells()) {
            for (HeadCell cell : cells) {
                canvas.frame(x + cell.left(), top - cell.down() - cell.height(), cell.width(), cell.height(), GRID);
            }
        }
        float y = top - headHeight() - (again == null ? 0 : again.height);
        canvas.line(x, y, x + measured, y, GRID);
        float begin = y; // of the rows that have the lines between the columns
        for (int i = from; i < end; i++) {
            Row row = pieces.get(i);
            if (row.kind == Kind.GROUP) {
                columnLines(canvas, x, begin, y);
                begin = y - row.height;
            }
            y -= row.height;
            if (!row.goesOn || i == end - 1) {
                canvas.line(x, y, x + measured, y, GRID);
            }
        }
        columnLines(canvas, x, begin, y);
        canvas.line(x, top, x, bottom, GRID);
        canvas.line(x + measured, top, x + measured, bottom, GRID);
        canvas.pen(Ink.BLACK);
    }

    private void columnLines(Canvas canvas, float x, float top, float bottom) {
        if (top - bottom < 1) {
            return;
        }
        float left = x;
        for (int i = 0; i + 1 < widths.length; i++) {
            left += widths[i];
            canvas.line(left, top, left, bottom, GRID);
        }
    }
}
