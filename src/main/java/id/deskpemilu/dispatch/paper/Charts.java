package id.deskpemilu.dispatch.paper;

import id.deskpemilu.board.chart.Band;
import id.deskpemilu.board.map.RegionMap;
import id.deskpemilu.dispatch.paper.kit.Canvas;
import id.deskpemilu.dispatch.paper.kit.Canvas.Ink;
import id.deskpemilu.dispatch.paper.kit.Canvas.Point;
import id.deskpemilu.dispatch.paper.kit.Face;
import id.deskpemilu.dispatch.paper.kit.Figure;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.Snapshot.Arrived;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Option;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawings of a letter. All choices of a ballot are drawn alike, in the order of the ballot. */
final class Charts {

    private static final Ink BAR = new Ink(0.27, 0.38, 0.52);
    private static final Ink AXIS = Ink.grey(0.55);
    private static final Ink FAINT = Ink.grey(0.85);
    private static final float SMALL = 7.5f;
    private static final int WHOLE = 100;
    private static final int TENTH = 10;
    private static final int QUARTER = 25;
    private static final Pattern STEP = Pattern.compile("[MLlmz]|-?\\d+");

    /** From white to dark, one for each {@link Band}. */
    private static final List<Ink> SHADES = List.of(
            Ink.grey(1),
            new Ink(0.87, 0.91, 0.95),
            new Ink(0.70, 0.78, 0.87),
            new Ink(0.48, 0.60, 0.74),
            new Ink(0.27, 0.38, 0.52));

    private final LetterTexts texts;
    private final Snapshot snapshot;

    Charts(LetterTexts texts, Snapshot snapshot) {
        this.texts = texts;
        this.snapshot = snapshot;
    }

    /** The votes as bars, by ballot number; the longest one is at most as long as there is room. */
    Figure bars(OfContest contest) {
        Figures whole = contest.whole();
        long given = whole.given();
        float row = contest.choices().size() > TENTH ? 9.5f : 13;
        float size = contest.choices().size() > TENTH ? 7 : SMALL;
        StringBuilder alt = new StringBuilder(texts.of("results.bars")).append(": ");
        long most = 1;
        for (Option choice : contest.choices()) {
            long votes = whole.votes().getOrDefault(choice.number(), 0L);
            most = Math.max(most, votes);
            alt.append(choice.number())
                    .append(" = ")
                    .append(Indonesian.percent(votes, given))
                    .append("; ");
        }
        // the scale ends with the next ten per cent
        double share = given == 0 ? WHOLE : (double) WHOLE * most / given;
        double end = Math.min(WHOLE, Math.ceil(share / TENTH) * TENTH);
        float height = row * contest.choices().size() + 14;
        return Figure.of(alt.toString(), height, 8, (canvas, width, tall) -> {
            double left = 22;
            double room = width - left - 92;
            for (int mark = 0; mark <= end; mark += end > WHOLE / 2.0 ? 2 * TENTH : TENTH) {
                double x = left + room * mark / end;
                canvas.pen(FAINT)
                        .line(x, 11, x, tall - 1, 0.4)
                        .ink(Ink.grey(0.35))
                        .centred(Face.REGULAR, 6.5f, x, 2, mark + " %");
            }
            double y = tall - row;
            for (Option choice : contest.choices()) {
                long votes = whole.votes().getOrDefault(choice.number(), 0L);
                double length = given == 0 ? 0 : room * WHOLE * votes / given / end;
                double foot = y + row * 0.32;
                canvas.ink(Ink.BLACK)
                        .right(Face.BOLD, size, left - 6, foot, Integer.toString(choice.number()))
                        .ink(BAR)
                        .fill(left, y + row * 0.14, length, row * 0.72)
                        .ink(Ink.BLACK)
                        .text(
                                Face.REGULAR,
                                size,
                                left + length + 4,
                                foot,
                                Indonesian.number(votes) + " (" + Indonesian.percent(votes, given) + ")");
                y -= row;
            }
            canvas.pen(AXIS).line(left, 11, left, tall - 1, 0.6).pen(Ink.BLACK);
        });
    }

    /** How many stations had reported by when, a line for each contest. */
    Figure arrivals(float height) {
        StringBuilder alt = new StringBuilder(texts.of("results.arrivals")).append(": ");
        for (OfContest contest : snapshot.contests()) {
            alt.append(name(contest))
                    .append(" ")
                    .append(Indonesian.percent(
                            contest.whole().reported(), contest.whole().stations()))
                    .append("; ");
        }
        return Figure.of(alt.toString(), height, 8, this::paintArrivals);
    }

    /** Whether there is a line to draw. */
    boolean hasArrivals() {
        return snapshot.contests().stream()
                .anyMatch(contest -> contest.arrivals().size() > 1);
    }

    private void paintArrivals(Canvas canvas, float width, float height) {
        Instant first = snapshot.shown();
        for (OfContest contest : snapshot.contests()) {
            for (Arrived arrived : contest.arrivals()) {
                first = arrived.at().isBefore(first) ? arrived.at() : first;
            }
        }
        ZonedDateTime from = first.atZone(snapshot.region().zone().id()).truncatedTo(ChronoUnit.HOURS);
        ZonedDateTime to = snapshot.shown().atZone(snapshot.region().zone().id());
        double hours = Math.max(1, Duration.between(from, to).toMinutes() / 60.0);
        double left = 26;
        double right = width - 30;
        double bottom = 14 + 10.0 * snapshot.contests().size();
        double top = height - 6.0;
        for (int mark = 0; mark <= WHOLE; mark += QUARTER) {
            double y = bottom + (top - bottom) * mark / WHOLE;
            canvas.pen(mark == 0 ? AXIS : FAINT)
                    .line(left, y, right, y, 0.4)
                    .ink(Ink.grey(0.35))
                    .right(Face.REGULAR, 6.5f, left - 4, y - 2, mark + " %");
        }
        int step = (int) Math.max(1, Math.ceil(hours / 6));
        for (int hour = 0; hour <= hours; hour += step) {
            double x = left + (right - left) * hour / hours;
            canvas.centred(
                    Face.REGULAR,
                    6.5f,
                    x,
                    bottom - 9,
                    Indonesian.clock(
                            from.plusHours(hour).toInstant(), snapshot.region().zone()));
        }
        int number = 0;
        for (OfContest contest : snapshot.contests()) {
            List<Point> line = new ArrayList<>();
            double y = bottom;
            for (Arrived arrived : contest.arrivals()) {
                double x = left
                        + (right - left)
                                * (Duration.between(from.toInstant(), arrived.at())
                                                .toSeconds()
                                        / 3600.0)
                                / hours;
                y = bottom
                        + (top - bottom)
                                * arrived.reported()
                                / Math.max(1, contest.whole().stations());
                line.add(new Point(Math.min(x, right), Math.min(y, top)));
            }
            line.add(new Point(right, y));
            double dash = number == 0 ? 0 : 1.5 + 2 * number;
            canvas.pen(BAR).dashes(dash).polyline(line, 1.1).dashes(0);
            double legend = left;
            double at = bottom - 21 - 10.0 * number;
            canvas.dashes(dash).line(legend, at + 2, legend + 16, at + 2, 1.1).dashes(0);
            canvas.ink(Ink.BLACK)
                    .text(
                            Face.REGULAR,
                            6.5f,
                            legend + 20,
                            at,
                            name(contest) + ", "
                                    + Indonesian.percent(
                                            contest.whole().reported(),
                                            contest.whole().stations()));
            number++;
        }
        canvas.pen(Ink.BLACK);
    }

    private String name(OfContest contest) {
        return texts.contest(contest);
    }

    /** The parts of the region by the share that has reported, in all contests together. */
    Figure map(RegionMap map, float height) {
        Map<RegionCode, Integer> numbers = new HashMap<>();
        Map<RegionCode, long[]> shares = new HashMap<>();
        for (OfContest contest : snapshot.contests()) {
            int number = 0;
            for (Part part : contest.parts()) {
                number++;
                numbers.putIfAbsent(part.code(), number);
                long[] share = shares.computeIfAbsent(part.code(), none -> new long[2]);
                share[0] += part.figures().reported();
                share[1] += part.figures().stations();
            }
        }
        return Figure.of(texts.of("results.map"), height, 8, (canvas, width, tall) -> {
            double room = tall - 13.0;
            double scale = Math.min(width / (double) RegionMap.WIDTH, room / map.height());
            double left = (width - RegionMap.WIDTH * scale) / 2;
            canvas.pen(Ink.grey(0.3));
            for (RegionMap.Shape shape : map.shapes()) {
                long[] share = shares.getOrDefault(shape.region(), new long[2]);
                canvas.ink(SHADES.get(Band.of(share[0], share[1]).ordinal()));
                rings(shape.path(), scale, left, tall).forEach(canvas::outline);
                canvas.fillAndStroke(0.4);
            }
            for (RegionMap.Shape shape : map.shapes()) {
                Integer number = numbers.get(shape.region());
                if (number != null) {
                    long[] share = shares.get(shape.region());
                    boolean dark = Band.of(share[0], share[1]).compareTo(Band.UNDER_100) >= 0;
                    canvas.ink(dark ? Ink.grey(1) : Ink.BLACK)
                            .centred(
                                    Face.BOLD,
                                    6,
                                    left + shape.x() * scale,
                                    tall - shape.y() * scale - 2,
                                    Integer.toString(number));
                }
            }
            paintBands(canvas, width);
        });
    }

    private void paintBands(Canvas canvas, float width) {
        String[] words = texts.of("results.map.band").split("\\|", -1);
        double each = (double) width / SHADES.size();
        for (int i = 0; i < SHADES.size(); i++) {
            canvas.ink(SHADES.get(i))
                    .fill(i * each, 1, 8, 6)
                    .pen(Ink.grey(0.3))
                    .frame(i * each, 1, 8, 6, 0.4)
                    .ink(Ink.BLACK)
                    .text(Face.REGULAR, 6, i * each + 10, 1.5, i < words.length ? words[i] : "");
        }
        canvas.pen(Ink.BLACK);
    }

    /** The corners of a path of whole numbers: M with a point, l with steps, z. */
    private static List<List<Point>> rings(String path, double scale, double left, double top) {
        List<List<Point>> rings = new ArrayList<>();
        Matcher steps = STEP.matcher(path);
        char command = 'M';
        double x = 0;
        double y = 0;
        while (steps.find()) {
            String step = steps.group();
            if (Character.isLetter(step.charAt(0))) {
                command = step.charAt(0);
                if (command == 'M') {
                    rings.add(new ArrayList<>());
                }
                continue;
            }
            double right = Double.parseDouble(step);
            if (!steps.find() || rings.isEmpty()) {
                break;
            }
            double down = Double.parseDouble(steps.group());
            boolean absolute = Character.isUpperCase(command);
            x = absolute ? right : x + right;
            y = absolute ? down : y + down;
            rings.get(rings.size() - 1).add(new Point(left + x * scale, top - y * scale));
        }
        return rings;
    }
}
