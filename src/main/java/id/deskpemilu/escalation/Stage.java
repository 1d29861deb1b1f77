package id.deskpemilu.escalation;

import id.deskpemilu.shared.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * An hour of the evening at which the desk asks who is still missing.
 *
 * @param id its key; 0 as long as it is not stored
 * @param at the hour by the clock of the place
 * @param nextDay whether it is an hour of the day after the election
 * @param kind who is told
 */
public record Stage(long id, LocalTime at, boolean nextDay, Kind kind) {

    /** The order in which stages come. */
    public static final Comparator<Stage> IN_ORDER =
            Comparator.comparing(Stage::nextDay).thenComparing(Stage::at);

    /** Who is told at a stage. */
    public enum Kind {
        /** Those who owe the report. */
        REMINDER(Level.RESPONSIBLE),
        /** The coordinator of the kecamatan. */
        KECAMATAN(Level.KECAMATAN),
        /** The supervisors of the kabupaten. */
        KABUPATEN(Level.KABUPATEN),
        /** The same, for the last time: the evening's reports are written now. */
        CUTOFF(Level.KABUPATEN);

        private final Level level;

        Kind(Level level) {
            this.level = level;
        }

        /** Up to which level it brings what is silent. */
        public Level level() {
            return level;
        }
    }

    /** When it comes in a place, by the clock of the election. */
    public Instant on(LocalDate heldOn, Zone zone) {
        return heldOn.plusDays(nextDay ? 1 : 0).atTime(at).atZone(zone.id()).toInstant();
    }
}
