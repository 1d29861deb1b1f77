package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.Candidate;
import id.deskpemilu.election.Choice;
import id.deskpemilu.election.ContestType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole Pemilu of five contests for an invented regency, set up by files and reported over the API. */
class PilegIT extends RunningDesk {

    private static final String CODE = "uji-pileg";
    private static final String REGENCY = "9601";
    private static final String DISTRICT = REGENCY + "01";
    private static final List<String> LISTS = List.of("dpr", "dprd-prov", "dprd-kab");

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void five_contests_are_imported_opened_reported_and_counted() {
        go_home();
        testElections.assign("admin", "ADMIN", REGENCY);
        testElections.assign("operator.melati", "OPERATOR", village(1));
        testElections.assign("operator.kenanga", "OPERATOR", village(2));
        testElections.assign("supervisor", "SUPERVISOR", REGENCY);
        assertThat(post(
                                "admin",
                                "/elections",
                                Map.of("code", CODE, "name", "Pemilu Uji", "date", "2024-02-14", "phase", "ACTIVE"))
                        .status())
                .isEqualTo(201);

        // parties without lists: refused, and it says what is missing
        imported(Map.of("regions", regions(), "stations", stations(), "ballots", ballots()));
        Answer early = post("admin", contest("dprd-kab") + "/open", null);
        assertThat(early.code()).isEqualTo("DAPIL_MISSING");
        assertThat(early.at("villages")).hasSize(3);
        assertThat(early.at("detail").asText() + early.at("reason").asText()).contains("Desa 1");
        imported(Map.of("dapil", dapil()));
        Answer still = post("admin", contest("dprd-kab") + "/open", null);
        assertThat(still.code()).isEqualTo("LISTS_MISSING");
        assertThat(still.at("dapil")).hasSize(2);
        assertThat(still.at("next").asText()).isNotBlank();

        Map<String, String> lists = Map.of("candidates", candidates());
        assertThat(imported(lists).at("plan").path("candidates").path("added").asInt())
                .isEqualTo(candidates().lines().count() - 1);
        JsonNode again = imported(lists).at("plan").path("candidates");
        assertThat(again.path("added").asInt() + again.path("changed").asInt()).isZero();

        for (String slug : List.of("ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab")) {
            Answer opened = post("admin", contest(slug) + "/open", null);
            assertThat(opened.status()).as("%s %s", slug, opened.body()).isEqualTo(200);
            assertThat(opened.at("cases").asInt()).isEqualTo(6);
        }
        Answer late =
                upload("admin", CODE, Map.of("candidates", candidates().replace("Calon 1.1.1", "Calon Lain")), false);
        assertThat(late.code()).isEqualTo("IMPORT_INVALID");
        assertThat(late.at("errors").findValuesAsText("code")).containsOnly("BALLOT_IN_USE");

        report("ppwp", Ballot.of(paslon()));
        report("dpr", BallotMother.lists(1));
        report("dpd", Ballot.of(BallotMother.candidates(20)));
        report("dprd-prov", BallotMother.lists(1));
        report("dprd-kab", BallotMother.lists(1));

        anotherDapilHasOtherCandidates();
        aCorrectionOfAPlaceOnAList();
        recapOfPartiesAndCandidates();
    }

    private void report(String slug, Ballot ballot) {
        Tally tally = TallyMother.consistent(ballot);
        Answer receipt = submit(
                "operator.melati", reportOf(slug, station(1, 1)), "pileg-" + slug, TallyMother.submission(tally));
        assertThat(receipt.status()).as("%s %s", slug, receipt.body()).isEqualTo(201);
        assertThat(receipt.at("findings")).isEmpty();
        Answer stored = get("operator.melati", reportOf(slug, station(1, 1)));
        assertThat(stored.at("figures")).hasSize(tally.figures().size());
        assertThat(stored.at("votes")).hasSize(ballot.choices().size());
        Answer recap = get("supervisor", contest(slug) + "/recap?region=" + REGENCY);
        tally.votes()
                .forEach((number, votes) -> assertThat(recap.at("whole")
                                .path("votes")
                                .path(number.toString())
                                .asInt())
                        .as("%s %s", slug, number)
                        .isEqualTo(votes));
        assertThat(recap.at("whole").path("valid").asInt()).isEqualTo(208);
    }

    private void anotherDapilHasOtherCandidates() {
        String there = reportOf("dprd-kab", station(2, 1));
        Answer refused = submit(
                "operator.kenanga",
                there,
                "pileg-lain",
                TallyMother.submission(TallyMother.consistent(BallotMother.lists(1))));
        assertThat(refused.code()).isEqualTo("FIGURES_INVALID");
        assertThat(refused.at("errors").findValuesAsText("code")).contains("FIELD_UNKNOWN", "FIGURE_MISSING");
        Answer receipt = submit(
                "operator.kenanga",
                there,
                "pileg-lain",
                TallyMother.submission(TallyMother.consistent(BallotMother.lists(2))));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
    }

    private void aCorrectionOfAPlaceOnAList() {
        testElections.assign("verifikator.satu", "VERIFIER", REGENCY);
        String report = reportOf("dprd-kab", station(1, 1));
        Answer unknown = post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_2_7", 3), "reason", "tampak 3"));
        assertThat(unknown.code()).isEqualTo("FIGURES_INVALID");
        Answer asked = post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_2_6", 3), "reason", "tampak 3"));
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(201);
    }

    private void recapOfPartiesAndCandidates() {
        Answer recap = get("supervisor", contest("dprd-kab") + "/recap/candidates?region=" + REGENCY + "&party=2");
        assertThat(recap.status()).as("%s", recap.body()).isEqualTo(200);
        assertThat(recap.at("party").path("name").asText()).isEqualTo("Partai Uji 2");
        assertThat(recap.at("disclaimer").asText()).contains("bukan hasil resmi");
        assertThat(recap.at("dapil").findValuesAsText("code")).containsExactly("D1", "D2");
        for (int dapil : new int[] {1, 2}) {
            Ballot ballot = BallotMother.lists(dapil);
            Tally tally = TallyMother.consistent(ballot);
            JsonNode found = recap.at("dapil").get(dapil - 1);
            assertThat(found.path("all").asInt()).isEqualTo(dapil == 1 ? 4 : 2);
            assertThat(found.path("reported").asInt()).isEqualTo(1);
            assertThat(found.path("mark").asInt()).isEqualTo(tally.get("suara_2_0"));
            assertThat(found.path("total").asInt()).isEqualTo(tally.get("suara_2"));
            assertThat(found.path("candidates")).hasSize(ballot.list(2).size());
            for (Candidate candidate : ballot.list(2)) {
                JsonNode row = found.path("candidates").get(candidate.number() - 1);
                assertThat(row.path("name").asText()).isEqualTo(candidate.name());
                assertThat(row.path("votes").asInt()).isEqualTo(tally.get("suara_2_" + candidate.number()));
            }
        }
        assertThat(get("operator.melati", contest("dprd-kab") + "/recap/candidates?region=" + REGENCY + "&party=2")
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(get("supervisor", contest("dprd-kab") + "/recap/candidates?region=" + village(2) + "&party=2")
                        .at("dapil"))
                .hasSize(1);
        assertThat(get("supervisor", contest("dprd-kab") + "/recap/candidates?region=" + REGENCY + "&party=99")
                        .code())
                .isEqualTo("PARTY_UNKNOWN");
        assertThat(get("supervisor", contest("ppwp") + "/recap/candidates?region=" + REGENCY + "&party=1")
                        .code())
                .isEqualTo("CONTEST_WITHOUT_LISTS");
    }

    @Test
    void a_running_contest_with_lists_is_there_for_tests() {
        TestElection election = testElections.running(ContestType.DPRD_KAB, 1);
        testElections.staff(election);
        assertThat(post("admin", election.contest("dprd-kab") + "/open", null).status())
                .isEqualTo(200);
        Answer sent = submit(
                "operator.kenanga",
                election.report("dprd-kab", election.station(2, 1)),
                "daftar",
                TallyMother.submission(TallyMother.consistent(BallotMother.lists(2))));
        assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
    }

    // ---- the regency: three desa in one kecamatan, of which dapil D2 takes the second; a prison in the third

    private static String village(int number) {
        return DISTRICT + (2000 + number);
    }

    private static String station(int village, int number) {
        return village(village) + "%03d".formatted(number);
    }

    private static String contest(String slug) {
        return "/elections/" + CODE + "/contests/" + slug;
    }

    private static String reportOf(String slug, String station) {
        return contest(slug) + "/reports/" + station;
    }

    private Answer imported(Map<String, String> files) {
        Answer answer = upload("admin", CODE, files, false);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer;
    }

    private static String regions() {
        return "kode;nama\n96;Provinsi Uji\n" + REGENCY + ";Kabupaten Uji\n" + DISTRICT + ";Kecamatan Uji\n"
                + village(1) + ";Desa 1\n" + village(2) + ";Desa 2\n" + village(3) + ";Desa 3\n";
    }

    private static String stations() {
        return "kode;dpt_l;dpt_p\n"
                + java.util.stream.Stream.of(
                                station(1, 1),
                                station(1, 2),
                                station(2, 1),
                                station(2, 2),
                                station(3, 1),
                                station(3, 901))
                        .map(code -> code + ";134;155\n")
                        .collect(Collectors.joining());
    }

    private static List<Choice> paslon() {
        return List.of(Choice.of(1, "Paslon 1"), Choice.of(2, "Paslon 2"), Choice.of(3, "Paslon 3"));
    }

    private static String ballots() {
        Map<String, List<Choice>> ballots = new TreeMap<>(Map.of(
                "ppwp;96",
                paslon(),
                "dpd;96",
                BallotMother.candidates(20),
                "dpr;96",
                BallotMother.parties(),
                "dprd-prov;96",
                BallotMother.parties(),
                "dprd-kab;" + REGENCY,
                BallotMother.parties()));
        StringBuilder text = new StringBuilder("jenis;wilayah;nomor;nama\n");
        ballots.forEach((contest, choices) ->
                choices.forEach(choice -> text.append(contest + ";" + choice.number() + ";" + choice.name() + "\n")));
        return text.toString();
    }

    private static Map<Integer, String> dapilOf(String slug) {
        return slug.equals("dprd-kab") ? Map.of(1, "D1", 2, "D2", 3, "D1") : Map.of(1, "D1", 2, "D1", 3, "D1");
    }

    private static String dapil() {
        StringBuilder text = new StringBuilder("jenis;dapil;nama;desa\n");
        LISTS.forEach(slug -> new TreeMap<>(dapilOf(slug))
                .forEach((village, dapil) ->
                        text.append(slug + ";" + dapil + ";Uji " + dapil + ";" + village(village) + "\n")));
        return text.toString();
    }

    private static String candidates() {
        Map<String, Integer> all = new HashMap<>(Map.of("dpr;D1", 1, "dprd-prov;D1", 1, "dprd-kab;D1", 1));
        all.put("dprd-kab;D2", 2);
        StringBuilder text = new StringBuilder("jenis;dapil;partai;nomor;nama\n");
        new TreeMap<>(all)
                .forEach((list, dapil) -> BallotMother.lists(dapil)
                        .lists()
                        .forEach((party, candidates) -> candidates.forEach(candidate -> text.append(
                                list + ";" + party + ";" + candidate.number() + ";" + candidate.name() + "\n"))));
        return text.toString();
    }
}
