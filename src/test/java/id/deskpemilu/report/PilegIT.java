package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.Ballot;
import id.deskpemilu.election.BallotMother;
import id.deskpemilu.election.Candidate;
import id.deskpemilu.election.ContestType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A whole Pemilu of five contests for an invented regency, set up by files and reported over the API. */
class PilegIT extends RunningDesk {

    private static final String CODE = "uji-pileg";
    private static final String REGENCY = "9601";
    private static final PemiluFiles FILES = new PemiluFiles(REGENCY);

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void five_contests_are_imported_opened_reported_and_counted() {
        go_home();
        testElections.assign("admin", "ADMIN", REGENCY);
        testElections.assign("operator.melati", "OPERATOR", FILES.village(1));
        testElections.assign("operator.kenanga", "OPERATOR", FILES.village(2));
        testElections.assign("supervisor", "SUPERVISOR", REGENCY);
        assertThat(post(
                                "admin",
                                "/elections",
                                Map.of("code", CODE, "name", "Pemilu Uji", "date", "2024-02-14", "phase", "ACTIVE"))
                        .status())
                .isEqualTo(201);

        // parties without lists: refused, and it says what is missing
        imported(Map.of("regions", FILES.regions(), "stations", FILES.stations(), "ballots", FILES.ballots()));
        Answer early = post("admin", contest("dprd-kab") + "/open", null);
        assertThat(early.code()).isEqualTo("DAPIL_MISSING");
        assertThat(early.at("villages")).hasSize(3);
        assertThat(early.at("detail").asString() + early.at("reason").asString())
                .contains("Desa 1");
        imported(Map.of("dapil", FILES.dapil()));
        Answer still = post("admin", contest("dprd-kab") + "/open", null);
        assertThat(still.code()).isEqualTo("LISTS_MISSING");
        assertThat(still.at("dapil")).hasSize(2);
        assertThat(still.at("next").asString()).isNotBlank();

        Map<String, String> lists = Map.of("candidates", FILES.candidates());
        assertThat(imported(lists).at("plan").path("candidates").path("added").asInt())
                .isEqualTo(FILES.candidates().lines().count() - 1);
        JsonNode again = imported(lists).at("plan").path("candidates");
        assertThat(again.path("added").asInt() + again.path("changed").asInt()).isZero();

        for (String slug : List.of("ppwp", "dpr", "dpd", "dprd-prov", "dprd-kab")) {
            Answer opened = post("admin", contest(slug) + "/open", null);
            assertThat(opened.status()).as("%s %s", slug, opened.body()).isEqualTo(200);
            assertThat(opened.at("cases").asInt()).isEqualTo(6);
        }
        Answer late = upload(
                "admin", CODE, Map.of("candidates", FILES.candidates().replace("Calon 1.1.1", "Calon Lain")), false);
        assertThat(late.code()).isEqualTo("IMPORT_INVALID");
        assertThat(late.at("errors").findValuesAsString("code")).containsOnly("BALLOT_IN_USE");

        PemiluFiles.votedOn().forEach(this::report);

        anotherDapilHasOtherCandidates();
        aCorrectionOfAPlaceOnAList();
        theOthersAreApproved();
        recapOfPartiesAndCandidates();
    }

    private void report(String slug, Ballot ballot) {
        Tally tally = TallyMother.consistent(ballot);
        Answer receipt = submit(
                "operator.melati", reportOf(slug, FILES.station(1, 1)), "pileg-" + slug, TallyMother.submission(tally));
        assertThat(receipt.status()).as("%s %s", slug, receipt.body()).isEqualTo(201);
        assertThat(receipt.at("findings")).isEmpty();
        Answer stored = get("operator.melati", reportOf(slug, FILES.station(1, 1)));
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
        String there = reportOf("dprd-kab", FILES.station(2, 1));
        Answer refused = submit(
                "operator.kenanga",
                there,
                "pileg-lain",
                TallyMother.submission(TallyMother.consistent(BallotMother.lists(1))));
        assertThat(refused.code()).isEqualTo("FIGURES_INVALID");
        assertThat(refused.at("errors").findValuesAsString("code")).contains("FIELD_UNKNOWN", "FIGURE_MISSING");
        Answer receipt = submit(
                "operator.kenanga",
                there,
                "pileg-lain",
                TallyMother.submission(TallyMother.consistent(BallotMother.lists(2))));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
    }

    private void aCorrectionOfAPlaceOnAList() {
        testElections.assign("verifikator.satu", "VERIFIER", REGENCY);
        testElections.assign("verifikator.dua", "VERIFIER", REGENCY);
        String report = reportOf("dprd-kab", FILES.station(1, 1));
        readPhoto("verifikator.satu", report);
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
        Answer kept = post(
                "operator.melati",
                report + "/corrections/1/confirmation",
                Map.of("answer", "AS_WRITTEN", "comment", "C.Hasil memang begitu"));
        assertThat(kept.at("status").asString()).isEqualTo("RECHECK");
        assertThat(approve("verifikator.dua", report).at("status").asString()).isEqualTo("APPROVED");
    }

    private void theOthersAreApproved() {
        for (String slug : List.of("ppwp", "dpr", "dpd", "dprd-prov")) {
            Answer approved = approve("verifikator.satu", reportOf(slug, FILES.station(1, 1)));
            assertThat(approved.at("status").asString())
                    .as("%s %s", slug, approved.body())
                    .isEqualTo("APPROVED");
        }
    }

    private void recapOfPartiesAndCandidates() {
        Answer recap = get("supervisor", contest("dprd-kab") + "/recap/candidates?region=" + REGENCY + "&party=2");
        assertThat(recap.status()).as("%s", recap.body()).isEqualTo(200);
        assertThat(recap.at("party").path("name").asString()).isEqualTo("Partai Uji 2");
        assertThat(recap.at("disclaimer").asString()).contains("bukan hasil resmi");
        assertThat(recap.at("dapil").findValuesAsString("code")).containsExactly("D1", "D2");
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
                assertThat(row.path("name").asString()).isEqualTo(candidate.name());
                assertThat(row.path("votes").asInt()).isEqualTo(tally.get("suara_2_" + candidate.number()));
            }
        }
        assertThat(get("operator.melati", contest("dprd-kab") + "/recap/candidates?region=" + REGENCY + "&party=2")
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(get("supervisor", contest("dprd-kab") + "/recap/candidates?region=" + FILES.village(2) + "&party=2")
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
}
