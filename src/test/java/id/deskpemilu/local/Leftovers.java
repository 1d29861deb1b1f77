package id.deskpemilu.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers a child process in a file, so that a child whose launcher was killed is ended at the next start. */
final class Leftovers {

    private Leftovers() {}

    /** Writes who the child is: its number, and when it began, because numbers are used again. */
    static void remember(Path pidFile, ProcessHandle child) throws IOException {
        Files.writeString(
                pidFile,
                child.pid() + "\n" + began(child).map(Instant::toString).orElse("?") + "\n");
    }

    /** Ends the child that the file names, if it is still the same one, and forgets it. */
    static void end(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
        if (lines.size() >= 2 && lines.get(0).matches("\\d{1,18}")) {
            Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(p -> began(p).map(Instant::toString).orElse("?").equals(lines.get(1)));
            child.ifPresent(Leftovers::end);
        }
        Files.deleteIfExists(pidFile);
    }

    /** Asks the process to end, and kills it when it has not ended after ten seconds. */
    static void end(ProcessHandle child) {
        child.destroy();
        if (!waitFor(child, 10)) {
            child.destroyForcibly();
            waitFor(child, 5);
        }
    }

    private static boolean waitFor(ProcessHandle child, long seconds) {
        try {
            child.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<Instant> began(ProcessHandle child) {
        return child.info().startInstant();
    }
}
