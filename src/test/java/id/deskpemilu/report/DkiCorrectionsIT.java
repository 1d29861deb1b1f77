package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.report.finding.FindingCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The 99 TPS of Jakarta whose published figures were corrected between February and March 2024, sent as first published and
 * corrected the way a desk corrects: asked for, confirmed, applied, seen by another. The data are not part of this project.
 */
class DkiCorrectionsIT extends RunningDesk {

    private static final Path FILE =
            Path.of("../shared/data/pilpres2024/koreksi_sirekap_dki_2024-02-19_vs_2024-03-17.csv");
    private static final String CODE = "uji-koreksi-dki";
    private static final String CONTEST = "/elections/" + CODE + "/contests/ppwp";
    private static final List<String> PUBLISHED = List.of(
            "suara_1",
            "suara_2",
            "suara_3",
            "suara_sah",
            "suara_tidak_sah",
            "suara_total",
            "pemilih_dpt_j",
            "pengguna_total_j");

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    static void need_the_data() {
        assumeTrue(Files.isReadable(FILE), "the published corrections do not lie beside the project in " + FILE);
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    /** A TPS as published first and as published in the end; what was not published counts as nothing, or as unchanged. */
    private record Row(String tps, Map<String, Integer> before, Map<String, Integer> after) {

        Map<String, Integer> changes() {
            Map<String, Integer> changes = new TreeMap<>(after);
            changes.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
            return changes;
        }
    }

    @Test
    void before_and_after_the_recap_is_the_files() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSize(99);
        setUp(rows);

        Set<String> apart = new HashSet<>();
        for (Row row : rows) {
            Answer receipt = submit(
                    "operator.melati",
                    report(row),
                    "dki-" + row.tps(),
                    Map.of(
                            "figures",
                            figures(row.before()),
                            "votes",
                            votes(row.before()),
                            "confirmed",
                            true,
                            "explanations",
                            everything()));
            assertThat(receipt.status()).as("%s %s", row.tps(), receipt.body()).isEqualTo(201);
            for (JsonNode finding : receipt.at("findings")) {
                if (finding.path("secondLook").asBoolean()) {
                    apart.add(row.tps());
                }
            }
        }
        compare(rows.stream().filter(row -> !apart.contains(row.tps())).toList(), false);

        int corrected = 0;
        for (Row row : rows) {
            Map<String, Integer> changes = row.changes();
            if (!changes.isEmpty()) {
                correct(row, changes);
                corrected++;
            }
            settle(row);
        }
        System.out.printf(
                "%d of 99 TPS corrected, %d figures; %d stood apart before%n",
                corrected, rows.stream().mapToInt(row -> row.changes().size()).sum(), apart.size());
        assertThat(corrected).isPositive();
        compare(rows, true);
        Answer recap = get("supervisor", CONTEST + "/recap?region=31");
        assertThat(recap.at("whole").path("unverified").asInt()).isZero();
        assertThat(recap.at("whole").path("apart").path("reports").asInt()).isZero();
    }

    private void correct(Row row, Map<String, Integer> changes) {
        readPhoto("verifikator.satu", report(row));
        Answer asked = post(
                "verifikator.satu",
                report(row) + "/corrections",
                Map.of("changes", changes, "reason", "foto C.Hasil menunjukkan angka lain"));
        assertThat(asked.status()).as("%s %s", row.tps(), asked.body()).isEqualTo(201);
        assertThat(asked.at("corrections").get(0).path("changes")).hasSize(changes.size());
        post("operator.melati", report(row) + "/corrections/1/confirmation", Map.of("answer", "CONFIRMED"));
        Answer applied = post("verifikator.satu", report(row) + "/corrections/1/application", null);
        assertThat(applied.at("status").asString()).isEqualTo("RECHECK");
        assertThat(applied.at("revision").asInt()).isEqualTo(2);
    }

    /** Approved by the second verifier, or by both where two have to look. */
    private void settle(Row row) {
        if (row.changes().isEmpty()
                && approve("verifikator.satu", report(row))
                        .at("status")
                        .asString()
                        .equals("APPROVED")) {
            return;
        }
        Answer approved = approve("verifikator.dua", report(row));
        assertThat(approved.at("status").asString())
                .as("%s %s", row.tps(), approved.body())
                .isEqualTo("APPROVED");
    }

    private void compare(List<Row> rows, boolean after) {
        Answer recap = get("supervisor", CONTEST + "/recap?region=31");
        for (String number : List.of("1", "2", "3")) {
            assertThat(recap.at("whole").path("votes").path(number).asInt())
                    .as("paslon %s", number)
                    .isEqualTo(sum(rows, "suara_" + number, after));
        }
        assertThat(recap.at("whole").path("valid").asInt()).isEqualTo(sum(rows, "suara_sah", after));
        assertThat(recap.at("whole").path("invalid").asInt()).isEqualTo(sum(rows, "suara_tidak_sah", after));
        for (JsonNode part : recap.at("parts")) {
            List<Row> inside = rows.stream()
                    .filter(row -> row.tps().startsWith(part.path("region").asString()))
                    .toList();
            assertThat(part.path("votes").path("1").asInt())
                    .as("%s", part.path("region"))
                    .isEqualTo(sum(inside, "suara_1", after));
        }
    }

    private static int sum(List<Row> rows, String field, boolean after) {
        return rows.stream()
                .mapToInt(row -> (after ? row.after() : row.before()).get(field))
                .sum();
    }

    private static String report(Row row) {
        return CONTEST + "/reports/" + row.tps();
    }

    private static Map<String, Integer> votes(Map<String, Integer> published) {
        return Map.of("1", published.get("suara_1"), "2", published.get("suara_2"), "3", published.get("suara_3"));
    }

    /** The form with what was published; men stand for all, since only totals were. */
    private static Map<String, Integer> figures(Map<String, Integer> published) {
        Map<String, Integer> figures = new TreeMap<>();
        for (String row : List.of("pemilih_dpt", "pengguna_dpt", "pengguna_dptb", "pengguna_dpk", "pengguna_total")) {
            List.of("l", "p", "j").forEach(column -> figures.put(row + "_" + column, 0));
        }
        for (String column : List.of("l", "j")) {
            figures.put("pemilih_dpt_" + column, published.get("pemilih_dpt_j"));
            figures.put("pengguna_dpt_" + column, published.get("pengguna_total_j"));
            figures.put("pengguna_total_" + column, published.get("pengguna_total_j"));
        }
        List.of("suara_sah", "suara_tidak_sah", "suara_total")
                .forEach(field -> figures.put(field, published.get(field)));
        return figures;
    }

    private static Map<String, String> everything() {
        Map<String, String> reasons = new TreeMap<>();
        for (FindingCode code : FindingCode.values()) {
            reasons.put(code.name(), "tertulis begitu");
        }
        return reasons;
    }

    private void setUp(List<Row> rows) {
        Set<String> regions = new HashSet<>(Set.of("31"));
        rows.forEach(row ->
                List.of(4, 6, 10).forEach(length -> regions.add(row.tps().substring(0, length))));
        regions.stream()
                .sorted()
                .forEach(code -> jdbc.sql("""
                        insert into desk.region (code, name, zone) values (?, ?, 'WIB') on conflict do nothing
                        """).params(code, "Wilayah " + code).update());
        long election = jdbc.sql("""
                        insert into desk.election (code, name, held_on, phase)
                        values (?, 'Koreksi DKI', '2024-02-14', 'ACTIVE') returning id
                        """).param(CODE).query(Long.class).single();
        rows.forEach(row -> jdbc.sql("insert into desk.station (election_id, code, village) values (?, ?, ?)")
                .params(election, row.tps(), row.tps().substring(0, 10))
                .update());
        long contest = jdbc.sql("""
                        insert into desk.contest (election_id, type, area, state, left_out)
                        values (?, 'PPWP', '31', 'PREPARED', '{BALLOTS,DISABILITY}') returning id
                        """).param(election).query(Long.class).single();
        for (int number = 1; number <= 3; number++) {
            jdbc.sql("insert into desk.choice (contest_id, number, name, empty_column) values (?, ?, ?, false)")
                    .params(contest, number, "Paslon " + number)
                    .update();
        }
        testElections.dismiss();
        Map.of(
                        "operator.melati", "OPERATOR",
                        "verifikator.satu", "VERIFIER",
                        "verifikator.dua", "VERIFIER",
                        "supervisor", "SUPERVISOR",
                        "admin", "ADMIN")
                .forEach((person, role) -> testElections.assign(person, role, "31"));
        assertThat(post("admin", CONTEST + "/open", null).at("cases").asInt()).isEqualTo(99);
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(FILE);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            for (CSVRecord record : parser) {
                Map<String, Integer> before = new TreeMap<>();
                Map<String, Integer> after = new TreeMap<>();
                for (String field : PUBLISHED) {
                    before.put(field, number(record.get(field + "_feb"), 0));
                    after.put(field, number(record.get(field + "_mar"), before.get(field)));
                }
                rows.add(new Row(record.get("kode_tps"), before, after));
            }
        }
        return rows;
    }

    private static int number(String text, int otherwise) {
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
