package id.deskpemilu.board.map;

import id.deskpemilu.board.map.GeoJson.Line;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes outlines small enough for a page. They are laid into a box {@link RegionMap#WIDTH} wide, then the points are taken
 * away that matter least (Visvalingam and Whyatt 1993: the point whose triangle with its neighbours has the smallest area),
 * until all paths together fit. Points where borders meet stay, and equal triangles are judged by their place alone: a
 * border that two regions share is thinned alike on both sides and leaves no gap.
 */
final class Outlines {

    /** How many characters the paths of a map may have together. */
    static final int BUDGET = 11_000;

    private static final int MARGIN = 6;
    private static final int TALLEST = 1400;
    private static final double FIRST_AREA = 6;
    private static final double GROWTH = 1.6;
    private static final int TRIANGLE = 3;
    private static final int MEETING = 3;

    private record Point(double x, double y) {}

    private final Map<RegionCode, List<List<Point>>> rings;
    private final Set<Point> fixed;
    private final int height;

    private Outlines(Map<RegionCode, List<List<Point>>> rings, int height) {
        this.rings = rings;
        this.height = height;
        this.fixed = meetings(rings);
    }

    /** Height of the box that the paths are drawn in. */
    int height() {
        return height;
    }

    /** Lays the lines into the box: north is up, a degree of longitude as wide as it is at this latitude. */
    static Outlines of(Map<RegionCode, List<Line>> lines) {
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (List<Line> all : lines.values()) {
            for (Line line : all) {
                for (int i = 0; i < line.size(); i++) {
                    west = Math.min(west, line.lon()[i]);
                    east = Math.max(east, line.lon()[i]);
                    south = Math.min(south, line.lat()[i]);
                    north = Math.max(north, line.lat()[i]);
                }
            }
        }
        double narrowing = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max((east - west) * narrowing, 1e-9);
        double tall = Math.max(north - south, 1e-9);
        double room = (double) RegionMap.WIDTH - 2 * MARGIN;
        double scale = Math.min(room / wide, (TALLEST - 2.0 * MARGIN) / tall);
        double left = (RegionMap.WIDTH - wide * scale) / 2;
        Map<RegionCode, List<List<Point>>> rings = new TreeMap<>();
        for (Map.Entry<RegionCode, List<Line>> region : lines.entrySet()) {
            List<List<Point>> placed = new ArrayList<>();
            for (Line line : region.getValue()) {
                List<Point> ring = new ArrayList<>();
                for (int i = 0; i < line.size(); i++) {
                    Point point = new Point((int) Math.round(left + (line.lon()[i] - west) * narrowing * scale), (int)
                            Math.round(MARGIN + (north - line.lat()[i]) * scale));
                    if (ring.isEmpty() || !ring.get(ring.size() - 1).equals(point)) {
                        ring.add(point);
                    }
                }
                if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
                    ring.remove(ring.size() - 1);
                }
                if (ring.size() >= TRIANGLE) {
                    placed.add(ring);
                }
            }
            if (!placed.isEmpty()) {
                rings.put(region.getKey(), placed);
            }
        }
        return new Outlines(rings, (int) Math.ceil(tall * scale) + 2 * MARGIN);
    }

    /** The shapes, thinned until they fit. */
    List<RegionMap.Shape> shapes() {
        double area = FIRST_AREA;
        List<RegionMap.Shape> shapes = thinned(area);
        while (weight(shapes) > BUDGET && area < RegionMap.WIDTH * (double) RegionMap.WIDTH) {
            area *= GROWTH;
            shapes = thinned(area);
        }
        return shapes;
    }

    private static int weight(List<RegionMap.Shape> shapes) {
        return shapes.stream().mapToInt(shape -> shape.path().length()).sum();
    }

    private List<RegionMap.Shape> thinned(double area) {
        List<RegionMap.Shape> shapes = new ArrayList<>();
        rings.forEach((region, all) -> {
            List<Point> largest = all.stream()
                    .max(Comparator.comparingDouble(ring -> Math.abs(area(ring))))
                    .orElseThrow();
            StringBuilder path = new StringBuilder();
            for (List<Point> ring : all) {
                boolean islet = ring != largest && Math.abs(area(ring)) < area * 2;
                if (!islet) {
                    append(path, thin(ring, area));
                }
            }
            Point label = middle(largest);
            shapes.add(new RegionMap.Shape(region, path.toString(), whole(label.x()), whole(label.y())));
        });
        return shapes;
    }

    /** Points that have more than two neighbours in all rings together: there borders meet or part. */
    private static Set<Point> meetings(Map<RegionCode, List<List<Point>>> rings) {
        Map<Point, Set<Point>> neighbours = new HashMap<>();
        rings.values()
                .forEach(all -> all.forEach(ring -> {
                    for (int i = 0; i < ring.size(); i++) {
                        Set<Point> near = neighbours.computeIfAbsent(ring.get(i), point -> new HashSet<>());
                        near.add(ring.get((i + 1) % ring.size()));
                        near.add(ring.get((i + ring.size() - 1) % ring.size()));
                    }
                }));
        Set<Point> meetings = new HashSet<>();
        neighbours.forEach((point, near) -> {
            if (near.size() >= MEETING) {
                meetings.add(point);
            }
        });
        return meetings;
    }

    private static final class Corner {
        private final Point point;
        private Corner before;
        private Corner after;
        private double weight;
        private boolean gone;

        Corner(Point point) {
            this.point = point;
            this.before = this;
            this.after = this;
        }

        double area() {
            return Math.abs((before.point.x() - point.x()) * (after.point.y() - point.y())
                            - (after.point.x() - point.x()) * (before.point.y() - point.y()))
                    / 2;
        }
    }

    private record Candidate(double weight, Corner corner) {}

    private List<Point> thin(List<Point> ring, double least) {
        List<Corner> corners = new ArrayList<>();
        ring.forEach(point -> corners.add(new Corner(point)));
        PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparingDouble(Candidate::weight)
                .thenComparingDouble(candidate -> candidate.corner().point.x())
                .thenComparingDouble(candidate -> candidate.corner().point.y()));
        for (int i = 0; i < corners.size(); i++) {
            corners.get(i).after = corners.get((i + 1) % corners.size());
            corners.get(i).before = corners.get((i + corners.size() - 1) % corners.size());
        }
        corners.forEach(corner -> weigh(corner, 0, queue));
        int left = corners.size();
        for (Candidate next = queue.poll(); next != null && left > TRIANGLE; next = queue.poll()) {
            Corner corner = next.corner();
            if (corner.gone || next.weight() != corner.weight) {
                continue;
            }
            if (next.weight() >= least) {
                break;
            }
            corner.gone = true;
            left--;
            corner.before.after = corner.after;
            corner.after.before = corner.before;
            weigh(corner.before, next.weight(), queue);
            weigh(corner.after, next.weight(), queue);
        }
        return corners.stream()
                .filter(corner -> !corner.gone)
                .map(corner -> corner.point)
                .toList();
    }

    private void weigh(Corner corner, double atLeast, PriorityQueue<Candidate> queue) {
        if (!fixed.contains(corner.point)) {
            corner.weight = Math.max(corner.area(), atLeast);
            queue.add(new Candidate(corner.weight, corner));
        }
    }

    /** Writes the ring in whole units; points that then lie on each other are written once. */
    private static void append(StringBuilder path, List<Point> ring) {
        int x = whole(ring.get(0).x());
        int y = whole(ring.get(0).y());
        path.append('M').append(x).append(' ').append(y).append('l');
        boolean first = true;
        for (Point next : ring) {
            int right = whole(next.x()) - x;
            int down = whole(next.y()) - y;
            if (right == 0 && down == 0) {
                continue;
            }
            if (!first && right >= 0) {
                path.append(' ');
            }
            path.append(right);
            if (down >= 0) {
                path.append(' ');
            }
            path.append(down);
            x += right;
            y += down;
            first = false;
        }
        if (first) {
            path.append("0 0");
        }
        path.append('z');
    }

    private static int whole(double value) {
        return (int) Math.round(value);
    }

    private static double area(List<Point> ring) {
        double area = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            area += a.x() * b.y() - b.x() * a.y();
        }
        return area / 2;
    }

    /** The centre of gravity; where that lies outside (a sickle), the middle of the widest stretch at its height. */
    private static Point middle(List<Point> ring) {
        double area = area(ring);
        if (Math.abs(area) < 1) {
            return ring.get(0);
        }
        double x = 0;
        double y = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            double cross = a.x() * b.y() - b.x() * a.y();
            x += (a.x() + b.x()) * cross;
            y += (a.y() + b.y()) * cross;
        }
        double middleX = x / (6 * area);
        double middleY = y / (6 * area);
        List<Double> crossings = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            if (a.y() > middleY != b.y() > middleY) {
                crossings.add(a.x() + (middleY - a.y()) * (b.x() - a.x()) / (b.y() - a.y()));
            }
        }
        crossings.sort(Comparator.naturalOrder());
        double widest = 0;
        double best = middleX;
        for (int i = 0; i + 1 < crossings.size(); i += 2) {
            double from = crossings.get(i);
            double to = crossings.get(i + 1);
            if (middleX >= from && middleX <= to) {
                best = middleX;
                break;
            }
            if (to - from > widest) {
                widest = to - from;
                best = (from + to) / 2;
            }
        }
        return new Point(best, middleY);
    }
}
