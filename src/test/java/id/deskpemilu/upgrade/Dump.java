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
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows of a desk's database in one file: the last migration, all rows of all tables as PostgreSQL copies them, and where
 * the sequences stand. The tables themselves are made by the migrations, which never change.
 */
final class Dump {

    /** Where the dumps of all versions lie, one of each. */
    static final Path FOLDER = Path.of("src/test/resources/upgrade");

    private static final String ENDING = ".copy.gz";
    private static final String COPY = "copy ";
    private static final String END_OF_ROWS = "\\.";

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
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                },
                StandardCharsets.UTF_8)) {
            out.write(texts(connection, """
                            select version from desk.flyway_schema_history
                            where version is not null order by installed_rank desc limit 1
                            """).get(0) + "\n");
            for (String table : tables(connection)) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                String columns = columns(connection, table);
                copies.copyOut("copy (select " + columns + " from " + table + " order by ctid) to stdout", rows);
                if (rows.size() > 0) {
                    out.write(COPY + table + " (" + columns + ") from stdin\n");
                    out.write(rows.toString(StandardCharsets.UTF_8));
                    out.write(END_OF_ROWS + "\n");
                }
            }
            for (String sequence : sequences(connection)) {
                out.write(sequence + "\n");
            }
        } finally {
            connection.rollback();
        }
    }

    /** The migration that the desk of the dump had run last. */
    static String migration(Path file) throws IOException {
        try (BufferedReader in = reader(file)) {
            return in.readLine();
        }
    }

    /**
     * Puts the rows of the dump in the place of all that the database holds; its tables have to be those of the dump.
     *
     * @param connection of a superuser: no trigger and no reference is asked
     */
    static void restore(Connection connection, Path file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (BufferedReader in = reader(file);
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate " + String.join(", ", tables(connection)));
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith(COPY)) {
                    StringBuilder rows = new StringBuilder();
                    for (String row = in.readLine(); !END_OF_ROWS.equals(row); row = in.readLine()) {
                        rows.append(row).append('\n');
                    }
                    copies.copyIn(line, new StringReader(rows.toString()));
                } else {
                    statement.execute(line);
                }
            }
        }
        connection.commit();
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
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
