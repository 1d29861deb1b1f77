package id.deskpemilu.local;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a folder, with one database for the desk and one for Keycloak. A committed row outlives the
 * death of every process.
 */
final class LocalPostgres implements AutoCloseable {

    /** What a complete data folder has; a folder without one of them was not finished or was damaged. */
    private static final List<String> COMPLETE =
            List.of("PG_VERSION", "postgresql.conf", "pg_hba.conf", "base", "pg_wal", "global/pg_control");

    static {
        // forty lines that tell nothing to the user of the desk
        ((Logger) LoggerFactory.getLogger("io.zonky.test")).setLevel(Level.WARN);
    }

    private static final String MAJOR = "17";
    private static final Duration START = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final DeskHome home;

    private LocalPostgres(EmbeddedPostgres server, DeskHome home) {
        this.server = server;
        this.home = home;
    }

    /**
     * Starts the server on the port; the first time in an empty folder it makes the databases.
     *
     * @throws StartRefused when the folder is damaged or the server does not come up
     */
    static LocalPostgres start(DeskHome home, int port) {
        Path data = home.data().resolve("postgres");
        try {
            if (!Files.exists(data)) {
                create(home, port, data);
            }
            needComplete(data);
            return new LocalPostgres(run(home, port, data), home);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "PostgreSQL tidak dapat dijalankan dari %s, lihat %s: %s"
                            .formatted(data, home.log("postgres"), firstLine(e)),
                    e);
        }
    }

    /** Ends a server that a killed launcher left behind, so that its port and folder are free. */
    static void endLeftover(DeskHome home) throws IOException {
        Path pidFile = home.data().resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (!lines.isEmpty() && lines.get(0).strip().matches("\\d{1,18}")) {
            ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(p -> p.info().command().orElse("").endsWith("postgres"))
                    .ifPresent(Leftovers::end);
        }
    }

    int port() {
        return server.getPort();
    }

    String jdbcUrl(String database) {
        return jdbcUrl(port(), database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** The password of the role that owns the database of the same name. */
    String password(String database) {
        return home.secret("postgres-" + database);
    }

    /** A connection of the superuser. */
    static Connection superuser(int port, DeskHome home, String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), "postgres", home.secret("postgres-superuser"));
    }

    /** Throws away a database with all its rows and makes it anew for the role that is to own it. */
    static void recreate(int port, DeskHome home, String database, String owner) {
        try (Connection c = superuser(port, home, "postgres");
                Statement s = c.createStatement()) {
            s.execute("drop database if exists " + database + " with (force)");
            s.execute("create database " + database + " owner " + owner);
        } catch (SQLException e) {
            throw new StartRefused("Basis data " + database + " tidak dapat dibuat ulang: " + firstLine(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Made aside and moved into place when whole: an interrupted first start leaves nothing half-written. */
    private static void create(DeskHome home, int port, Path data) throws IOException, SQLException {
        Path part = data.resolveSibling("postgres.part");
        deleteTree(part);
        try (EmbeddedPostgres fresh = run(home, port, part);
                Connection c = fresh.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute("alter role postgres password '" + home.secret("postgres-superuser") + "'");
            for (String database : List.of("desk", "keycloak")) {
                s.execute("create role " + database + " login password '" + home.secret("postgres-" + database) + "'");
                s.execute("create database " + database + " owner " + database);
            }
        }
        Files.writeString(part.resolve("pg_hba.conf"), """
                # only from this machine, only with a password
                local all all              scram-sha-256
                host  all all 127.0.0.1/32 scram-sha-256
                host  all all ::1/128      scram-sha-256
                """);
        Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres run(DeskHome home, int port, Path data) throws IOException, SQLException {
        IOException last = new IOException("not started");
        // killed a moment ago, the old server may still be on its way out: its lock file is respected until it is gone
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                EmbeddedPostgres server = launch(home, port, data);
                needOwn(server, data);
                return server;
            } catch (IOException e) {
                last = e;
                pause(Duration.ofSeconds(2));
            }
        }
        throw last;
    }

    private static EmbeddedPostgres launch(DeskHome home, int port, Path data) throws IOException {
        File log = home.log("postgres").toFile();
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.servers().resolve("postgres").toFile())
                .setPort(port)
                .setConnectConfig("password", home.secret("postgres-superuser"))
                // independent of the locales that the machine has
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // the library's own defaults are made for throw-away data
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("listen_addresses", "localhost")
                // ended by us, after the desk and Keycloak
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                .start();
    }

    /** Another PostgreSQL on the port would answer just as well. */
    private static void needOwn(EmbeddedPostgres server, Path data) throws IOException, SQLException {
        try (Connection c = server.getPostgresDatabase().getConnection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("show data_directory")) {
            r.next();
            if (!Path.of(r.getString(1)).toRealPath().equals(data.toRealPath())) {
                throw new StartRefused("Port %d dipakai PostgreSQL lain (%s). Pilih port lain: DESK_PG_PORT=…"
                        .formatted(server.getPort(), r.getString(1)));
            }
        }
    }

    private static void needComplete(Path data) throws IOException {
        for (String needed : COMPLETE) {
            if (!Files.exists(data.resolve(needed))) {
                throw new StartRefused(
                        "Folder data PostgreSQL %s tidak lengkap (%s tidak ada). Pulihkan dari cadangan, atau hapus folder %s untuk mulai dari awal."
                                .formatted(data, needed, data.getParent()));
            }
        }
        String major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!major.equals(MAJOR)) {
            throw new StartRefused("Folder data %s milik PostgreSQL %s, desk ini memakai PostgreSQL %s."
                    .formatted(data, major.isEmpty() ? "?" : major, MAJOR));
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void pause(Duration duration) throws IOException {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
