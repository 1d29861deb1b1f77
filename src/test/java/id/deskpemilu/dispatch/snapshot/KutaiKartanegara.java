package id.deskpemilu.dispatch.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.RunningDesk;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;

/**
 * What the 2,269 TPS of Kutai Kartanegara published in February 2024, brought into the desk through the API as operators
 * would have sent it. Only rows with votes and administration are a form; the other stations have not reported. The data
 * are not part of this project.
 */
public abstract class KutaiKartanegara extends RunningDesk {

    protected static final String REGENCY = "6402";
    protected static final String ELECTION = "uji-kukar";
    protected static final int STATIONS = 2269;

    private static final Path ROWS = Path.of("../shared/data/pilpres2024/ppwp_tps_6402_kutai_kartanegara.csv");
    private static final String CONTEST = "/elections/" + ELECTION + "/contests/ppwp";
    private static final List<String> ADMINISTRATION =
            List.of("pemilih_dpt", "pengguna_dpt", "pengguna_dptb", "pengguna_dpk", "pengguna_total");
    private static final int THREADS = 4;

    /** The published row of a TPS. */
    protected record Row(Map<String, String> cells) {

        public String get(String column) {
            return cells.getOrDefault(column, "");
        }

        public String station() {
            return get("kode_tps");
        }

        public String district() {
            return get("kode_kec");
        }

        /** The figure in a field, by the desk's code. */
        public long figure(String field) {
            return Long.parseLong(published(field));
        }

        /** Whether it has all that the form has. */
        public boolean isForm() {
            return fields().noneMatch(field -> published(field).isEmpty());
        }

        private String published(String field) {
            return get(field.replace("pengguna_dpk", "pengguna_non_dpt"));
        }

        static Stream<String> fields() {
            return Stream.concat(
                    Stream.of("suara_1", "suara_2", "suara_3", "suara_sah", "suara_tidak_sah", "suara_total"),
                    ADMINISTRATION.stream()
                            .flatMap(row -> Stream.of("_l", "_p", "_j").map(row::concat)));
        }
    }

    @BeforeAll
    static void need_the_data() {
        assumeTrue(Files.isReadable(ROWS), "the published data do not lie beside the project: " + ROWS);
    }

    /** All rows of the file. */
    protected static List<Row> rows() {
        try (Reader reader = Files.newBufferedReader(ROWS);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.stream().map(CSVRecord::toMap).map(Row::new).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings the rows in, unless another test has; the people have their roles there afterwards. */
    protected void bringIn() throws Exception {
        boolean there = testElections.count("select count(*) from desk.election where code = ?", ELECTION) > 0;
        testElections.dismiss();
        testElections.assign("admin", "ADMIN", "64");
        testElections.assign("operator.melati", "OPERATOR", REGENCY);
        testElections.assign("supervisor", "SUPERVISOR", REGENCY);
        if (!there) {
            setUp(rows());
            send(rows().stream().filter(Row::isForm).toList());
        }
    }

    private void setUp(List<Row> rows) {
        Answer created = post(
                "admin",
                "/elections",
                Map.of("code", ELECTION, "name", "Uji PPWP 2024", "date", "2024-02-14", "phase", "ACTIVE"));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        Set<String> regions = new LinkedHashSet<>(
                List.of("kode;nama;zona", "64;KALIMANTAN TIMUR;", REGENCY + ";KUTAI KARTANEGARA;WITA"));
        StringBuilder stations = new StringBuilder("kode,dpt_l,dpt_p\n");
        for (Row row : rows) {
            regions.add(row.district() + ";" + name(row.get("kec")) + ";");
            regions.add(row.get("kode_kel") + ";" + name(row.get("kel")) + ";");
            stations.append(row.station()).append(",,\n");
        }
        Answer imported = upload(
                "admin",
                ELECTION,
                Map.of(
                        "regions",
                        String.join("\n", regions),
                        "stations",
                        stations.toString(),
                        "ballots",
                        "jenis;wilayah;nomor;nama\nppwp;64;1;Paslon 1\nppwp;64;2;Paslon 2\nppwp;64;3;Paslon 3\n"),
                false);
        assertThat(imported.status()).as("%s", imported.body()).isEqualTo(200);
        Answer defined = send(
                "admin", "PUT", CONTEST, Map.of("area", "64", "leftOut", List.of("BALLOTS", "DISABILITY")), Map.of());
        assertThat(defined.status()).as("%s", defined.body()).isEqualTo(200);
        Answer opened = post("admin", CONTEST + "/open", null);
        assertThat(opened.at("cases").asInt()).as("%s", opened.body()).isEqualTo(STATIONS);
    }

    private static String name(String slug) {
        return slug.replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    private void send(List<Row> forms) throws Exception {
        long begin = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Answer>> submissions = new ArrayList<>();
            forms.forEach(row -> submissions.add(() -> submit(
                    "operator.melati", CONTEST + "/reports/" + row.station(), "kukar-" + row.station(), paper(row))));
            for (Future<Answer> answer : threads.invokeAll(submissions)) {
                assertThat(answer.get().status()).as("%s", answer.get().body()).isEqualTo(201);
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf("%,d forms sent in %.1f s%n", forms.size(), (System.nanoTime() - begin) / 1e9);
    }

    /** As an operator sends it who finds on the paper what the rules do not expect. */
    private static Map<String, Object> paper(Row row) {
        Map<String, Long> figures = new TreeMap<>();
        Map<String, Long> votes = new TreeMap<>();
        Row.fields().forEach(field -> {
            if (field.matches("suara_\\d")) {
                votes.put(field.substring("suara_".length()), row.figure(field));
            } else {
                figures.put(field, row.figure(field));
            }
        });
        Map<String, String> reasons = new HashMap<>();
        IntStream.rangeClosed(1, 9).forEach(n -> reasons.put("H" + n, "tertulis begitu"));
        IntStream.rangeClosed(1, 6).forEach(n -> reasons.put("S" + n, "tertulis begitu"));
        return Map.of("figures", figures, "votes", votes, "confirmed", true, "explanations", reasons);
    }
}
