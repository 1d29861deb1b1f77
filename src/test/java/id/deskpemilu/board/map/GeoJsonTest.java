package id.deskpemilu.board.map;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps as people have them, read or refused with a reason; and made small without gaps between neighbours. */
class GeoJsonTest {

    private static final Path DATA = Path.of("../shared/data/geo");

    static String square(String properties, double lon, double lat) {
        return """
                {"type":"Feature","properties":{%s},"geometry":{"type":"Polygon","coordinates":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}}""".formatted(properties, lon, lat, lon + 0.1, lat, lon + 0.1, lat + 0.1, lon, lat + 0.1, lon, lat);
    }

    static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static Map<RegionCode, List<GeoJson.Line>> read(String json) {
        return GeoJson.read(json.getBytes(UTF_8));
    }

    private static void refused(String json, String code) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "kode, 99.01.01",
        "code, 990101",
        "kd_kecamatan, 990101",
        "KODE_KEC, 990101",
        "Kode Kecamatan, 99.01.01",
        "KDCPUM, 99.01.01",
        "kode_kpu, 990101"
    })
    void the_code_is_found_under_its_usual_names_in_both_spellings(String name, String code) {
        assertThat(read(collection(square("\"nama\":\"Sukajaya\",\"%s\":\"%s\"".formatted(name, code), 113, -8))))
                .containsOnlyKeys(RegionCode.of("990101"));
    }

    @Test
    void a_number_is_a_code_too_and_a_desa_counts_before_its_kecamatan() {
        assertThat(read(collection(square("\"kode_kec\":990101,\"kode_desa\":9901012001", 113, -8))))
                .containsOnlyKeys(RegionCode.of("9901012001"));
    }

    @Test
    void several_features_of_a_region_are_one_outline() {
        Map<RegionCode, List<GeoJson.Line>> read =
                read(collection(square("\"kode\":\"990101\"", 113, -8), square("\"kode\":\"990101\"", 114, -8)));
        assertThat(read.get(RegionCode.of("990101"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bukan JSON", "[1, 2]", "{\"type\":", "<kml/>"})
    void what_is_no_json_is_refused(String content) {
        refused(content, "MAP_NO_JSON");
    }

    @Test
    void json_that_is_no_collection_of_polygons_is_refused() {
        refused("{\"type\":\"Topology\",\"objects\":{}}", "MAP_NO_COLLECTION");
        refused(collection(), "MAP_NO_POLYGONS");
        refused(
                collection(
                        "{\"type\":\"Feature\",\"properties\":{\"kode\":\"990101\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,-8]}}"),
                "MAP_NO_POLYGONS");
    }

    @Test
    void shapes_without_a_code_are_named() {
        assertThatThrownBy(() -> read(collection(
                        square("\"kode\":\"990101\"", 113, -8),
                        square("\"NAMOBJ\":\"Mekarsari\",\"kode\":\"7\"", 113, -8))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("MAP_NO_CODES");
                    assertThat(refusal.arguments()).containsExactly("Mekarsari");
                });
    }

    @Test
    void wrong_coordinates_are_told_apart() {
        refused(collection(square("\"kode\":\"990101\"", -8, 113)), "MAP_SWAPPED");
        refused(collection(square("\"kode\":\"990101\"", 780_000, 9_100_000)), "MAP_PROJECTED");
        refused(collection(square("\"kode\":\"990101\"", 4.9, 52.4)), "MAP_ELSEWHERE");
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_read() {
        assertThatThrownBy(() -> GeoJson.read(new byte[GeoJson.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("MAP_TOO_LARGE"));
    }

    @Test
    void north_is_up_and_east_is_right() {
        List<RegionMap.Shape> shapes = Outlines.of(read(collection(
                        square("\"kode\":\"990101\"", 113, -8),
                        square("\"kode\":\"990102\"", 113.2, -8),
                        square("\"kode\":\"990103\"", 113, -8.3))))
                .shapes();
        assertThat(shapes.get(1).x()).isGreaterThan(shapes.get(0).x());
        assertThat(shapes.get(2).y()).isGreaterThan(shapes.get(0).y());
        assertThat(shapes.get(0).path()).matches("M\\d+ \\d+l[-\\d ]+z");
    }

    @Test
    void a_border_that_two_regions_share_is_thinned_alike_on_both_sides() {
        Random random = new Random(7);
        List<String> border = new ArrayList<>();
        for (int step = 0; step <= 4000; step++) {
            border.add("[%s,%s]".formatted(113.5 + (random.nextDouble() - 0.5) / 300, -8 + step / 10_000.0));
        }
        List<String> back = new ArrayList<>(border);
        java.util.Collections.reverse(back);
        String west = "[[[113.2,-8.0]," + String.join(",", border) + ",[113.2,-7.6],[113.2,-8.0]]]";
        String east = "[[[113.9,-7.6]," + String.join(",", back) + ",[113.9,-8.0],[113.9,-7.6]]]";
        Outlines outlines = Outlines.of(read(collection(polygon("990101", west), polygon("990102", east))));
        List<RegionMap.Shape> shapes = outlines.shapes();
        Set<String> one = points(shapes.get(0).path());
        Set<String> other = points(shapes.get(1).path());
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        assertThat(shared).as("points of the border on both sides").hasSizeGreaterThan(20);
        assertThat(one).hasSize(shared.size() + 2);
        assertThat(other).hasSize(shared.size() + 2);
    }

    private static String polygon(String code, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"kode\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":%s}}"
                .formatted(code, coordinates);
    }

    /** The points of a path, in units of the map. */
    private static Set<String> points(String path) {
        String[] parts = path.substring(1, path.length() - 1).split("l");
        String[] start = parts[0].split(" ");
        int x = Integer.parseInt(start[0]);
        int y = Integer.parseInt(start[1]);
        Set<String> points = new HashSet<>(Set.of(x + "," + y));
        java.util.regex.Matcher step =
                java.util.regex.Pattern.compile("(-?\\d+) ?(-?\\d+)").matcher(parts[1]);
        while (step.find()) {
            x += Integer.parseInt(step.group(1));
            y += Integer.parseInt(step.group(2));
            points.add(x + "," + y);
        }
        return points;
    }

    @Test
    void real_maps_are_read_and_fit_into_a_page() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the real maps do not lie beside the project");
        try (Stream<Path> files = Files.list(DATA)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".geojson")).toList()) {
                Map<RegionCode, List<GeoJson.Line>> read = GeoJson.read(Files.readAllBytes(file));
                Outlines outlines = Outlines.of(read);
                List<RegionMap.Shape> shapes = outlines.shapes();
                int weight =
                        shapes.stream().mapToInt(shape -> shape.path().length()).sum();
                System.out.println(file.getFileName() + ": " + shapes.size() + " shapes, " + weight
                        + " characters, height " + outlines.height());
                assertThat(shapes).as(file.toString()).hasSameSizeAs(read.keySet());
                assertThat(weight).as(file.toString()).isBetween(100, Outlines.BUDGET);
                assertThat(shapes).allSatisfy(shape -> assertThat(shape.path()).matches("(M\\d+ \\d+l[-\\d ]+z)+"));
            }
        }
    }
}
