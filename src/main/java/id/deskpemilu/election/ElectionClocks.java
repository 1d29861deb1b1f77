package id.deskpemilu.election;

import id.deskpemilu.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What hour it is in an election. In a real one the clock of the desk; a rehearsal may have one of its own that runs a
 * whole evening in minutes. Everything is stored in real time; what the people of a rehearsal are shown, and the hours of
 * its stages, are in the time of its clock.
 */
@Component
public class ElectionClocks {

    /** The fastest clock: an hour in a second. */
    public static final double FASTEST = 3600;

    /** A clock that stands still reaches no later hour; this stands for never. */
    public static final Instant NEVER = Instant.parse("2999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Clock clock;

    ElectionClocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a rehearsal's clock runs from a moment on.
     *
     * @param realFrom from which real moment on
     * @param shownFrom what it shows then
     * @param speed how many times as fast as the real one, 0 to {@value ElectionClocks#FASTEST}; 0: it stands still
     */
    public record Segment(Instant realFrom, Instant shownFrom, double speed) {

        /** What it shows at the real moment. */
        public Instant shown(Instant real) {
            return shownFrom.plus(times(Duration.between(realFrom, real), speed));
        }

        /** When it shows the hour; {@link ElectionClocks#NEVER} if it stands still. */
        public Instant real(Instant shown) {
            return speed == 0 ? NEVER : realFrom.plus(times(Duration.between(shownFrom, shown), 1 / speed));
        }

        private static Duration times(Duration duration, double factor) {
            // microseconds, as the database keeps moments
            return Duration.of(Math.round(duration.toNanos() / 1_000.0 * factor), ChronoUnit.MICROS);
        }
    }

    /** What the clock of the election shows now. */
    public Instant now(long electionId) {
        return shown(electionId, clock.instant());
    }

    /** What the clock of the election showed, or will show, at the real moment. */
    public Instant shown(long electionId, Instant real) {
        return of(electionId).shown(real);
    }

    /**
     * The real moment at which the clock of the election shows the hour, as it runs now; {@link #NEVER} if it stands still
     * before it.
     */
    public Instant real(long electionId, Instant shown) {
        return of(electionId).real(shown);
    }

    /** How the clock of the election runs now; empty if it is the real one. */
    public Optional<Segment> current(long electionId) {
        List<Segment> segments = segments(electionId);
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
    }

    /** The whole clock of the election, for many moments. */
    public Timeline of(long electionId) {
        return new Timeline(segments(electionId));
    }

    /**
     * Lets the clock run on at the speed.
     *
     * @param to from which hour; null: from what it shows
     * @return what it shows at this moment
     * @throws Refusal {@code CLOCK_SPEED_INVALID}, or {@code CLOCK_BACKWARDS}: hours that have passed do not come again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant set(String by, long electionId, @Nullable Instant to, double speed) {
        if (!(speed >= 0 && speed <= FASTEST)) {
            throw Refusal.invalid("CLOCK_SPEED_INVALID", (int) FASTEST);
        }
        Instant now = clock.instant();
        Optional<Instant> running = current(electionId).map(segment -> segment.shown(now));
        Instant from = to == null ? running.orElse(now) : to;
        if (running.filter(from::isBefore).isPresent()) {
            throw Refusal.conflict("CLOCK_BACKWARDS");
        }
        jdbc.sql("""
                        insert into desk.rehearsal_clock (election_id, real_from, shown_from, speed, set_by)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(electionId, now.atOffset(ZoneOffset.UTC), from.atOffset(ZoneOffset.UTC), speed, by)
                .update();
        return from;
    }

    private List<Segment> segments(long electionId) {
        return jdbc.sql("""
                        select real_from, shown_from, speed from desk.rehearsal_clock
                        where election_id = ? order by real_from
                        """).param(electionId).query(ElectionClocks::read).list();
    }

    private static Segment read(ResultSet row, int n) throws SQLException {
        return new Segment(
                row.getObject("real_from", OffsetDateTime.class).toInstant(),
                row.getObject("shown_from", OffsetDateTime.class).toInstant(),
                row.getDouble("speed"));
    }

    /** A clock with its history: pieces of different speed, one after the other. */
    public record Timeline(List<Segment> segments) {

        public Timeline {
            segments = List.copyOf(segments);
        }

        /** What it shows at the real moment; before its first piece it runs like the real one. */
        public Instant shown(Instant real) {
            if (segments.isEmpty()) {
                return real;
            }
            Segment first = segments.get(0);
            if (real.isBefore(first.realFrom())) {
                return new Segment(first.realFrom(), first.shownFrom(), 1).shown(real);
            }
            Segment running = first;
            for (Segment segment : segments) {
                if (!segment.realFrom().isAfter(real)) {
                    running = segment;
                }
            }
            return running.shown(real);
        }

        /** When it shows the hour, for the first time if it jumped over it; {@link ElectionClocks#NEVER} if it stands still before it. */
        public Instant real(Instant shown) {
            if (segments.isEmpty()) {
                return shown;
            }
            Segment first = segments.get(0);
            if (shown.isBefore(first.shownFrom())) {
                return new Segment(first.realFrom(), first.shownFrom(), 1).real(shown);
            }
            for (int i = 0; i < segments.size() - 1; i++) {
                Instant end = segments.get(i + 1).realFrom();
                if (!segments.get(i + 1).shownFrom().isBefore(shown)) {
                    Instant reached = segments.get(i).real(shown);
                    return reached.isBefore(end) ? reached : end;
                }
            }
            Segment last = segments.get(segments.size() - 1);
            return shown.equals(last.shownFrom()) ? last.realFrom() : last.real(shown);
        }
    }
}
