package id.deskpemilu.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as timers of the models read them. */
final class Hour {

    private Hour() {}

    /** ISO 8601, never before the moment. */
    static String of(Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.MILLIS);
        return (whole.isBefore(at) ? whole.plusMillis(1) : whole).toString();
    }
}
