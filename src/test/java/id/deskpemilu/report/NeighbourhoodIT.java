package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A form is judged beside what the desk holds: the master list, the other contest, the other stations of the desa. */
class NeighbourhoodIT extends RunningDesk {

    @Autowired
    private JdbcClient jdbc;

    private TestElection election;

    @BeforeEach
    void open_two_contests() {
        election = testElections.running(ContestType.BUPATI, 8);
        jdbc.sql("""
                        insert into desk.contest (election_id, type, area, state)
                        select id, 'GUBERNUR', substr(?, 1, 2), 'PREPARED' from desk.election where code = ?
                        """).params(election.regency(), election.code()).update();
        jdbc.sql("""
                        insert into desk.choice (contest_id, number, name, empty_column)
                        select c.id, n, 'Paslon ' || n, false
                        from desk.contest c join desk.election e on e.id = c.election_id, generate_series(1, 3) n
                        where e.code = ? and c.type = 'GUBERNUR'
                        """).param(election.code()).update();
        testElections.staff(election);
        testElections.assign("admin", "ADMIN", election.regency().substring(0, 2));
        for (String contest : new String[] {"bupati", "gubernur"}) {
            Answer opened = post("admin", election.contest(contest) + "/open", null);
            assertThat(opened.status()).as("%s", opened.body()).isEqualTo(200);
        }
    }

    @Test
    void the_other_contest_the_master_list_and_the_other_stations_are_seen() {
        assertThat(sent("bupati", 1, "")).isEmpty();
        assertThat(sent("gubernur", 1, "suara_1=91 suara_2=107")).isEmpty();
        assertThat(sent("bupati", 2, "")).containsOnly(Map.entry("X1", "90 · 108 · 10 · 2 · 210 = TPS 001"));
        assertThat(sent(
                        "gubernur",
                        2,
                        "pemilih_dpt_l=143 pemilih_dpt_j=298 ss_diterima=306 ss_sisa=95 suara_1=80 suara_2=118"))
                .containsOnly(
                        Map.entry("S3", "gubernur 143 ≠ bupati 134; gubernur 298 ≠ bupati 289"),
                        Map.entry("S4", "143 ≠ 134; 298 ≠ 289"));
        for (int station = 3; station <= 6; station++) {
            assertThat(sent("bupati", station, "suara_1=" + (90 - station) + " suara_2=" + (108 + station)))
                    .isEmpty();
        }
        assertThat(sent("bupati", 7, "suara_1=10 suara_3=90"))
                .containsOnly(Map.entry("X4", "4,8% : 43,3% ≠ 41,6% : 4,8%"));
        assertThat(sent("bupati", 8, "suara_1=70 suara_sah=188 suara_tidak_sah=22"))
                .containsOnly(Map.entry("X3", "22 / 210 = 10,5% ≠ 1,0% ± 5,0%"));
    }

    @Test
    void a_correction_is_judged_beside_them_too() {
        assertThat(sent("bupati", 1, "")).isEmpty();
        assertThat(sent("bupati", 2, "suara_1=91 suara_2=107")).isEmpty();
        String report = election.report("bupati", election.station(1, 2));
        readPhoto("verifikator.satu", report);
        assertThat(post(
                                "verifikator.satu",
                                report + "/corrections",
                                Map.of("changes", Map.of("suara_1", 90, "suara_2", 108), "reason", "foto"))
                        .status())
                .isEqualTo(201);
        post("operator.melati", report + "/corrections/1/confirmation", null);
        Answer applied = post("verifikator.satu", report + "/corrections/1/application", null);
        assertThat(applied.at("findings")).hasSize(1);
        assertThat(applied.at("findings").get(0).path("code").asString()).isEqualTo("X1");
    }

    /** Sends the consistent form with some figures changed; the formulas of what is found, by rule. */
    private Map<String, String> sent(String contest, int station, String changes) {
        Map<String, Integer> figures = new HashMap<>(TallyMother.consistentFigures());
        Map<String, Integer> votes = new HashMap<>(Map.of("1", 90, "2", 108, "3", 10));
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            String[] pair = change.split("=");
            boolean vote = pair[0].matches("suara_\\d");
            (vote ? votes : figures).put(vote ? pair[0].substring(6) : pair[0], Integer.valueOf(pair[1]));
        }
        String code = election.station(1, station);
        Answer receipt = submit(
                "operator.melati",
                election.report(contest, code),
                contest + code,
                Map.of("figures", figures, "votes", votes, "confirmed", true));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode finding : receipt.at("findings")) {
            found.merge(
                    finding.path("code").asString(),
                    finding.path("formula").asString(),
                    (one, two) -> one + "; " + two);
        }
        return found;
    }
}
