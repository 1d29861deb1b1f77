package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.finding.FindingCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever people do, in any order: at every level the recap is the sum of the revisions in force. */
class RecapPropertyIT extends RunningDesk {

    private static final int ACTS = 260;
    private static final int LOOK_EVERY = 20;
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(20241127);

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void the_recap_is_the_sum_of_the_revisions_in_force_at_every_level_always() {
        TestElection election = testElections.running(ContestType.BUPATI, 4);
        testElections.staff(election);
        testElections.assign("operator.melati", "OPERATOR", election.village(2));
        post("admin", election.contest("bupati") + "/open", null);
        List<String> stations = new ArrayList<>();
        for (int station = 1; station <= 4; station++) {
            stations.add(election.station(1, station));
            stations.add(election.station(2, station));
        }
        Map<String, Integer> done = new TreeMap<>();
        for (int act = 1; act <= ACTS; act++) {
            String station = stations.get(random.nextInt(stations.size()));
            done.merge(act(election.report("bupati", station), act), 1, Integer::sum);
            if (act % LOOK_EVERY == 0) {
                List.of(election.regency(), election.district(), election.village(1), election.village(2))
                        .forEach(region -> compare(election, region));
                assertThat(post("admin", "/elections/" + election.code() + "/recap/recount", null)
                                .at("sample"))
                        .isEmpty();
            }
        }
        System.out.println("random acts: " + done);
        assertThat(done.keySet())
                .contains("submission", "approval", "correction", "application", "reopening", "reopened");
    }

    /** Anything that somebody could do next; what is not the time for it is refused and changes nothing. */
    private String act(String report, int act) {
        String verifier = random.nextBoolean() ? "verifikator.satu" : "verifikator.dua";
        String last = "/corrections/"
                + Math.max(1, get("supervisor", report).at("corrections").size());
        // mostly what it is the time for, and one time in five anything at all
        String status = get("supervisor", report).at("status").asString();
        List<Integer> timely = switch (status) {
            case "AWAITED" -> List.of(0);
            case "LOCKED", "RECHECK" -> List.of(1, 2);
            case "CORRECTION_REQUESTED" -> List.of(3);
            case "DISPUTED" -> List.of(4);
            case "CORRECTION_CONFIRMED" -> List.of(5);
            case "APPROVED" -> List.of(6, 7);
            default -> List.of(2, 8);
        };
        int what = random.nextInt(5) == 0 ? random.nextInt(9) : timely.get(random.nextInt(timely.size()));
        return switch (what) {
            case 0 -> did("submission", submit("operator.melati", report, "acak-" + act, paper()));
            case 1 -> did("approval", approve(verifier, report));
            case 2 -> {
                readPhoto(verifier, report);
                Map<String, Object> changes = Map.of("suara_1", random.nextInt(120));
                yield did(
                        "correction",
                        post(verifier, report + "/corrections", Map.of("changes", changes, "reason", "tampak lain")));
            }
            case 3 -> {
                String answer = List.of("CONFIRMED", "CONFIRMED", "AS_WRITTEN", "DISPUTED")
                        .get(random.nextInt(4));
                Map<String, Object> said = Map.of("answer", answer, "comment", "begitu");
                yield did("answer", post("operator.melati", report + last + "/confirmation", said));
            }
            case 4 -> {
                Map<String, Object> decision = Map.of("upheld", random.nextBoolean(), "reason", "foto jelas");
                yield did("decision", post("supervisor", report + last + "/decision", decision));
            }
            case 5 -> did("application", post(verifier, report + last + "/application", null));
            case 6 ->
                did("reopening", post(verifier, report + "/reopening", Map.of("cause", "MISREAD", "reason", "lain")));
            case 7 -> did("reopened", post("supervisor", report + "/reopening/decision", Map.of("granted", true)));
            default -> did("closing", post(verifier, report + "/reopening/close", null));
        };
    }

    private static String did(String what, Answer answer) {
        assertThat(answer.status()).as("%s: %s", what, answer.body()).isLessThan(500);
        return answer.status() < 300 ? what : "refused";
    }

    /** A paper that is sometimes wrong, and sometimes has more votes than the station can have ballots. */
    private Map<String, Object> paper() {
        Map<String, Integer> figures = random.nextInt(4) == 0
                ? TallyMother.figuresWith("pemilih_dpt_j", 100)
                : TallyMother.consistentFigures();
        Map<Integer, Integer> votes = new HashMap<>(TallyMother.consistentVotes());
        if (random.nextInt(3) == 0) {
            votes.put(2, random.nextInt(200));
        }
        Map<String, String> reasons = new HashMap<>();
        for (FindingCode code : FindingCode.values()) {
            reasons.put(code.name(), "tertulis begitu");
        }
        return Map.of("figures", figures, "votes", votes, "confirmed", true, "explanations", reasons);
    }

    private void compare(TestElection election, String region) {
        JsonNode recap = get("supervisor", election.contest("bupati") + "/recap?region=" + region)
                .body();
        Map<String, Long> expected = new TreeMap<>();
        jdbc.sql("""
                        select r.status, r.second_look, x.votes::text votes, (x.figures ->> 'suara_sah')::int valid
                        from desk.report r
                        join desk.contest c on c.id = r.contest_id join desk.election e on e.id = c.election_id
                        join lateral (select * from desk.revision x where x.report_id = r.id
                                      order by x.number desc limit 1) x on true
                        where e.code = ? and r.station like ? || '%'
                        """)
                .params(election.code(), region)
                .query((row, n) -> {
                    boolean counts = !row.getBoolean("second_look")
                            || List.of("APPROVED", "REOPENED").contains(row.getString("status"));
                    if (counts) {
                        json(row.getString("votes"))
                                .properties()
                                .forEach(vote -> expected.merge(
                                        vote.getKey(), vote.getValue().asLong(), Long::sum));
                        expected.merge("valid", row.getLong("valid"), Long::sum);
                    }
                    return counts;
                })
                .list();
        for (String number : List.of("1", "2", "3")) {
            assertThat(recap.at("/whole/votes/" + number).asLong())
                    .as("choice %s in %s", number, region)
                    .isEqualTo(expected.getOrDefault(number, 0L));
        }
        assertThat(recap.at("/whole/valid").asLong()).isEqualTo(expected.getOrDefault("valid", 0L));
        if (!recap.path("parts").isEmpty()) {
            long sum = 0;
            for (JsonNode part : recap.path("parts")) {
                sum += part.path("valid").asLong();
            }
            assertThat(sum).isEqualTo(recap.at("/whole/valid").asLong());
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
