package id.deskpemilu.upgrade;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A database of a desk in one file, as psql would read it: the schemas, all rows of all their tables, the sequences, and
 * then constraints, indexes and triggers, in this order.
 */
final class Dump {

    /** Where the dumps of all versions lie, one of each. */
    static final Path FOLDER = Path.of("src/test/resources/upgrade");

    private static final String ENDING = ".copy.gz";
    private static final String COPY = "copy ";
    private static final String END_OF_ROWS = "\\.";
    private static final String END_OF_STATEMENT = ";";

    private Dump() {}

    /** The versions of which there is a dump, the oldest first. */
    static List<String> versions() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a version. */
    static Path file(String version) {
        return FOLDER.resolve(version + ENDING);
    }

    /** Writes what the database holds at one moment. */
    static void write(Connection connection, Path file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)) {
                    {
                        def.setLevel(java.util.zip.Deflater.BEST_COMPRESSION);
                    }
                },
                StandardCharsets.UTF_8)) {
            for (String table : tables(connection)) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                String columns = columns(connection, table);
                String order = columns.contains(",") ? "1, 2" : "1";
                copies.copyOut(
                        "copy (select " + columns + " from " + table + " order by " + order + ") to stdout", rows);
                if (rows.size() > 0) {
                    out.write(COPY + table + " (" + columns + ") from stdin;\n");
                    out.write(rows.toString(StandardCharsets.UTF_8));
                    out.write(END_OF_ROWS + "\n");
                }
            }
            statements(out, sequences(connection));
        } finally {
            connection.rollback();
        }
    }

    /** Makes the database what it was; it has to be empty. */
    static void restore(Connection connection, Path file) throws SQLException, IOException {
        connection.setAutoCommit(true);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                Statement statement = connection.createStatement()) {
            statement.execute("set check_function_bodies to off");
            StringBuilder text = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (text.isEmpty() && line.startsWith(COPY)) {
                    StringBuilder rows = new StringBuilder();
                    for (String row = in.readLine(); !END_OF_ROWS.equals(row); row = in.readLine()) {
                        rows.append(row).append('\n');
                    }
                    copies.copyIn(line.substring(0, line.length() - 1), new StringReader(rows.toString()));
                } else if (line.equals(END_OF_STATEMENT)) {
                    statement.execute(text.toString());
                    text.setLength(0);
                } else {
                    text.append(line).append('\n');
                }
            }
        }
    }

    /** Each ends with a line of its own: the functions have semicolons too. */
    private static void statements(Writer out, List<String> statements) throws IOException {
        for (String statement : statements) {
            out.write(statement + "\n" + END_OF_STATEMENT + "\n");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return texts(connection, """
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('desk', 'camunda') and c.relkind = 'r' order by n.nspname, c.relname
                """);
    }

    private static String columns(Connection connection, String table) throws SQLException {
        return String.join(", ", texts(connection, """
                select quote_ident(attname) from pg_attribute
                where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
                """.formatted(table)));
    }

    private static List<String> sequences(Connection connection) throws SQLException {
        return texts(connection, """
                select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value)
                from pg_sequences
                where schemaname in ('desk', 'camunda') and last_value is not null order by schemaname, sequencename
                """);
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
