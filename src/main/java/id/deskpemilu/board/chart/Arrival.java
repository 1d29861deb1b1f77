package id.deskpemilu.board.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The line of arrival: how many stations have reported by the hour, beside how many were to have by the plan.
 *
 * <p>The drawing is {@value #WIDTH} × {@value #HEIGHT} units; the two lines run between {@value #LEFT} and {@value #RIGHT}
 * and between {@value #TOP} (all stations) and {@value #BOTTOM} (none).
 *
 * @param actual the points of the reported as an SVG polyline; empty before the first
 * @param plan the points of the plan; empty without a plan
 * @param area the outline under the line of the reported
 * @param hours the marks of the time axis
 * @param shares the marks of the axis of shares
 * @param actualEnd where the line of the reported is labelled; null without one
 * @param planEnd where the plan is labelled; null without one
 * @param rows the same numbers as a table, one row per hour, fewer if the line is long
 */
public record Arrival(
        String actual,
        String plan,
        String area,
        List<Mark> hours,
        List<Mark> shares,
        @Nullable End actualEnd,
        @Nullable End planEnd,
        List<Row> rows) {

    /** Width of the drawing. */
    public static final int WIDTH = 440;

    /** Height of the drawing. */
    public static final int HEIGHT = 190;

    /** Left end of the time axis. */
    public static final int LEFT = 34;

    /** Right end of the time axis; the labels of the lines stand to the right of it. */
    public static final int RIGHT = 368;

    /** Where all stations are. */
    public static final int TOP = 12;

    /** Where no station is. */
    public static final int BOTTOM = 164;

    /** Nothing to draw. */
    public static final Arrival NOTHING = new Arrival("", "", "", List.of(), List.of(), null, null, List.of());

    private static final int LABEL_HEIGHT = 31;
    private static final int MOST_HOURS = 7;
    private static final int MOST_ROWS = 24;
    private static final int DAY = 24;
    private static final int PERCENT = 100;
    private static final int QUARTER = 25;
    private static final double TENTH = 10.0;

    /**
     * A point of a line.
     *
     * @param at the time that is shown
     * @param stations how many have reported by then, or were to have
     */
    public record Point(Instant at, double stations) {}

    /** A mark of an axis at {@code at}. */
    public record Mark(double at, String label) {}

    /** The end of a line: its dot at {@code x}, {@code y}; its label at {@code labelY}; its share in percent. */
    public record End(double x, double y, double labelY, int percent) {

        private End labelled(double at) {
            return new End(x, y, at, percent);
        }
    }

    /**
     * A row of the table.
     *
     * @param at the hour
     * @param reported how many had reported; null for an hour that is still to come
     * @param planned how many were to have; null without a plan
     */
    public record Row(
            ZonedDateTime at,
            @Nullable Long reported,
            @Nullable Long planned) {}

    /** Whether the line runs over more than two days: then hours need their date. */
    public boolean isLong() {
        return !rows.isEmpty()
                && isLong(rows.get(0).at(), rows.get(rows.size() - 1).at());
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return actual.isEmpty() && plan.isEmpty();
    }

    /**
     * Draws the lines.
     *
     * @param actual of the reported, by time; the last point is now
     * @param plan of the plan, by time; may be empty
     * @param all stations
     * @param zone of the place
     */
    public static Arrival of(List<Point> actual, List<Point> plan, long all, ZoneId zone) {
        if (all == 0 || actual.isEmpty() && plan.isEmpty()) {
            return NOTHING;
        }
        Instant first = first(actual, plan);
        Instant last = last(actual, plan);
        ZonedDateTime from = first.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime to = last.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        if (to.toInstant().isBefore(last) || !to.isAfter(from)) {
            to = to.plusHours(1);
        }
        Scale scale = new Scale(from.toInstant(), to.toInstant(), all);
        End actualEnd = actual.isEmpty() ? null : scale.end(actual.get(actual.size() - 1));
        End planEnd = plan.isEmpty() ? null : scale.end(plan.get(plan.size() - 1));
        if (actualEnd != null && planEnd != null) {
            double between = actualEnd.y() - planEnd.y();
            if (Math.abs(between) < LABEL_HEIGHT) {
                double middle = (actualEnd.y() + planEnd.y()) / 2;
                double half = LABEL_HEIGHT / 2.0;
                double upper = Math.min(Math.max(middle - half, TOP), BOTTOM - (double) LABEL_HEIGHT);
                boolean planAbove = between >= 0;
                planEnd = planEnd.labelled(planAbove ? upper : upper + LABEL_HEIGHT);
                actualEnd = actualEnd.labelled(planAbove ? upper + LABEL_HEIGHT : upper);
            }
        }
        String line = scale.line(actual);
        return new Arrival(
                line,
                scale.line(plan),
                line.isEmpty()
                        ? ""
                        : "%s,%d %s %s,%d"
                                .formatted(
                                        number(scale.x(actual.get(0).at())),
                                        BOTTOM,
                                        line,
                                        number(scale.x(
                                                actual.get(actual.size() - 1).at())),
                                        BOTTOM),
                hourMarks(from, to, scale),
                shareMarks(),
                actualEnd,
                planEnd,
                hourly(actual, plan, from, to));
    }

    private static Instant first(List<Point> actual, List<Point> plan) {
        Instant first = actual.isEmpty() ? plan.get(0).at() : actual.get(0).at();
        return plan.isEmpty() || first.isBefore(plan.get(0).at())
                ? first
                : plan.get(0).at();
    }

    private static Instant last(List<Point> actual, List<Point> plan) {
        Instant last =
                actual.isEmpty() ? Instant.MIN : actual.get(actual.size() - 1).at();
        Instant planned =
                plan.isEmpty() ? Instant.MIN : plan.get(plan.size() - 1).at();
        return last.isAfter(planned) ? last : planned;
    }

    private static List<Mark> hourMarks(ZonedDateTime from, ZonedDateTime to, Scale scale) {
        long step = step(from, to, MOST_HOURS);
        boolean days = isLong(from, to);
        List<Mark> marks = new ArrayList<>();
        for (ZonedDateTime at = from; !at.isAfter(to); at = at.plusHours(step)) {
            marks.add(new Mark(
                    rounded(scale.x(at.toInstant())),
                    days ? "%d/%d".formatted(at.getDayOfMonth(), at.getMonthValue()) : "%02d".formatted(at.getHour())));
        }
        return marks;
    }

    /** Whole hours between two marks so that there are not too many; whole days if the line runs over days. */
    private static long step(ZonedDateTime from, ZonedDateTime to, int most) {
        long length = ChronoUnit.HOURS.between(from, to);
        long step = Math.max(1, (length + most - 1) / most);
        return isLong(from, to) ? (step + DAY - 1) / DAY * DAY : step;
    }

    private static boolean isLong(ZonedDateTime from, ZonedDateTime to) {
        return ChronoUnit.HOURS.between(from, to) > 2 * DAY;
    }

    private static List<Mark> shareMarks() {
        List<Mark> marks = new ArrayList<>();
        for (int percent = 0; percent <= PERCENT; percent += QUARTER) {
            marks.add(
                    new Mark(rounded(BOTTOM - (BOTTOM - TOP) * percent / (double) PERCENT), Integer.toString(percent)));
        }
        return marks;
    }

    private static List<Row> hourly(List<Point> actual, List<Point> plan, ZonedDateTime from, ZonedDateTime to) {
        List<Row> rows = new ArrayList<>();
        Instant now =
                actual.isEmpty() ? Instant.MIN : actual.get(actual.size() - 1).at();
        long step = step(from, to, MOST_ROWS);
        for (ZonedDateTime at = from; !at.isAfter(to); at = at.plusHours(step)) {
            Instant hour = at.toInstant();
            rows.add(new Row(
                    at,
                    hour.isAfter(now) ? null : Math.round(value(actual, hour, false)),
                    plan.isEmpty() ? null : Math.round(value(plan, hour, true))));
        }
        return rows;
    }

    /** The value of a line at a time: of the plan between two points, of the reported at the last point before. */
    private static double value(List<Point> line, Instant at, boolean between) {
        Point before = null;
        for (Point point : line) {
            if (point.at().isAfter(at)) {
                if (before == null) {
                    return 0;
                }
                if (!between) {
                    return before.stations();
                }
                double share = (double) Duration.between(before.at(), at).toMillis()
                        / Duration.between(before.at(), point.at()).toMillis();
                return before.stations() + share * (point.stations() - before.stations());
            }
            before = point;
        }
        return before == null ? 0 : before.stations();
    }

    private static double rounded(double value) {
        return Math.round(value * TENTH) / TENTH;
    }

    private static String number(double value) {
        double rounded = rounded(value);
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private record Scale(Instant from, Instant to, long all) {

        double x(Instant at) {
            double share = (double) Duration.between(from, at).toMillis()
                    / Duration.between(from, to).toMillis();
            return LEFT + share * (RIGHT - LEFT);
        }

        double y(double stations) {
            return BOTTOM - Math.min(stations / all, 1) * (BOTTOM - TOP);
        }

        String line(List<Point> points) {
            StringBuilder line = new StringBuilder();
            for (Point point : points) {
                if (line.length() > 0) {
                    line.append(' ');
                }
                line.append(number(x(point.at()))).append(',').append(number(y(point.stations())));
            }
            return line.toString();
        }

        End end(Point point) {
            double y = rounded(y(point.stations()));
            double label = Math.min(Math.max(y, TOP), BOTTOM - LABEL_HEIGHT / 2.0);
            return new End(rounded(x(point.at())), y, label, (int)
                    Math.floor(PERCENT * Math.min(1, point.stations() / all)));
        }
    }
}
