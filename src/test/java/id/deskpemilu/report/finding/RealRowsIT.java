package id.deskpemilu.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Form.SectionKey;
import id.deskpemilu.report.FormMother;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.finding.Surroundings.Neighbour;
import id.deskpemilu.shared.StationCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules on every row that two regencies published in February 2024, against plain arithmetic on the published file that
 * knows nothing of the desk's code. The data are not part of this project. Sections II and III were never published.
 */
class RealRowsIT {

    private static final Path DATA = Path.of("../shared/data/pilpres2024");
    private static final Form FORM = FormMother.pemilu().without(EnumSet.of(SectionKey.BALLOTS, SectionKey.DISABILITY));
    private static final List<String> VOTES = List.of("suara_1", "suara_2", "suara_3");
    private static final List<String> TOTALS = List.of("suara_sah", "suara_tidak_sah", "suara_total");
    private static final List<String> ROWS =
            List.of("pemilih_dpt", "pengguna_dpt", "pengguna_dptb", "pengguna_non_dpt", "pengguna_total");
    private static final List<String> COLUMNS = List.of("_l", "_p", "_j");

    /**
     * A regency and what was measured in its file beforehand.
     *
     * @param counts H1, H2 J, H2 L or P, H3, H4, H5, H7 in J, S2, and any of H1, H2 J, H3, H4, H5
     */
    record Regency(String file, int administration, int both, List<Integer> counts) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Regency> regencies() {
        return Stream.of(
                new Regency("1222_labuhanbatu_selatan", 280, 278, List.of(16, 9, 13, 7, 0, 15, 2, 8, 33)),
                new Regency("6402_kutai_kartanegara", 958, 944, List.of(50, 28, 40, 32, 4, 46, 6, 20, 113)));
    }

    /** One published row: the station and its figures by the names of the file. */
    private record Row(StationCode station, Map<String, Integer> figures) {

        int get(String field) {
            return figures.get(field);
        }

        boolean hasVotes() {
            return figures.keySet().containsAll(VOTES);
        }

        int sumOfVotes() {
            return VOTES.stream().mapToInt(this::get).sum();
        }

        Tally tally() {
            Map<String, Integer> own = new HashMap<>();
            figures.forEach((field, value) -> own.put(field.replace("pengguna_non_dpt", "pengguna_dpk"), value));
            own.keySet().removeAll(VOTES);
            return new Tally(
                    own, hasVotes() ? Map.of(1, get("suara_1"), 2, get("suara_2"), 3, get("suara_3")) : Map.of());
        }
    }

    @ParameterizedTest
    @MethodSource("regencies")
    void the_rules_find_what_plain_arithmetic_finds(Regency regency) throws IOException {
        Path file = DATA.resolve("ppwp_tps_" + regency.file() + ".csv");
        assumeTrue(Files.isReadable(file), "the published data do not lie beside the project in " + DATA);
        List<Row> rows = read(file);
        List<Row> both = rows.stream().filter(Row::hasVotes).toList();
        assertThat(rows).hasSize(regency.administration());
        assertThat(both).hasSize(regency.both());

        Map<String, Counted> published = new LinkedHashMap<>();
        plainArithmetic().forEach((rule, broken) -> published.put(rule, count(rows, broken)));
        Map<String, Counted> found = new TreeMap<>();
        for (String rule : published.keySet()) {
            found.put(rule, count(rows, row -> (int) ReportRules.check(FORM, row.tally()).stream()
                    .filter(violation -> rule(violation).contains(rule))
                    .count()));
        }
        System.out.printf("%n%s: %d rows, %d with votes%n", regency.file(), rows.size(), both.size());
        System.out.println("rule     stations: desk  file   findings: desk  file");
        published.forEach((rule, counted) -> System.out.printf(
                "%-6s %15d %5d %16d %5d%n",
                rule,
                found.get(rule).stations().size(),
                counted.stations().size(),
                found.get(rule).findings(),
                counted.findings()));
        published.forEach(
                (rule, counted) -> assertThat(found.get(rule)).as(rule).isEqualTo(counted));

        everyRowThatBreaksARule(rows, published);
        asMeasuredBefore(regency, both, published);
        besideTheDesa(both);
        likelyCells(both);
    }

    /**
     * How often a rule is broken.
     *
     * @param stations where
     * @param findings how many sums or bounds of these stations
     */
    private record Counted(Set<String> stations, int findings) {}

    private static Counted count(List<Row> rows, ToIntFunction<Row> broken) {
        Set<String> stations = new TreeSet<>();
        int findings = 0;
        for (Row row : rows) {
            int here = broken.applyAsInt(row);
            findings += here;
            if (here > 0) {
                stations.add(row.station().digits());
            }
        }
        return new Counted(stations, findings);
    }

    /** The names under which a violation is counted: its code, and for H2 and H7 the column, which their last field has. */
    private static List<String> rule(Violation violation) {
        String code = violation.code().name();
        boolean total = violation.fields().get(violation.fields().size() - 1).endsWith("_j");
        return switch (violation.code()) {
            case H2 -> List.of(code, total ? "H2 J" : "H2 LP");
            case H7 -> total ? List.of(code, "H7 J") : List.of(code);
            default -> List.of(code);
        };
    }

    /** How many sums or bounds of each rule a row breaks, from domain knowledge alone. */
    private static Map<String, ToIntFunction<Row>> plainArithmetic() {
        Map<String, ToIntFunction<Row>> rules = new LinkedHashMap<>();
        rules.put(
                "H1", row -> times(ROWS, code -> row.get(code + "_l") + row.get(code + "_p") != row.get(code + "_j")));
        Function<Row, Function<String, Boolean>> kinds = row -> column -> row.get("pengguna_dpt" + column)
                        + row.get("pengguna_dptb" + column)
                        + row.get("pengguna_non_dpt" + column)
                != row.get("pengguna_total" + column);
        rules.put("H2", row -> times(COLUMNS, kinds.apply(row)));
        rules.put("H2 J", row -> times(List.of("_j"), kinds.apply(row)));
        rules.put("H2 LP", row -> times(List.of("_l", "_p"), kinds.apply(row)));
        rules.put("H3", row -> row.hasVotes() && row.sumOfVotes() != row.get("suara_sah") ? 1 : 0);
        rules.put("H4", row -> row.get("suara_sah") + row.get("suara_tidak_sah") == row.get("suara_total") ? 0 : 1);
        rules.put("H5", row -> row.get("suara_total") == row.get("pengguna_total_j") ? 0 : 1);
        rules.put(
                "H7",
                row -> times(COLUMNS, column -> row.get("pengguna_dpt" + column) > row.get("pemilih_dpt" + column)));
        rules.put("H7 J", row -> row.get("pengguna_dpt_j") > row.get("pemilih_dpt_j") ? 1 : 0);
        rules.put(
                "H9",
                row -> (row.hasVotes() ? times(VOTES, vote -> row.get(vote) > row.get("suara_sah")) : 0)
                        + (row.get("suara_sah") > row.get("suara_total") ? 1 : 0));
        rules.put(
                "S2",
                row -> row.get("suara_total")
                                > row.get("pemilih_dpt_j") + Math.ceil(row.get("pemilih_dpt_j") * 2 / 100.0)
                        ? 1
                        : 0);
        rules.put("S2D", row -> row.get("pemilih_dpt_j") > 300 ? 1 : 0);
        rules.put("S5", row -> row.get("pengguna_total_j") > row.get("pemilih_dpt_j") ? 1 : 0);
        rules.put(
                "S6",
                row -> (row.get("suara_total") == 0 || row.get("suara_tidak_sah") > row.get("suara_total") / 5.0
                                ? 1
                                : 0)
                        + (row.hasVotes()
                                        && times(VOTES, vote -> row.get(vote) > 0) == 1
                                        && row.sumOfVotes() == row.get("suara_sah")
                                ? 1
                                : 0));
        return rules;
    }

    private static int times(List<String> of, Function<String, Boolean> broken) {
        return (int) of.stream().filter(broken::apply).count();
    }

    /** Also after what follows from other findings was left out. */
    private static void everyRowThatBreaksARule(List<Row> rows, Map<String, Counted> published) {
        Set<String> inconsistent = new TreeSet<>();
        published.values().forEach(counted -> inconsistent.addAll(counted.stations()));
        Set<String> flagged = new TreeSet<>();
        int raw = 0;
        int shown = 0;
        for (Row row : rows) {
            Function<Tally, List<Violation>> check = tally -> ReportRules.check(FORM, tally);
            List<Violation> all = check.apply(row.tally());
            List<Violation> left = DerivedFindings.drop(all, row.tally(), check);
            raw += all.size();
            shown += left.size();
            if (!left.isEmpty()) {
                flagged.add(row.station().digits());
            }
        }
        assertThat(flagged).isEqualTo(inconsistent);
        System.out.printf("%d stations flagged, none else; %d findings, %d shown%n", flagged.size(), raw, shown);
    }

    /** Those counted over rows with both parts are; the others over rows with administration. */
    private static void asMeasuredBefore(Regency regency, List<Row> both, Map<String, Counted> published) {
        Set<String> any = new TreeSet<>();
        Set<String> withVotes = new TreeSet<>();
        both.forEach(row -> withVotes.add(row.station().digits()));
        for (String rule : List.of("H1", "H2 J", "H3", "H4", "H5")) {
            any.addAll(published.get(rule).stations());
        }
        any.retainAll(withVotes);
        List<Integer> counts = new ArrayList<>();
        for (String rule : List.of("H1", "H2 J", "H2 LP", "H3", "H4", "H5", "H7 J", "S2")) {
            Set<String> stations = new TreeSet<>(published.get(rule).stations());
            if (rule.matches("H[345]")) {
                stations.retainAll(withVotes);
            }
            counts.add(stations.size());
        }
        counts.add(any.size());
        assertThat(counts).isEqualTo(regency.counts());
    }

    /** How often the rows stand out in their desa; the same figures twice are counted from the file, too. */
    private static void besideTheDesa(List<Row> rows) {
        Map<FindingCode, Integer> found = new TreeMap<>();
        Map<String, Integer> twice = new HashMap<>();
        Function<Row, String> vector = row -> row.station().village() + " "
                + Stream.concat(VOTES.stream(), TOTALS.stream()).map(row::get).toList();
        rows.forEach(row -> twice.merge(vector.apply(row), 1, Integer::sum));
        int same = 0;
        for (Row row : rows) {
            List<Neighbour> others = rows.stream()
                    .filter(other -> other != row
                            && other.station().village().equals(row.station().village()))
                    .map(other -> new Neighbour(other.station(), other.tally()))
                    .toList();
            Surroundings around =
                    new Surroundings(ContestType.PPWP, row.station().isSpecial(), null, null, List.of(), others);
            ReportRules.check(FORM, row.tally(), around).stream()
                    .filter(violation -> violation.code().name().startsWith("X"))
                    .forEach(violation -> found.merge(violation.code(), 1, Integer::sum));
            same += twice.get(vector.apply(row)) > 1 && row.get("suara_total") > 0 ? 1 : 0;
        }
        System.out.println("beside the desa's other stations: " + found);
        assertThat(found.getOrDefault(FindingCode.X1, 0)).isEqualTo(same);
    }

    private static void likelyCells(List<Row> rows) {
        int broken = 0;
        int explained = 0;
        int single = 0;
        for (Row row : rows) {
            boolean sums = ReportRules.check(FORM, row.tally()).stream()
                    .anyMatch(violation -> Sum.RULES.contains(violation.code()));
            List<LikelyCell> cells = LikelyCells.suggest(FORM, row.tally());
            broken += sums ? 1 : 0;
            explained += cells.isEmpty() ? 0 : 1;
            single += cells.size() == 1 ? 1 : 0;
            assertThat(sums || cells.isEmpty()).isTrue();
        }
        System.out.printf(
                "%d rows with a wrong sum: %d have a likely cell (%.0f %%), %d of them a single one%n",
                broken, explained, 100.0 * explained / broken, single);
        assertThat(explained).isPositive();
    }

    /** The rows with administration; some have no votes. */
    private static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> administration = new ArrayList<>(TOTALS);
        ROWS.forEach(code -> COLUMNS.forEach(column -> administration.add(code + column)));
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            for (CSVRecord published : parser) {
                Map<String, Integer> figures = new HashMap<>();
                Stream.concat(administration.stream(), VOTES.stream())
                        .filter(field -> !published.get(field).isEmpty())
                        .forEach(field -> figures.put(field, Integer.valueOf(published.get(field))));
                if (figures.keySet().containsAll(administration)) {
                    rows.add(new Row(new StationCode(published.get("kode_tps")), figures));
                }
            }
        }
        return rows;
    }
}
