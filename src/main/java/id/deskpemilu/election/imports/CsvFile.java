package id.deskpemilu.election.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file taken apart into rows with named cells; what the cells mean is not its business. */
final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** A row: its line in the file, and what stands in the columns that the file has. */
    record Row(long line, Map<String, String> cells) {

        /** What stands in the column, without blanks around it; empty if the file has no such column. */
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final ImportKind kind;
    private final Consumer<ImportError> errors;

    private CsvFile(ImportKind kind, Consumer<ImportError> errors) {
        this.kind = kind;
        this.errors = errors;
    }

    /** Reads the file; what is wrong goes to {@code errors}, and the rows that can be read all the same are returned. */
    static List<Row> read(ImportKind kind, byte[] content, Consumer<ImportError> errors) {
        return new CsvFile(kind, errors).read(content);
    }

    private List<Row> read(byte[] content) {
        String text = decode(content);
        if (text == null) {
            return List.of();
        }
        if (text.isBlank()) {
            error(1, null, "EMPTY_FILE");
            return List.of();
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            List<ImportKind.@Nullable Column> columns = header(records.next(), parser.getCurrentLineNumber());
            while (!columns.isEmpty() && records.hasNext()) {
                CSVRecord cells = records.next();
                line = parser.getCurrentLineNumber();
                Row row = row(cells, columns, line);
                if (row != null) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            error(line + 1, null, "MALFORMED");
        }
        return rows;
    }

    private @Nullable String decode(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        boolean isUtf8 = !decoder.decode(bytes, text, true).isError();
        text.flip();
        if (!isUtf8 || text.chars().anyMatch(c -> c == 0)) {
            error(1 + text.chars().filter(c -> c == '\n').count(), null, "NOT_UTF8");
            return null;
        }
        String all = text.toString();
        return !all.isEmpty() && all.charAt(0) == BYTE_ORDER_MARK ? all.substring(1) : all;
    }

    /** The one of {@code ;} and {@code ,} that the first line with anything in it has more of. */
    private static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long semicolons = header.chars().filter(c -> c == ';').count();
        long commas = header.chars().filter(c -> c == ',').count();
        return semicolons >= commas ? ';' : ',';
    }

    /** The column of each cell; empty if the file cannot be read without what is wrong in its header. */
    private List<ImportKind.@Nullable Column> header(CSVRecord names, long line) {
        List<ImportKind.@Nullable Column> columns = new ArrayList<>();
        boolean isWrong = false;
        for (String name : names) {
            String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
            Optional<ImportKind.Column> column = kind.column(plain);
            if (column.isEmpty() && !name.isEmpty()) {
                error(line, shortened(name), "COLUMN_UNKNOWN", shortened(name), kind.columnNames());
                isWrong = true;
            } else if (column.isPresent() && columns.contains(column.get())) {
                error(line, column.get().name(), "COLUMN_TWICE", shortened(name));
                isWrong = true;
            }
            columns.add(column.orElse(null));
        }
        for (ImportKind.Column column : kind.columns()) {
            if (column.isNeeded() && !columns.contains(column)) {
                error(line, column.name(), "COLUMN_MISSING", column.name(), kind.columnNames());
                isWrong = true;
            }
        }
        return isWrong ? List.of() : columns;
    }

    private @Nullable Row row(CSVRecord cells, List<ImportKind.@Nullable Column> columns, long lastLine) {
        long line = lastLine
                - cells.stream()
                        .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                        .sum();
        Map<String, String> named = new TreeMap<>();
        boolean isEmpty = true;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i).strip();
            ImportKind.Column column = i < columns.size() ? columns.get(i) : null;
            isEmpty &= cell.isEmpty();
            if (column != null) {
                named.put(column.name(), cell);
            } else if (!cell.isEmpty()) {
                error(line, null, "TOO_MANY_CELLS", shortened(cell), Integer.toString(columns.size()));
                return null;
            }
        }
        return isEmpty ? null : new Row(line, named);
    }

    private static String shortened(String text) {
        return Texts.shortened(text);
    }

    private void error(long line, @Nullable String column, String code, String... arguments) {
        errors.accept(ImportError.of(kind, line, column, code, arguments));
    }
}
