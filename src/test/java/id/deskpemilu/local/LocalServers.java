package id.deskpemilu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL and Keycloak for tests, on free ports, with data below target and a fresh realm: those of the
 * {@link ServerKeeper} where Maven runs the tests, else started by this process when first asked for and ended with it. The
 * desk's database is empty when a process asks for it first.
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void servers(DynamicPropertyRegistry registry) {
 *     LocalServers.settings().forEach((name, value) -> registry.add(name, () -> value));
 * }
 * }</pre>
 */
public final class LocalServers {

    private static final String DEMO_PASSWORD = "desk-demo";

    /** The account of a program that sends letters: of the client desk-pengirim. */
    public static final String SENDER = "service-account-desk-pengirim";

    /** The client of that program. */
    public static final String SENDER_CLIENT = "desk-pengirim";

    /** Its secret. */
    public static final String SENDER_SECRET = "desk-demo-pengirim";

    private static @Nullable DeskHome home;
    private static @Nullable LocalPostgres postgres;
    private static @Nullable LocalKeycloak keycloak;
    private static @Nullable LocalRealm realm;
    private static boolean kept = ServerKeeper.isWanted();
    private static boolean emptied;

    private LocalServers() {}

    /** The JDBC address of the empty database of the desk. */
    public static String jdbcUrl() {
        return database("desk");
    }

    /** Who the desk is in its database; the owner, who may create schemas. */
    public static String databaseUser() {
        return "desk";
    }

    public static String databasePassword() {
        empty();
        return home().secret("postgres-desk");
    }

    /** Where Keycloak answers, without a path. */
    public static String keycloakUrl() {
        return kept ? ServerKeeper.keycloakUrl() : keycloak().baseUrl();
    }

    /** From now on this process starts and ends the servers itself. */
    static synchronized void ownSettings() {
        kept = false;
    }

    static int postgresPort() {
        return kept ? ServerKeeper.postgresPort() : postgres().port();
    }

    private static String database(String name) {
        empty();
        return LocalPostgres.jdbcUrl(postgresPort(), name);
    }

    /** What an earlier process left in the desk's database is no concern of this one's tests. */
    private static synchronized void empty() {
        if (!emptied) {
            LocalPostgres.recreate(postgresPort(), home(), "desk", "desk");
            emptied = true;
        }
    }

    /** The secret of the client desk-app. */
    public static String clientSecret() {
        return home().secret("client-desk-app");
    }

    /** The password of every demo user of the realm. */
    public static String demoPassword() {
        return DEMO_PASSWORD;
    }

    /** An access token of a demo user, as curl would get it through the client desk-cli. */
    public static String accessToken(String username) {
        return token(username, "access_token");
    }

    /** The ID token of a demo user. */
    public static String idToken(String username) {
        return token(username, "id_token");
    }

    /** What the application needs to run on these servers, by the names of its environment variables. */
    public static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(databaseSettings());
        settings.put("DESK_KEYCLOAK_URL", keycloakUrl());
        settings.put("DESK_CLIENT_SECRET", clientSecret());
        settings.put("DESK_COOKIE_SECURE", "false");
        settings.put("DESK_LOG_FORMAT", "");
        return settings;
    }

    /** Where programs fetch their tokens. */
    public static String tokenUrl() {
        return keycloakUrl() + "/realms/" + realm().name() + "/protocol/openid-connect/token";
    }

    /**
     * Another empty database on the same server, for a second desk: the settings that name it.
     *
     * @param name lower-case letters and digits
     */
    public static Map<String, String> anotherDesk(String name) {
        Map<String, String> settings = settings();
        settings.put("DESK_DB_URL", anotherDatabase(name));
        return settings;
    }

    /**
     * Another empty database on the same server, without a Keycloak.
     *
     * @param name lower-case letters and digits
     * @return its JDBC address
     */
    public static String anotherDatabase(String name) {
        LocalPostgres.recreate(postgresPort(), home(), name, "desk");
        return LocalPostgres.jdbcUrl(postgresPort(), name);
    }

    /** A connection of the superuser to a database of the server: it may copy rows in past triggers and references. */
    public static Connection superuser(String database) throws SQLException {
        return LocalPostgres.superuser(postgresPort(), home(), database);
    }

    /** The part of {@link #settings()} that starts no Keycloak. */
    public static Map<String, String> databaseSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("DESK_DB_URL", jdbcUrl());
        settings.put("DESK_DB_USER", databaseUser());
        settings.put("DESK_DB_PASSWORD", databasePassword());
        settings.put("DESK_DB_POOL", "10"); // several test contexts share the server
        return settings;
    }

    private static String token(String username, String kind) {
        try {
            if (username.equals(SENDER)) {
                return KeycloakAdmin.clientToken(keycloakUrl(), realm().name(), SENDER_CLIENT, SENDER_SECRET)
                        .path(kind)
                        .asString();
            }
            return KeycloakAdmin.token(keycloakUrl(), realm().name(), "desk-cli", username, DEMO_PASSWORD)
                    .path(kind)
                    .asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized DeskHome home() {
        if (home == null) {
            Path project = Path.of("").toAbsolutePath();
            Path servers = Path.of(System.getProperty(
                            "desk.home", project.resolve(".desk").toString()))
                    .resolve("servers");
            if (kept) {
                ServerKeeper.postgresPort(); // then its secrets are written
                home = DeskHome.read(servers, ServerKeeper.data());
            } else {
                home = DeskHome.open(servers, ServerKeeper.data());
                Runtime.getRuntime().addShutdownHook(new Thread(LocalServers::stop, "local-servers-stop"));
            }
        }
        return home;
    }

    private static synchronized LocalPostgres postgres() {
        if (postgres == null) {
            DeskHome home = home();
            try {
                LocalKeycloak.endLeftover(home);
                LocalPostgres.endLeftover(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            postgres = LocalPostgres.start(home, Ports.free());
        }
        return postgres;
    }

    private static synchronized LocalKeycloak keycloak() {
        if (keycloak == null) {
            // the database of Keycloak is kept below target: only its first start makes the tables
            LocalKeycloak started = LocalKeycloak.start(home(), postgres(), Ports.free(), Ports.free());
            keycloak = started;
            started.forget(realm().name());
            started.provide(realm());
        }
        return keycloak;
    }

    private static synchronized LocalRealm realm() {
        if (realm == null) {
            // the port of the application under test is not known yet: any port of this machine
            realm = LocalRealm.of(Path.of("keycloak-realm"), "http://localhost:8080", clientSecret(), DEMO_PASSWORD)
                    .forAnyLocalPort();
        }
        return realm;
    }

    private static synchronized void stop() {
        try {
            if (keycloak != null) {
                keycloak.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            if (home != null) {
                home.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
