package id.deskpemilu.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A real Keycloak as a child process. Its users and sessions are kept in the local PostgreSQL. */
final class LocalKeycloak implements AutoCloseable {

    /** Options that Keycloak compiles into itself: changing one makes it build again. */
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--features-disabled=ciba,par,device-flow,kerberos");

    private static final Duration READY = Duration.ofMinutes(4);

    private final Process process;
    private final DeskHome home;
    private final String baseUrl;

    private LocalKeycloak(Process process, DeskHome home, String baseUrl) {
        this.process = process;
        this.home = home;
        this.baseUrl = baseUrl;
    }

    /**
     * Starts Keycloak and waits until it answers; the very first time its program is built, which is kept.
     *
     * @param postgres holds the database {@code keycloak}
     * @throws StartRefused when it is not there, does not build or does not come up
     */
    static LocalKeycloak start(DeskHome home, LocalPostgres postgres, int port, int managementPort) {
        Path folder = folder(home);
        try {
            build(home, folder);
            List<String> command = java(folder);
            command.addAll(List.of(
                    "start",
                    "--optimized",
                    "--http-enabled=true",
                    "--cache=local",
                    "--http-host=localhost",
                    "--http-port=" + port,
                    "--http-management-port=" + managementPort,
                    "--hostname=http://localhost:" + port));
            // of its own session where possible: Ctrl-C reaches only the desk, which ends Keycloak after itself
            Path setsid = Path.of("/usr/bin/setsid");
            if (Files.isExecutable(setsid)) {
                command.add(0, setsid.toString());
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.data().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(home.log("keycloak").toFile()));
            builder.environment()
                    .putAll(Map.of(
                            "KC_DB_URL",
                            postgres.jdbcUrl("keycloak"),
                            "KC_DB_USERNAME",
                            "keycloak",
                            "KC_DB_PASSWORD",
                            postgres.password("keycloak"),
                            "KC_DB_POOL_MAX_SIZE",
                            "20",
                            "KC_BOOTSTRAP_ADMIN_USERNAME",
                            "desk-admin",
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            home.secret("keycloak-admin")));
            Process process = builder.start();
            LocalKeycloak keycloak = new LocalKeycloak(process, home, "http://localhost:" + port);
            Leftovers.remember(home.pidFile("keycloak"), process.toHandle());
            keycloak.waitUntilReady();
            return keycloak;
        } catch (IOException e) {
            throw new StartRefused("Keycloak tidak dapat dijalankan: " + e.getMessage(), e);
        }
    }

    /** Ends a Keycloak that a killed launcher left behind. */
    static void endLeftover(DeskHome home) throws IOException {
        Leftovers.end(home.pidFile("keycloak"));
    }

    String baseUrl() {
        return baseUrl;
    }

    String adminPassword() {
        return home.secret("keycloak-admin");
    }

    /**
     * Creates the realm unless it is there, and tells its client {@code desk-app} where the desk is now.
     *
     * @return whether it was created
     * @throws StartRefused when Keycloak does not accept it
     */
    boolean provide(LocalRealm realm) {
        try {
            KeycloakAdmin admin = KeycloakAdmin.login(baseUrl, "desk-admin", adminPassword());
            String path = "/admin/realms/" + realm.name();
            boolean create = !admin.exists(path);
            if (create) {
                admin.post("/admin/realms", realm.json());
            }
            JsonNode wanted = realm.client("desk-app");
            ObjectNode client =
                    (ObjectNode) admin.get(path + "/clients?clientId=desk-app").path(0);
            for (String key : List.of("secret", "baseUrl", "redirectUris")) {
                client.set(key, wanted.path(key));
            }
            ((ObjectNode) client.path("attributes"))
                    .setAll((ObjectNode) wanted.path("attributes").deepCopy());
            admin.put(path + "/clients/" + client.path("id").asString(), client);
            return create;
        } catch (IOException e) {
            throw new StartRefused("Realm " + realm.name() + " tidak dapat dibuat di Keycloak: " + e.getMessage(), e);
        }
    }

    /** Deletes a realm with all its users, if it is there. */
    void forget(String realm) {
        try {
            KeycloakAdmin admin = KeycloakAdmin.login(baseUrl, "desk-admin", adminPassword());
            if (admin.exists("/admin/realms/" + realm)) {
                admin.delete("/admin/realms/" + realm);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Leftovers.end(process.toHandle());
        Files.deleteIfExists(home.pidFile("keycloak"));
    }

    private void waitUntilReady() throws IOException {
        URI probe = URI.create(baseUrl + "/realms/master/.well-known/openid-configuration");
        long end = System.nanoTime() + READY.toNanos();
        while (!KeycloakAdmin.answers(probe)) {
            if (exitedWithin(Duration.ofMillis(200))) {
                throw new StartRefused("Keycloak berhenti sendiri (kode %d), lihat %s"
                        .formatted(process.exitValue(), home.log("keycloak")));
            }
            if (System.nanoTime() > end) {
                close();
                throw new StartRefused("Keycloak belum siap setelah %d detik, lihat %s"
                        .formatted(READY.toSeconds(), home.log("keycloak")));
            }
        }
    }

    private boolean exitedWithin(Duration duration) throws IOException {
        try {
            process.onExit().get(duration.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IOException("interrupted", e);
        }
    }

    private static Path folder(DeskHome home) {
        String version = System.getProperty("keycloak.version", "");
        Path folder = home.servers().resolve("keycloak-" + version);
        if (!Files.isRegularFile(folder.resolve("lib/quarkus-run.jar"))) {
            throw new StartRefused("Keycloak tidak ada di %s. Hapus folder %s, lalu mulai lagi dengan Maven."
                    .formatted(folder, home.servers()));
        }
        return folder;
    }

    /**
     * Builds the program for PostgreSQL once. The delivered state is kept aside, so that a build that was interrupted is
     * simply done again; several desks may share the folder.
     */
    private static void build(DeskHome home, Path folder) throws IOException {
        Path marker = folder.resolve("desk-build.txt");
        String wanted = String.join(" ", BUILD);
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("desk-build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid()
                    && Files.exists(marker)
                    && Files.readString(marker).equals(wanted)) {
                return;
            }
            Path program = folder.resolve("lib/quarkus");
            Path delivered = folder.resolve("lib/quarkus.delivered");
            if (Files.exists(delivered)) {
                copy(delivered, program);
            } else {
                Path part = folder.resolve("lib/quarkus.part");
                copy(program, part);
                Files.move(part, delivered, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(marker);
            List<String> command = java(folder);
            command.addAll(BUILD);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(home.log("keycloak-build").toFile()))
                    .start();
            Leftovers.remember(home.pidFile("keycloak"), process.toHandle());
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StartRefused(
                        "Keycloak tidak dapat dibangun (kode %d), lihat %s. Bila foldernya rusak, hapus %s."
                                .formatted(exit, home.log("keycloak-build"), home.servers()));
            }
            Files.writeString(marker, wanted, StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What bin/kc.sh runs, without the shell: one process, whose number is known. */
    private static List<String> java(Path folder) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx512m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
