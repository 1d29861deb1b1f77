package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.Ballots;
import id.deskpemilu.election.Candidate;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.shared.RegionCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The dapil and the candidates of one real DPRD, imported as files and compared desa by desa with what the published data
 * say. Two of its dapil split a kecamatan. The data are not part of this project; the regency gets another number here.
 */
class LabuhanbatuSelatanListsIT extends RunningDesk {

    private static final Path DATA = Path.of("../shared/data");
    private static final Path STATIONS = DATA.resolve("wilayah/kpu_tps_pemilu2024_seed.csv");
    private static final Path DAPIL = DATA.resolve("pileg2024/dapil_wilayah_seed.csv");
    private static final Path CANDIDATES = DATA.resolve("pileg2024/dct_caleg_seed.csv");
    private static final String REAL = "1222";
    private static final String REGENCY = "9522";
    private static final String CODE = "uji-dprd-labusel";
    private static final String CONTEST = "/elections/" + CODE + "/contests/dprd-kab";

    @Autowired
    private Ballots ballots;

    @Autowired
    private Contests contests;

    @BeforeAll
    static void need_the_data() {
        assumeTrue(
                Files.isReadable(STATIONS) && Files.isReadable(DAPIL) && Files.isReadable(CANDIDATES),
                "the published data do not lie beside the project in " + DATA);
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void every_desa_gets_the_candidates_of_its_dapil() throws Exception {
        go_home();
        testElections.assign("admin", "ADMIN", REGENCY);
        List<CSVRecord> stations = read(STATIONS).stream()
                .filter(row -> row.get("kode_kab").equals(REAL))
                .toList();
        Set<String> villages =
                stations.stream().map(row -> row.get("kode_kel")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(villages).hasSize(54);
        List<CSVRecord> candidates = read(CANDIDATES).stream()
                .filter(row -> row.get("jenis").equals("dprdkk")
                        && row.get("kode_dapil").startsWith(REAL))
                .toList();
        Map<String, String> dapilOf = dapilOf(villages);
        assertThat(dapilOf).hasSize(54);

        post("admin", "/elections", Map.of("code", CODE, "name", "Uji DPRD", "date", "2024-02-14", "phase", "ACTIVE"));
        Map<String, String> files = Map.of(
                "regions", regions(stations),
                "stations", "kode;dpt_l;dpt_p\n" + lines(villages, village -> moved(village) + "001;;"),
                "ballots", parties(),
                "dapil",
                        "jenis;dapil;nama;desa\n"
                                + lines(
                                        dapilOf.keySet(),
                                        village -> "dprd-kab;" + dapilOf.get(village) + ";Dapil " + dapilOf.get(village)
                                                + ";" + moved(village)),
                "candidates",
                        "jenis;dapil;partai;nomor;nama\n"
                                + lines(
                                        candidates,
                                        row -> "dprd-kab;" + row.get("kode_dapil") + ";" + row.get("nomor_partai") + ";"
                                                + row.get("nomor_urut") + ";\""
                                                + row.get("nama").replace("\"", "\"\"") + "\""));
        Answer imported = upload("admin", CODE, files, false);
        assertThat(imported.status()).as("%s", imported.body()).isEqualTo(200);
        assertThat(imported.at("plan").path("dapil").path("added").asInt()).isEqualTo(54);
        assertThat(imported.at("plan").path("candidates").path("added").asInt()).isEqualTo(404);
        Answer again = upload("admin", CODE, files, false);
        assertThat(again.at("plan").path("candidates").path("unchanged").asInt())
                .isEqualTo(404);
        assertThat(again.body().findValuesAsString("added")).containsOnly("0");
        assertThat(again.body().findValuesAsString("changed")).containsOnly("0");
        assertThat(post("admin", CONTEST + "/open", null).status()).isEqualTo(200);

        Contest contest = contests.get(CODE, "dprd-kab");
        for (String village : villages) {
            Ballot ballot = ballots.of(contest, 1, new RegionCode(moved(village)));
            Set<String> expected = candidates.stream()
                    .filter(row -> row.get("kode_dapil").equals(dapilOf.get(village)))
                    .map(row -> row.get("nomor_partai") + "." + row.get("nomor_urut") + " "
                            + row.get("nama").strip())
                    .collect(Collectors.toSet());
            Set<String> found = new TreeSet<>();
            ballot.lists().forEach((party, list) -> {
                for (Candidate candidate : list) {
                    found.add(party + "." + candidate.number() + " " + candidate.name());
                }
            });
            assertThat(found).as(village).isEqualTo(expected);
            assertThat(ballot.choices()).hasSize(18);
        }
        // one kecamatan, two dapil
        assertThat(dapilOf.get("1222032004")).isEqualTo("122203");
        assertThat(dapilOf.get("1222032001")).isEqualTo("122204");
        assertThat(sizeIn(contest, "1222032004")).isEqualTo(84);
        assertThat(sizeIn(contest, "1222032001")).isEqualTo(57);
    }

    private int sizeIn(Contest contest, String village) {
        return ballots.of(contest, 1, new RegionCode(moved(village))).lists().values().stream()
                .mapToInt(List::size)
                .sum();
    }

    /** By desa: a row of the published map is a whole kecamatan, or a desa of one that is split. */
    private static Map<String, String> dapilOf(Set<String> villages) throws Exception {
        Map<String, String> dapilOf = new TreeMap<>();
        for (CSVRecord row : read(DAPIL)) {
            if (row.get("kode_dapil").startsWith(REAL)
                    && !row.get("tingkatan_wilayah").startsWith("Pecahan")) {
                villages.stream()
                        .filter(village -> village.startsWith(row.get("kode_wilayah")))
                        .forEach(village -> dapilOf.put(village, row.get("kode_dapil")));
            }
        }
        return dapilOf;
    }

    private static String regions(List<CSVRecord> stations) {
        Set<String> lines = new TreeSet<>(Set.of("95;PROVINSI UJI"));
        for (CSVRecord row : stations) {
            lines.add(REGENCY + ";" + row.get("kab"));
            lines.add(moved(row.get("kode_kec")) + ";" + row.get("kec"));
            lines.add(moved(row.get("kode_kel")) + ";" + row.get("kel"));
        }
        return "kode;nama\n" + lines(lines, line -> line);
    }

    /** The parties that have candidates in any contest. */
    private static String parties() throws Exception {
        Map<Integer, String> parties = new TreeMap<>();
        for (CSVRecord row : read(CANDIDATES)) {
            if (!row.get("nomor_partai").isEmpty()) {
                parties.put(Integer.valueOf(row.get("nomor_partai")), row.get("partai"));
            }
        }
        return "jenis;wilayah;nomor;nama\n"
                + lines(
                        parties.entrySet(),
                        party -> "dprd-kab;" + REGENCY + ";" + party.getKey() + ";" + party.getValue());
    }

    private static String moved(String code) {
        return REGENCY + code.substring(REAL.length());
    }

    private static <T> String lines(Iterable<T> all, java.util.function.Function<T, String> line) {
        StringBuilder text = new StringBuilder();
        all.forEach(one -> text.append(line.apply(one)).append('\n'));
        return text.toString();
    }

    private static List<CSVRecord> read(Path file) throws Exception {
        try (CSVParser parser = CSVParser.builder()
                .setPath(file)
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())
                .get()) {
            return parser.getRecords();
        }
    }
}
