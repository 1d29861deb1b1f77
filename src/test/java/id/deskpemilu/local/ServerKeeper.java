package id.deskpemilu.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Keeps PostgreSQL and Keycloak for all tests of one run of Maven, whose unit tests and integration tests are different
 * processes. A process of its own: whoever needs a server first starts it, it writes where its servers answer, and it ends
 * them when Maven ends, in whatever way.
 */
public final class ServerKeeper {

    private static final String POSTGRES = "postgres";
    private static final String KEYCLOAK = "keycloak";
    private static final String OWNER = "owner";
    private static final String KEEPER = "keeper";
    private static final String PROBLEM = "problem";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path file;
    private final Properties said = new Properties();

    private ServerKeeper(Path file) {
        this.file = file;
    }

    // ---- in a test

    /** Whether this test was started by a Maven that wants one set of servers for all its tests. */
    static boolean isWanted() {
        return Boolean.getBoolean("desk.keeper") && maven().isPresent();
    }

    /** Lets the servers come up while something else is done. */
    public static void startEarly() {
        if (isWanted()) {
            find();
        }
    }

    /** The port of PostgreSQL, as soon as it answers. */
    static int postgresPort() {
        return Integer.parseInt(await(POSTGRES));
    }

    /** Where Keycloak answers, as soon as it does, with a fresh realm. */
    static String keycloakUrl() {
        return await(KEYCLOAK);
    }

    private static String await(String key) {
        Path file = find();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Properties said = read(file);
            if (said.containsKey(PROBLEM)) {
                throw new StartRefused(said.getProperty(PROBLEM));
            }
            if (said.containsKey(key)) {
                return said.getProperty(key);
            }
            if (!isAlive(said)) {
                throw new StartRefused("The keeper of the servers has ended, see " + log());
            }
            pause();
        }
        throw new StartRefused("The servers did not come up in " + PATIENCE.toMinutes() + " minutes, see " + log());
    }

    /** The file of the keeper of this Maven; the first call starts it. */
    private static synchronized Path find() {
        Path file = data().resolveSibling("local-servers.properties");
        String owner = Long.toString(maven().orElseThrow().pid());
        Properties known = read(file);
        if (!owner.equals(known.getProperty(OWNER)) || !isAlive(known)) {
            letGo(known);
            start(file, owner);
        }
        return file;
    }

    /** The keeper of a Maven that has ended is about to end its servers: they leave the folder first. */
    private static void letGo(Properties earlier) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isAlive(earlier) && !isRunning(earlier.getProperty(OWNER)) && System.nanoTime() < end) {
            pause();
        }
    }

    private static boolean isRunning(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void start(Path file, String owner) {
        try {
            Files.createDirectories(data());
            Files.deleteIfExists(file);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-Ddesk.home=" + System.getProperty("desk.home", ".desk"),
                    "-Dkeycloak.version=" + System.getProperty("keycloak.version", ""),
                    ServerKeeper.class.getName(),
                    file.toString(),
                    owner));
            // of its own session where possible: what ends the tests does not end it before its servers
            if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
                command.add(0, "/usr/bin/setsid");
            }
            ProcessBuilder keeper =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.to(log().toFile()));
            keeper.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            Process started = keeper.start();
            ServerKeeper first = new ServerKeeper(file);
            first.say(OWNER, owner);
            first.say(KEEPER, Long.toString(started.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that all forks of one run have in common: of theirs the nearest one above that is a Java program. */
    private static Optional<ProcessHandle> maven() {
        Optional<ProcessHandle> above = ProcessHandle.current().parent();
        while (above.isPresent() && !isJava(above.get())) {
            above = above.get().parent();
        }
        return above;
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("java"))
                .orElse(false);
    }

    private static boolean isAlive(Properties said) {
        String keeper = said.getProperty(KEEPER);
        return keeper != null && isRunning(keeper);
    }

    private static Properties read(Path file) {
        Properties said = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                said.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return said;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("interrupted", e);
        }
    }

    /** What the servers keep, and their logs. */
    static Path data() {
        return Path.of("target", "local-servers").toAbsolutePath();
    }

    private static Path log() {
        return data().resolveSibling("local-servers.log");
    }

    // ---- the process

    /** Keeps the servers until the process with that number has ended. */
    public static void main(String[] arguments) {
        ServerKeeper keeper = new ServerKeeper(Path.of(arguments[0]));
        Optional<ProcessHandle> maven = ProcessHandle.of(Long.parseLong(arguments[1]));
        keeper.said.putAll(read(keeper.file));
        keeper.say(OWNER, arguments[1]);
        keeper.say(KEEPER, Long.toString(ProcessHandle.current().pid()));
        LocalServers.ownSettings(); // nobody else keeps them
        Thread servers = new Thread(
                () -> {
                    try {
                        keeper.say(POSTGRES, Integer.toString(LocalServers.postgresPort()));
                        keeper.say(KEYCLOAK, LocalServers.keycloakUrl());
                    } catch (RuntimeException e) {
                        keeper.say(PROBLEM, String.valueOf(e.getMessage()));
                    }
                },
                "servers");
        servers.setDaemon(true);
        servers.start();
        maven.ifPresent(process -> process.onExit().join());
        System.exit(0); // the hook of LocalServers ends them
    }

    private synchronized void say(String key, String value) {
        said.setProperty(key, value);
        Path part = file.resolveSibling(
                file.getFileName() + ".part" + ProcessHandle.current().pid());
        try {
            try (var out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                said.store(out, null);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the servers' whereabouts cannot be written: " + new File(file.toString()), e);
        }
    }
}
