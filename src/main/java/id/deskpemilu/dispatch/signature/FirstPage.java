package id.deskpemilu.dispatch.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.jspecify.annotations.Nullable;

/**
 * The words on the first page of a file that may come from anybody. It understands what letters are written with and nothing
 * else; PDFBox's own reader of texts opens every font and unpacks whatever it is given, however much that is.
 */
public final class FirstPage {

    private static final int DEEPEST = 32;
    private static final int MOST_CONTENT = 2 * 1024 * 1024;
    private static final int MOST_TABLES = 1024 * 1024;
    private static final int MOST_CHARACTERS = 70_000;
    private static final int MOST_OPERANDS = 100_000;
    private static final Charset PLAIN = Charset.forName("windows-1252");
    private static final String UNREADABLE = "\uFFFD";

    private final @Nullable COSDictionary fonts;
    private final Map<COSName, Font> known = new HashMap<>();
    private final StringBuilder words = new StringBuilder();
    private Font font = Font.NONE;
    private int tables = MOST_TABLES;
    private int characters = MOST_CHARACTERS;

    private FirstPage(@Nullable COSDictionary fonts) {
        this.fonts = fonts;
    }

    /**
     * How the bytes of a text become characters.
     *
     * @param width how many bytes a character has
     * @param table what each stands for; null where bytes are plain Latin characters
     */
    private record Font(int width, @Nullable Map<Integer, String> table) {

        static final Font NONE = new Font(1, Map.of());

        String read(byte[] text) {
            if (table == null) {
                return width == 1 ? new String(text, PLAIN) : UNREADABLE;
            }
            StringBuilder read = new StringBuilder(text.length);
            for (int i = 0; i + width <= text.length; i += width) {
                read.append(table.getOrDefault(number(text, i, width), UNREADABLE));
            }
            return read.toString();
        }
    }

    /** Something that is done with what stands before it. */
    private interface Act {
        void on(String operator, List<COSBase> operands) throws IOException;
    }

    /**
     * The words in the order in which they are written; between two of them there need not be a space.
     *
     * @param pdf whose size the caller has limited
     * @return empty if there is no such page, or it cannot be read within limits
     */
    public static Optional<String> words(byte[] pdf) {
        try (Revision file = Revision.read(pdf, pdf.length)) {
            COSDictionary node = file.root().getCOSDictionary(COSName.PAGES);
            @Nullable COSDictionary resources = null;
            for (int depth = 0; node != null && depth < DEEPEST; depth++) {
                COSDictionary own = node.getCOSDictionary(COSName.RESOURCES);
                resources = own == null ? resources : own;
                COSArray kids = node.getCOSArray(COSName.KIDS);
                if (kids == null) {
                    FirstPage page = new FirstPage(resources == null ? null : resources.getCOSDictionary(COSName.FONT));
                    perform(content(node), page::write);
                    return Optional.of(page.words.toString());
                }
                node = kids.size() > 0 && kids.getObject(0) instanceof COSDictionary first ? first : null;
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | StackOverflowError hostile) {
            // as with signatures: a file that is made to break its reader breaks it in many ways
            return Optional.empty();
        }
    }

    private static byte[] content(COSDictionary page) throws IOException {
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        COSArray parts = new COSArray();
        if (contents instanceof COSArray several) {
            parts = several;
        } else if (contents != null) {
            parts.add(contents);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.getObject(i) instanceof COSStream part) {
                all.writeBytes(Revision.content(part, MOST_CONTENT - all.size()));
                all.write('\n');
            }
        }
        return all.toByteArray();
    }

    private static void perform(byte[] content, Act act) throws IOException {
        PDFStreamParser parser = new PDFStreamParser(content);
        List<COSBase> operands = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                act.on(operator.getName(), operands);
                operands.clear();
            } else if (token instanceof COSBase operand) {
                if (operands.size() == MOST_OPERANDS) {
                    throw new IOException("no operator");
                }
                operands.add(operand);
            }
        }
    }

    private void write(String operator, List<COSBase> operands) throws IOException {
        switch (operator) {
            case "Tf" ->
                font = operands.isEmpty() || !(operands.get(0) instanceof COSName name) ? Font.NONE : font(name);
            case "Tj", "'", "\"" -> {
                if (!operands.isEmpty()) {
                    write(operands.get(operands.size() - 1));
                }
            }
            case "TJ" -> {
                if (!operands.isEmpty() && operands.get(0) instanceof COSArray parts) {
                    parts.forEach(this::write);
                }
            }
            default -> {} // draws no text
        }
    }

    private void write(@Nullable COSBase text) {
        if (text instanceof COSString string) {
            words.append(font.read(string.getBytes()));
            if (words.length() > MOST_CONTENT) {
                throw new IllegalStateException("more words than a page has");
            }
        }
    }

    private Font font(COSName name) throws IOException {
        Font open = known.get(name);
        if (open == null) {
            open = open(fonts == null ? null : fonts.getCOSDictionary(name));
            known.put(name, open);
        }
        return open;
    }

    private Font open(@Nullable COSDictionary dictionary) throws IOException {
        if (dictionary == null) {
            return Font.NONE;
        }
        int width = COSName.TYPE0.equals(dictionary.getCOSName(COSName.SUBTYPE)) ? 2 : 1;
        if (!(dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream stream)) {
            return new Font(width, null);
        }
        byte[] source = Revision.content(stream, tables);
        tables -= source.length;
        Map<Integer, String> table = new HashMap<>();
        perform(source, (operator, operands) -> {
            switch (operator) {
                case "endbfchar" -> single(table, operands);
                case "endbfrange" -> ranges(table, operands);
                default -> {} // what else such a table says is the same for all letters
            }
        });
        return new Font(width, table);
    }

    private void single(Map<Integer, String> table, List<COSBase> operands) throws IOException {
        for (int i = 0; i + 1 < operands.size(); i += 2) {
            put(table, code(operands.get(i)), text(operands.get(i + 1)));
        }
    }

    private void ranges(Map<Integer, String> table, List<COSBase> operands) throws IOException {
        for (int i = 0; i + 2 < operands.size(); i += 3) {
            int from = code(operands.get(i));
            int to = code(operands.get(i + 1));
            COSBase meaning = operands.get(i + 2);
            for (int code = from; code <= to; code++) {
                put(
                        table,
                        code,
                        meaning instanceof COSArray each
                                ? text(each.getObject(code - from))
                                : later(text(meaning), code - from));
            }
        }
    }

    /** The text whose last character comes so many places later. */
    private static String later(String text, int places) throws IOException {
        if (text.isEmpty()) {
            throw new IOException("a range of nothing");
        }
        int last = text.length() - 1;
        return text.substring(0, last) + (char) (text.charAt(last) + places);
    }

    private void put(Map<Integer, String> table, int code, String text) throws IOException {
        characters--;
        if (characters < 0) {
            throw new IOException("too many characters");
        }
        table.put(code, text);
    }

    private static int code(COSBase operand) throws IOException {
        if (operand instanceof COSString code && code.getBytes().length > 0 && code.getBytes().length <= 2) {
            return number(code.getBytes(), 0, code.getBytes().length);
        }
        throw new IOException("no code");
    }

    private static String text(@Nullable COSBase operand) throws IOException {
        if (operand instanceof COSString text && text.getBytes().length <= 64) {
            return new String(text.getBytes(), StandardCharsets.UTF_16BE);
        }
        throw new IOException("no text");
    }

    private static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int i = from; i < from + length; i++) {
            number = number << Byte.SIZE | bytes[i] & 0xFF;
        }
        return number;
    }
}
