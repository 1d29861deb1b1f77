package id.deskpemilu.board.map;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outlines of regions from a GeoJSON file (RFC 7946) as maps of Indonesia come in practice. */
final class GeoJson {

    /** The largest file, in bytes. */
    static final int LARGEST = 12 * 1024 * 1024;

    private static final int DEEPEST = 32;
    private static final int MOST_POINTS = 600_000;
    private static final int MOST_LISTED = 10;
    private static final int SMALLEST_RING = 4;
    private static final double WHOLE_TURN = 180.0;

    /** Where Indonesia lies, with some sea around it, in degrees. */
    private static final Box INDONESIA = new Box(93, -12.5, 143, 8);

    /** Names of the property that holds the code, as they are met; compared without case and underscores. */
    private static final Set<String> CODE_NAMES = Set.of(
            "kode",
            "code",
            "kodekec",
            "kodekecamatan",
            "kdkecamatan",
            "kdkec",
            "kodekemendagri",
            "kodewilayah",
            "kdcpum",
            "kdppum",
            "kdepum",
            "kodedesa",
            "kddesa",
            "kodekeldesa",
            "kodekpu",
            "regioncode",
            "idkec",
            "iddesa",
            "id");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private record Box(double west, double south, double east, double north) {

        boolean contains(double lon, double lat) {
            return lon >= west && lon <= east && lat >= south && lat <= north;
        }
    }

    /** A closed line of longitudes and latitudes in degrees; the first point is not repeated at the end. */
    record Line(double[] lon, double[] lat) {

        int size() {
            return lon.length;
        }
    }

    private int points;

    private GeoJson() {}

    /**
     * The rings of each region that the file names, outer and inner ones alike.
     *
     * @param content the file
     * @throws Refusal {@code MAP_TOO_LARGE}, {@code MAP_NO_JSON}, {@code MAP_NO_COLLECTION}, {@code MAP_NO_POLYGONS},
     *     {@code MAP_NO_CODES}, {@code MAP_SWAPPED}, {@code MAP_PROJECTED}, {@code MAP_ELSEWHERE}
     */
    static Map<RegionCode, List<Line>> read(byte[] content) {
        if (content.length > LARGEST) {
            throw Refusal.invalid("MAP_TOO_LARGE", LARGEST >> 20);
        }
        return new GeoJson().regions(parse(content));
    }

    private static JsonNode parse(byte[] content) {
        try {
            JsonNode root = JSON.readTree(content);
            if (root == null || !root.isObject()) {
                throw Refusal.invalid("MAP_NO_JSON");
            }
            return root;
        } catch (JacksonException e) {
            throw Refusal.invalid("MAP_NO_JSON");
        }
    }

    private Map<RegionCode, List<Line>> regions(JsonNode root) {
        JsonNode features = root.path("features");
        if (!"FeatureCollection".equals(root.path("type").asString("")) || !features.isArray()) {
            throw Refusal.invalid("MAP_NO_COLLECTION", root.path("type").asString("?"));
        }
        Map<RegionCode, List<Line>> regions = new TreeMap<>();
        List<String> uncoded = new ArrayList<>();
        int number = 0;
        for (JsonNode feature : features) {
            number++;
            List<Line> rings = rings(feature.path("geometry"));
            if (rings.isEmpty()) {
                continue;
            }
            Optional<RegionCode> code = code(feature);
            if (code.isPresent()) {
                regions.computeIfAbsent(code.get(), none -> new ArrayList<>()).addAll(rings);
            } else if (uncoded.size() < MOST_LISTED) {
                uncoded.add(name(feature, number));
            }
        }
        if (regions.isEmpty() && uncoded.isEmpty()) {
            throw Refusal.invalid("MAP_NO_POLYGONS");
        }
        if (!uncoded.isEmpty()) {
            throw Refusal.invalid("MAP_NO_CODES", String.join(", ", uncoded));
        }
        return regions;
    }

    private static String name(JsonNode feature, int number) {
        for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
            if (property.getKey().toLowerCase(Locale.ROOT).matches(".*(nam|name).*")
                    && !property.getValue().asString("").isBlank()) {
                return property.getValue().asString("");
            }
        }
        return "#" + number;
    }

    /**
     * A code of a kecamatan or desa under one of the usual names, or the feature's own {@code id}; the longest one, since a
     * desa often names its kecamatan too.
     */
    private static Optional<RegionCode> code(JsonNode feature) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        feature.path("properties").properties().forEach(property -> {
            String name = property.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            if (CODE_NAMES.contains(name)) {
                found.put(name, property.getValue());
            }
        });
        found.put("feature", feature.path("id"));
        return found.values().stream()
                .map(value -> value.asString("").strip())
                .filter(RegionCode::isValid)
                .map(RegionCode::of)
                .filter(code -> code.level().compareTo(RegionCode.Level.DISTRICT) >= 0)
                .max(Comparator.comparing(RegionCode::level));
    }

    private List<Line> rings(JsonNode geometry) {
        List<Line> rings = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> add(rings, ring));
            case "MultiPolygon" ->
                geometry.path("coordinates").forEach(polygon -> polygon.forEach(ring -> add(rings, ring)));
            case "GeometryCollection" -> geometry.path("geometries").forEach(one -> rings.addAll(rings(one)));
            default -> {
                // points and lines are no outlines
            }
        }
        return rings;
    }

    private void add(List<Line> rings, JsonNode ring) {
        int size = ring.size();
        if (size < SMALLEST_RING) {
            return;
        }
        points += size;
        if (points > MOST_POINTS) {
            throw Refusal.invalid("MAP_TOO_LARGE", LARGEST >> 20);
        }
        boolean closed = ring.get(0).equals(ring.get(size - 1));
        int length = closed ? size - 1 : size;
        double[] lon = new double[length];
        double[] lat = new double[length];
        for (int i = 0; i < length; i++) {
            JsonNode point = ring.get(i);
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                throw Refusal.invalid("MAP_NO_POLYGONS");
            }
            lon[i] = point.path(0).asDouble(Double.NaN);
            lat[i] = point.path(1).asDouble(Double.NaN);
            check(lon[i], lat[i]);
        }
        rings.add(new Line(lon, lat));
    }

    private static void check(double lon, double lat) {
        if (INDONESIA.contains(lon, lat)) {
            return;
        }
        String place = "%s, %s".formatted(lon, lat);
        if (INDONESIA.contains(lat, lon)) {
            throw Refusal.invalid("MAP_SWAPPED", place);
        }
        if (Math.abs(lon) > WHOLE_TURN || Math.abs(lat) > WHOLE_TURN / 2) {
            throw Refusal.invalid("MAP_PROJECTED", place);
        }
        throw Refusal.invalid("MAP_ELSEWHERE", place);
    }
}
