package id.deskpemilu.shared;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Finds the setting behind a failed start; what Spring Boot's own analyzers know better is left to them. */
@Order(0)
final class StartFailureAnalyzer implements FailureAnalyzer {

    private static final String NO_PERMISSION = "42501";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        BadSetting setting = find(failure, BadSetting.class);
        if (setting != null) {
            return new FailureAnalysis(setting.getMessage(), null, failure);
        }
        PortInUseException port = find(failure, PortInUseException.class);
        if (port != null) {
            return new FailureAnalysis(
                    "DESK_PORT=" + port.getPort() + ": port ini sudah dipakai / this port is in use", null, failure);
        }
        SQLException database = find(failure, SQLException.class);
        if (database != null && NO_PERMISSION.equals(database.getSQLState())) {
            return new FailureAnalysis(
                    "DESK_DB_USER: tidak berhak mengubah skema / may not change the schema: " + database.getMessage(),
                    null,
                    failure);
        }
        return null;
    }

    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        // a cause may be its own cause further down: no start fails deeper than this
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** The last one asked: even a failure that nobody foresaw is told in one line; its trace is for debug logs. */
    @Order(Integer.MAX_VALUE)
    static final class Unforeseen implements FailureAnalyzer {

        private static final Logger LOG = LoggerFactory.getLogger(StartFailureAnalyzer.class);

        @Override
        public FailureAnalysis analyze(Throwable failure) {
            LOG.debug("The start failed", failure);
            Throwable root = failure;
            for (int depth = 0; root.getCause() != null && depth < 50; depth++) {
                root = root.getCause();
            }
            return new FailureAnalysis(
                    "%s: %s (rincian / details: LOGGING_LEVEL_ID_DESKPEMILU_SHARED=debug)"
                            .formatted(root.getClass().getSimpleName(), root.getMessage()),
                    null,
                    failure);
        }
    }
}
