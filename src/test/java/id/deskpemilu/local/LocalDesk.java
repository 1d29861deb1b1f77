package id.deskpemilu.local;

import id.deskpemilu.DeskPemilu;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The first command: the whole desk on this machine, with a real PostgreSQL and a real Keycloak, filled with the demo.
 * Ctrl-C ends the application, Keycloak and PostgreSQL, in this order.
 */
public final class LocalDesk {

    // Maven's and the machine's locale do not matter: what is printed is UTF-8
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private final DeskHome home;
    private final int port;
    private final int keycloakPort;
    private final int postgresPort;

    private static volatile boolean stopping;

    private volatile @Nullable LocalPostgres postgres;
    private volatile @Nullable LocalKeycloak keycloak;
    private volatile @Nullable ConfigurableApplicationContext desk;

    private LocalDesk(DeskHome home, int port, int keycloakPort, int postgresPort) {
        this.home = home;
        this.port = port;
        this.keycloakPort = keycloakPort;
        this.postgresPort = postgresPort;
    }

    public static void main(String[] args) {
        // no window is ever opened
        System.setProperty("java.awt.headless", "true");
        try {
            run();
        } catch (StartRefused e) {
            fail(e.getMessage());
        } catch (IOException | RuntimeException e) {
            fail("Desk lokal tidak dapat dimulai: " + e);
        }
    }

    private static void run() throws IOException {
        if (Runtime.version().feature() < 17) {
            throw new StartRefused("Perlu JDK 17 atau lebih baru, ini Java "
                    + Runtime.version().feature() + ".");
        }
        int port = Ports.of("DESK_PORT", 8080);
        int keycloakPort = Ports.of("DESK_KEYCLOAK_PORT", 8180);
        int postgresPort = Ports.of("DESK_PG_PORT", 54330);
        Path folder = Path.of(System.getProperty("desk.home", ".desk"));
        // a rehearsal's evening has a database of its own: the demo stays as it is
        DeskHome home = DeskHome.open(folder.resolve("servers"), folder.resolve(rehearsal() ? "rehearsal" : "data"));
        LocalKeycloak.endLeftover(home);
        LocalPostgres.endLeftover(home);
        Ports.needFree(port, "aplikasi", "DESK_PORT");
        Ports.needFree(keycloakPort, "Keycloak", "DESK_KEYCLOAK_PORT");
        Ports.needFree(managementPort(keycloakPort), "Keycloak, manajemen", "DESK_KEYCLOAK_PORT");
        Ports.needFree(postgresPort, "PostgreSQL", "DESK_PG_PORT");
        new LocalDesk(home, port, keycloakPort, postgresPort).start();
    }

    private static int managementPort(int keycloakPort) {
        return keycloakPort + 1000 <= 65_535 ? keycloakPort + 1000 : keycloakPort - 1000;
    }

    private void start() {
        long begin = System.nanoTime();
        say("Menyiapkan desk lokal, data di " + home.data());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "desk-stop"));
        LocalPostgres database = timed("PostgreSQL", () -> LocalPostgres.start(home, postgresPort));
        postgres = database;
        LocalRealm realm = LocalRealm.of(
                Path.of("keycloak-realm"), "http://localhost:" + port, home.secret("client-desk-app"), demoPassword());
        // side by side: the application needs Keycloak only when somebody logs in
        CompletableFuture<Void> login = CompletableFuture.runAsync(() -> startKeycloak(database, realm));
        ConfigurableApplicationContext context = timed("Aplikasi", () -> startDesk(database));
        desk = context;
        try {
            login.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        for (DemoSeed seed : ServiceLoader.load(DemoSeed.class)) {
            if (rehearsal()) {
                welcome(realm, seconds(begin));
                seed.rehearse(context, LocalDesk::say);
            } else {
                timed("Data simulasi", () -> fill(seed, context));
                welcome(realm, seconds(begin));
            }
        }
    }

    private DemoSeed fill(DemoSeed seed, ConfigurableApplicationContext context) {
        try {
            seed.seed(context);
            return seed;
        } catch (RuntimeException e) {
            throw StartRefused.halfSeeded(home.data(), e);
        }
    }

    /** Whether a whole evening of a large regency is to be passed instead of showing the demo. */
    private static boolean rehearsal() {
        return !System.getProperty("desk.rehearsal", "").isBlank();
    }

    private void startKeycloak(LocalPostgres database, LocalRealm realm) {
        LocalKeycloak started = timed(
                "Keycloak", () -> LocalKeycloak.start(home, database, keycloakPort, managementPort(keycloakPort)));
        keycloak = started;
        if (started.provide(realm)) {
            say("Realm " + realm.name() + " dibuat.");
        }
    }

    private ConfigurableApplicationContext startDesk(LocalPostgres database) {
        SpringApplication application = new SpringApplication(DeskPemilu.class);
        application.setRegisterShutdownHook(false); // ended by ours, before the servers
        List<String> settings = new ArrayList<>(List.of(
                "--DESK_PORT=" + port,
                "--DESK_DB_URL=" + database.jdbcUrl("desk"),
                "--DESK_DB_USER=desk",
                "--DESK_DB_PASSWORD=" + database.password("desk"),
                "--DESK_KEYCLOAK_URL=http://localhost:" + keycloakPort,
                "--DESK_CLIENT_SECRET=" + home.secret("client-desk-app"),
                "--DESK_AGENCY=Desk Pilkada Kabupaten Taman Puspa",
                "--DESK_ADDRESS=http://localhost:" + port,
                "--DESK_LETTERS_FILE=src/test/resources/demo/letters.yaml",
                "--DESK_COOKIE_SECURE=false",
                "--DESK_LOG_FORMAT=",
                "--DESK_SHUTDOWN_WAIT=3s",
                "--logging.threshold.console=warn",
                "--logging.level.io.zonky.test=warn",
                "--logging.file.name=" + home.log("desk")));
        try {
            return application.run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            // the application has already said why, in one line
            throw new StartRefused("Aplikasi tidak dapat dimulai, lihat baris di atas dan " + home.log("desk"), e);
        }
    }

    private void stop() {
        stopping = true;
        ConfigurableApplicationContext context = desk;
        if (context != null) {
            quietly(context::close);
        } else {
            // still starting: what it now complains about is only that its servers go away
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        }
        LocalKeycloak login = keycloak;
        if (login != null) {
            quietly(login);
        } else {
            quietly(() -> LocalKeycloak.endLeftover(home));
        }
        LocalPostgres database = postgres;
        if (database != null) {
            quietly(database);
        }
        quietly(home);
        say("Desk lokal berhenti.");
    }

    private static void quietly(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            say("Tidak berhenti dengan bersih: " + e.getMessage());
        }
    }

    private void welcome(LocalRealm realm, String seconds) {
        String line = "─".repeat(72);
        StringBuilder text = new StringBuilder()
                .append(line)
                .append("\n  Desk Pemilu siap (")
                .append(seconds)
                .append(") · SIMULASI\n\n  Buka   http://localhost:")
                .append(port)
                .append("/\n  Masuk  sebagai salah satu berikut, kata sandi: ")
                .append(realm.demoPassword())
                .append("\n\n");
        for (LocalRealm.DemoUser person : realm.people()) {
            text.append("         %-20s %s%n".formatted(person.username(), String.join(", ", person.roles())));
        }
        text.append("\n  Keycloak  http://localhost:")
                .append(keycloakPort)
                .append("/admin  (desk-admin, kata sandi di ")
                .append(home.data().resolve("secrets.properties"))
                .append(")\n  Ctrl-C menghentikan semuanya; data tetap ada.\n")
                .append(line);
        say(text.toString());
    }

    private <T> T timed(String what, Supplier<T> start) {
        long begin = System.nanoTime();
        T started = start.get();
        if (!stopping) {
            say(what + " siap (" + seconds(begin) + ")");
        }
        return started;
    }

    private static String seconds(long begin) {
        return String.format(Locale.forLanguageTag("id"), "%.1f s", (System.nanoTime() - begin) / 1e9);
    }

    private static String demoPassword() {
        String chosen = System.getenv("DESK_DEMO_PASSWORD");
        return chosen == null || chosen.isBlank() ? "desk-demo" : chosen;
    }

    private static void say(String text) {
        OUT.println(text);
    }

    private static void fail(@Nullable String line) {
        if (stopping) {
            return; // the user has ended it: nothing is wrong
        }
        say("Tidak dapat dimulai: " + line);
        System.exit(1);
    }
}
