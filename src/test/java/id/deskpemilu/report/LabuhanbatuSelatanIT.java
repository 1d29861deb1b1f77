package id.deskpemilu.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.RunningDesk;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one real regency's TPS published in February 2024, through the API as a program would send it; the findings are
 * compared, TPS by TPS, with a count that knows nothing of the desk's rules. The data are not part of this project.
 */
class LabuhanbatuSelatanIT extends RunningDesk {

    private static final Path DATA = Path.of("../shared/data");
    private static final Path STATIONS = DATA.resolve("wilayah/kpu_tps_pemilu2024_seed.csv");
    private static final Path RESULTS = DATA.resolve("pilpres2024/ppwp_tps_1222_labuhanbatu_selatan.csv");
    private static final String REGENCY = "1222";
    private static final String ELECTION = "/elections/uji-labusel";
    private static final String CONTEST = ELECTION + "/contests/ppwp";
    private static final List<String> ROWS =
            List.of("pemilih_dpt", "pengguna_dpt", "pengguna_dptb", "pengguna_dpk", "pengguna_total");
    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void need_the_data() {
        assumeTrue(
                Files.isReadable(STATIONS) && Files.isReadable(RESULTS),
                "the published data do not lie beside the project in " + DATA);
    }

    @AfterEach
    void go_home() {
        List.of("admin", "operator.melati", "supervisor").forEach(testElections::unassign);
    }

    /** The published figures of one TPS, by the desk's field codes; votes under suara_1 to suara_3. */
    private record Row(String tps, Map<String, Integer> figures) {

        int get(String field) {
            return figures.get(field);
        }

        String district() {
            return tps.substring(0, 6);
        }

        int votes() {
            return get("suara_1") + get("suara_2") + get("suara_3");
        }
    }

    @Test
    void the_desk_finds_what_an_independent_count_finds() throws Exception {
        List<CSVRecord> stations = read(STATIONS).stream()
                .filter(row -> row.get("kode_kab").equals(REGENCY))
                .toList();
        assertThat(stations).hasSize(1025);
        List<Row> rows = results();
        assertThat(rows).hasSize(278);

        setUp(stations);
        Map<String, Set<String>> found = new TreeMap<>();
        long begin = System.nanoTime();
        for (Row row : rows) {
            submit(row)
                    .forEach(rule ->
                            found.computeIfAbsent(rule, key -> new TreeSet<>()).add(row.tps()));
        }
        System.out.printf("278 submissions in %.1f s%n", (System.nanoTime() - begin) / 1e9);

        Map<String, Set<String>> expected = independentCount(rows);
        System.out.println("rule   shown  independent");
        for (String rule : expected.keySet()) {
            System.out.printf(
                    "%-6s %5d  %11d%n",
                    rule,
                    found.getOrDefault(rule, Set.of()).size(),
                    expected.get(rule).size());
        }
        // what follows from another finding is not shown; that every rule is counted right is tested beside the rules
        for (String rule : expected.keySet()) {
            assertThat(expected.get(rule)).as(rule).containsAll(found.getOrDefault(rule, Set.of()));
        }
        for (String rule : List.of("H1", "H3", "S2")) {
            assertThat(found.get(rule)).as(rule).isEqualTo(expected.get(rule));
        }
        assertThat(stationsOf(found, expected.keySet())).isEqualTo(stationsOf(expected, expected.keySet()));
        assertThat(expected.get("H3")).hasSize(7);
        assertThat(expected.get("H4")).isEmpty();
        assertThat(expected.get("H5")).hasSize(15);
        assertThat(expected.get("H2 J")).hasSize(9);

        whoHasReported(stations, rows);
        votesSoFar(rows, expected.get("S2"));
    }

    /** The stations that break one of the rules. */
    private static Set<String> stationsOf(Map<String, Set<String>> broken, Set<String> rules) {
        Set<String> stations = new TreeSet<>();
        broken.forEach((rule, tps) -> {
            if (rules.contains(rule)) {
                stations.addAll(tps);
            }
        });
        return stations;
    }

    private void setUp(List<CSVRecord> stations) throws Exception {
        go_home();
        testElections.assign("admin", "ADMIN", "12");
        Answer created = post(
                "admin",
                "/elections",
                Map.of("code", "uji-labusel", "name", "Uji PPWP 2024", "date", "2024-02-14", "phase", "ACTIVE"));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);

        Map<String, String> files = files(stations);
        JsonNode preview = upload("?preview=true", files, 200);
        assertThat(preview.at("/plan/stations/added").asInt()).isEqualTo(1025);
        assertThat(testElections.count("select count(*) from desk.station where code like '1222%'"))
                .isZero();
        JsonNode imported = upload("", files, 200);
        assertThat(imported.at("/plan/stations/added").asInt()).isEqualTo(1025);
        assertThat(imported.at("/plan/regions/added").asInt()).isEqualTo(2 + 5 + 54);
        assertThat(imported.path("accounts")).isEmpty();
        JsonNode again = upload("", files, 200);
        assertThat(again.findValuesAsString("added")).containsOnly("0");
        assertThat(again.findValuesAsString("changed")).containsOnly("0");

        Answer defined = send(
                "admin", "PUT", CONTEST, Map.of("area", "12", "leftOut", List.of("BALLOTS", "DISABILITY")), Map.of());
        assertThat(defined.status()).as("%s", defined.body()).isEqualTo(200);
        long begin = System.nanoTime();
        Answer opened = post("admin", CONTEST + "/open", null);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(200);
        assertThat(opened.at("cases").asInt()).isEqualTo(1025);
        System.out.printf("1,025 cases opened in %.1f s%n", (System.nanoTime() - begin) / 1e9);
    }

    private static Map<String, String> files(List<CSVRecord> stations) {
        Set<String> regions = new LinkedHashSet<>(List.of("kode;nama;zona", "12;SUMATERA UTARA;"));
        StringBuilder tps = new StringBuilder("kode,dpt_l,dpt_p\n");
        for (CSVRecord row : stations) {
            regions.add(REGENCY + ";" + row.get("kab") + ";WIB");
            regions.add(row.get("kode_kec") + ";" + row.get("kec") + ";");
            regions.add(row.get("kode_kel") + ";" + row.get("kel") + ";");
            tps.append(row.get("kode_tps")).append(",,\n");
        }
        String ballots = "jenis;wilayah;nomor;nama\nppwp;12;1;Paslon 1\nppwp;12;2;Paslon 2\nppwp;12;3;Paslon 3\n";
        String operators = """
                akun;nama;telepon;wilayah;peran
                operator.melati;Melati Operator;;12.22;operator
                supervisor;Supervisor Simulasi;;12.22;supervisor
                """;
        return Map.of(
                "regions",
                String.join("\n", regions),
                "stations",
                tps.toString(),
                "ballots",
                ballots,
                "operators",
                operators);
    }

    private JsonNode upload(String query, Map<String, String> files, int status) throws Exception {
        String boundary = "desk-boundary-7d3f";
        StringBuilder body = new StringBuilder();
        files.forEach((name, content) -> body.append(
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                                .formatted(boundary, name, name))
                .append(content)
                .append("\r\n"));
        body.append("--").append(boundary).append("--\r\n");
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/api/v1" + ELECTION + "/imports" + query))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Authorization", "Bearer " + token("admin"))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8))
                .build();
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    /** Sends one TPS, and says which rules it breaks; H2 by its columns too. */
    private Set<String> submit(Row row) {
        Map<String, Integer> figures = new HashMap<>(row.figures());
        figures.keySet().removeIf(field -> field.matches("suara_\\d"));
        Map<String, String> explanations = new HashMap<>();
        IntStream.rangeClosed(1, 9).forEach(n -> explanations.put("H" + n, "tertulis begitu"));
        IntStream.rangeClosed(1, 6).forEach(n -> explanations.put("S" + n, "tertulis begitu"));
        Answer receipt = submit(
                "operator.melati",
                CONTEST + "/reports/" + row.tps(),
                "labusel-" + row.tps(),
                Map.of(
                        "figures",
                        figures,
                        "votes",
                        Map.of("1", row.get("suara_1"), "2", row.get("suara_2"), "3", row.get("suara_3")),
                        "confirmed",
                        true,
                        "explanations",
                        explanations));
        assertThat(receipt.status()).as("%s %s", row.tps(), receipt.body()).isEqualTo(201);
        Set<String> rules = new TreeSet<>();
        for (JsonNode finding : receipt.at("findings")) {
            String code = finding.path("code").asString();
            rules.add(code);
            if (code.equals("H2")) {
                String total = lastField(finding);
                rules.add("H2 " + total.substring(total.length() - 1).toUpperCase());
            }
        }
        return rules;
    }

    private static String lastField(JsonNode finding) {
        return finding.path("fields").get(finding.path("fields").size() - 1).asString();
    }

    /** The rules in plain arithmetic, from domain knowledge alone. */
    private static Map<String, Set<String>> independentCount(List<Row> rows) {
        Map<String, Predicate<Row>> broken = new LinkedHashMap<>();
        broken.put(
                "H1",
                row -> ROWS.stream()
                        .anyMatch(code -> row.get(code + "_l") + row.get(code + "_p") != row.get(code + "_j")));
        for (String column : List.of("l", "p", "j")) {
            broken.put(
                    "H2 " + column.toUpperCase(),
                    row -> row.get("pengguna_dpt_" + column)
                                    + row.get("pengguna_dptb_" + column)
                                    + row.get("pengguna_dpk_" + column)
                            != row.get("pengguna_total_" + column));
        }
        broken.put("H2", broken.get("H2 L").or(broken.get("H2 P")).or(broken.get("H2 J")));
        broken.put("H3", row -> row.votes() != row.get("suara_sah"));
        broken.put("H4", row -> row.get("suara_sah") + row.get("suara_tidak_sah") != row.get("suara_total"));
        broken.put("H5", row -> row.get("suara_total") != row.get("pengguna_total_j"));
        broken.put(
                "H7",
                row -> Stream.of("l", "p", "j")
                        .anyMatch(column -> row.get("pengguna_dpt_" + column) > row.get("pemilih_dpt_" + column)));
        broken.put(
                "H9",
                row -> Stream.of("suara_1", "suara_2", "suara_3")
                                .anyMatch(paslon -> row.get(paslon) > row.get("suara_sah"))
                        || row.get("suara_sah") > row.get("suara_total"));
        broken.put(
                "S2",
                row -> row.get("suara_total")
                        > row.get("pemilih_dpt_j") + (int) Math.ceil(row.get("pemilih_dpt_j") * 2 / 100.0));
        Map<String, Set<String>> counted = new TreeMap<>();
        broken.forEach((rule, isBroken) -> {
            Set<String> tps = new TreeSet<>();
            rows.stream().filter(isBroken).forEach(row -> tps.add(row.tps()));
            counted.put(rule, tps);
        });
        return counted;
    }

    private void whoHasReported(List<CSVRecord> stations, List<Row> rows) {
        JsonNode whole =
                get("supervisor", CONTEST + "/progress?region=" + REGENCY).body();
        assertThat(whole.at("/whole/all").asInt()).isEqualTo(1025);
        assertThat(whole.at("/whole/reported").asInt()).isEqualTo(278);
        assertThat(whole.at("/whole/missing").asInt()).isEqualTo(747);
        assertThat(whole.path("parts")).hasSize(5);
        for (JsonNode part : whole.path("parts")) {
            String district = part.path("region").asString();
            long all = stations.stream()
                    .filter(row -> row.get("kode_kec").equals(district))
                    .count();
            long reported =
                    rows.stream().filter(row -> row.district().equals(district)).count();
            assertThat(part.path("all").asLong()).as(district).isEqualTo(all);
            assertThat(part.path("reported").asLong()).as(district).isEqualTo(reported);
            assertThat(part.path("missing").asLong()).as(district).isEqualTo(all - reported);
            JsonNode inside =
                    get("supervisor", CONTEST + "/progress?region=" + district).body();
            long sum = 0;
            for (JsonNode village : inside.path("parts")) {
                assertThat(village.path("reported").asInt()
                                + village.path("missing").asInt())
                        .isEqualTo(village.path("all").asInt());
                sum += village.path("all").asInt();
            }
            assertThat(sum).as(district).isEqualTo(all);
        }
    }

    private void votesSoFar(List<Row> rows, Set<String> apart) {
        JsonNode recap = get("supervisor", CONTEST + "/recap?region=" + REGENCY).body();
        compare(recap.path("whole"), rows, apart);
        for (JsonNode part : recap.path("parts")) {
            compare(
                    part,
                    rows.stream()
                            .filter(row ->
                                    row.district().equals(part.path("region").asString()))
                            .toList(),
                    apart);
        }
    }

    private static void compare(JsonNode recap, List<Row> rows, Set<String> apart) {
        List<Row> counted =
                rows.stream().filter(row -> !apart.contains(row.tps())).toList();
        for (int n : new int[] {1, 2, 3}) {
            assertThat(recap.path("votes").path(String.valueOf(n)).asLong())
                    .as("%s paslon %s", recap.path("region"), n)
                    .isEqualTo(sum(counted, "suara_" + n));
        }
        assertThat(recap.path("valid").asLong()).isEqualTo(sum(counted, "suara_sah"));
        assertThat(recap.path("invalid").asLong()).isEqualTo(sum(counted, "suara_tidak_sah"));
        List<Row> second =
                rows.stream().filter(row -> apart.contains(row.tps())).toList();
        assertThat(recap.at("/apart/reports").asInt()).isEqualTo(second.size());
        assertThat(recap.at("/apart/votes").asLong()).isEqualTo(sum(second, "suara_total"));
    }

    private static long sum(List<Row> rows, String field) {
        return rows.stream().mapToLong(row -> row.get(field)).sum();
    }

    /** The rows that have votes and administration. */
    private static List<Row> results() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (CSVRecord published : read(RESULTS)) {
            Map<String, Integer> figures = new HashMap<>();
            boolean whole = true;
            List<String> fields = new ArrayList<>(
                    List.of("suara_1", "suara_2", "suara_3", "suara_sah", "suara_tidak_sah", "suara_total"));
            ROWS.forEach(code -> Stream.of("_l", "_p", "_j").forEach(column -> fields.add(code + column)));
            for (String field : fields) {
                String text = published.get(field.replace("pengguna_dpk", "pengguna_non_dpt"));
                whole &= !text.isEmpty();
                if (!text.isEmpty()) {
                    figures.put(field, Integer.valueOf(text));
                }
            }
            if (whole) {
                rows.add(new Row(published.get("kode_tps"), figures));
            }
        }
        return rows;
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        }
    }
}
