package id.deskpemilu;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/** Lets a test provoke a failure without the log telling of it: whoever reads the log then looks for real ones. */
public final class Quietly {

    private Quietly() {}

    /** Does it while the loggers of those names are silent. */
    public static <T> T call(List<String> names, Callable<T> provoked) throws Exception {
        List<Logger> loggers = names.stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        List<Level> before = new ArrayList<>();
        loggers.forEach(logger -> before.add(logger.getLevel())); // null where it is inherited
        loggers.forEach(logger -> logger.setLevel(Level.OFF));
        try {
            return provoked.call();
        } finally {
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).setLevel(before.get(i));
            }
        }
    }
}
