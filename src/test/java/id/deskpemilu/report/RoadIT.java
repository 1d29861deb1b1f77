package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The road of a report through the API, from opening to approval. */
class RoadIT extends RunningDesk {

    private TestElection election;
    private String report;

    @BeforeEach
    void open_a_contest() {
        election = testElections.running(ContestType.BUPATI, 3);
        testElections.staff(election);
        Answer opened = post("admin", election.contest("bupati") + "/open", null);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(200);
        assertThat(opened.at("cases").asInt()).isEqualTo(6);
        report = election.report("bupati", election.station(1, 1));
    }

    @Test
    void straight_to_approval() {
        Answer receipt = submit("operator.melati", report, "kunci-1", consistent());
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
        assertThat(receipt.at("receipt").asText()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(receipt.at("findings")).isEmpty();

        assertThat(get("verifikator.satu", "/inbox?role=verifier").at("total").asInt())
                .isEqualTo(1);
        assertThat(post("verifikator.satu", report + "/claim", null).status()).isEqualTo(200);
        Answer held = post("verifikator.dua", report + "/claim", null);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.code()).isEqualTo("HELD_BY_ANOTHER");
        assertThat(held.at("holder").asText()).isEqualTo("verifikator.satu");

        Answer approved = post("verifikator.satu", report + "/approval", null);
        assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
        assertThat(approved.at("status").asText()).isEqualTo("APPROVED");
        assertThat(approved.body().has("step")).isFalse();
        assertThat(get("verifikator.satu", "/inbox?role=verifier").at("total").asInt())
                .isZero();

        Answer recap = get("supervisor", election.contest("bupati") + "/recap?region=" + election.regency());
        assertThat(recap.at("whole").path("votes").path("2").asInt()).isEqualTo(108);
        assertThat(recap.at("whole").path("reported").asInt()).isEqualTo(1);
        assertThat(recap.at("disclaimer").asText()).contains("bukan hasil resmi");
    }

    @Test
    void through_a_correction_to_approval() {
        Map<String, Object> wrong = Map.of(
                "figures", TallyMother.consistentFigures(),
                "votes", Map.of("1", 90, "2", 408, "3", 10),
                "confirmed", true,
                "explanations", Map.of("H3", "tertulis begitu", "H9", "tertulis begitu"));
        assertThat(submit("operator.melati", report, "kunci-2", wrong).status()).isEqualTo(201);

        Answer requested = post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_2", 108), "reason", "foto menunjukkan 108"));
        assertThat(requested.status()).as("%s", requested.body()).isEqualTo(201);
        assertThat(requested.at("step").asText()).isEqualTo("Task_ConfirmCorrection");
        assertThat(post("operator.kenanga", report + "/corrections/1/confirmation", null)
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(post("operator.melati", report + "/corrections/1/confirmation", null)
                        .at("status")
                        .asText())
                .isEqualTo("CORRECTION_CONFIRMED");
        Answer applied = post("verifikator.satu", report + "/corrections/1/application", null);
        assertThat(applied.at("status").asText()).isEqualTo("RECHECK");
        assertThat(applied.at("findings")).isEmpty();
        assertThat(applied.at("revisions")).hasSize(2);
        assertThat(post("verifikator.satu", report + "/approval", null).code()).isEqualTo("FOUR_EYES");
        Answer approved = post("verifikator.dua", report + "/approval", null);
        assertThat(approved.at("status").asText()).isEqualTo("APPROVED");
        assertThat(approved.at("history").findValuesAsText("type"))
                .containsExactly(
                        "Submitted",
                        "Locked",
                        "CorrectionRequested",
                        "CorrectionConfirmed",
                        "CorrectionApplied",
                        "Approved");
    }

    @Test
    void a_declined_correction_goes_to_another_verifier() {
        submit("operator.melati", report, "kunci-3", consistent());
        post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_1", 91), "reason", "tampak 91"));
        Answer without = post("operator.melati", report + "/corrections/1/confirmation", Map.of("confirmed", false));
        assertThat(without.code()).isEqualTo("COMMENT_MISSING");
        Answer declined = post(
                "operator.melati",
                report + "/corrections/1/confirmation",
                Map.of("confirmed", false, "comment", "di kertas memang 90"));
        assertThat(declined.at("status").asText()).isEqualTo("RECHECK");
        assertThat(post("verifikator.satu", report + "/approval", null).code()).isEqualTo("FOUR_EYES");
        assertThat(post("verifikator.dua", report + "/approval", null)
                        .at("status")
                        .asText())
                .isEqualTo("APPROVED");
    }

    @Test
    void more_votes_than_ballots_take_two_verifiers_and_stand_apart() {
        Map<String, Integer> figures = TallyMother.figuresWith("pemilih_dpt_j", 100);
        Answer refused = submit(
                "operator.melati",
                report,
                "kunci-4",
                Map.of("figures", figures, "votes", TallyMother.consistentVotes(), "confirmed", true));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("EXPLANATION_MISSING");
        Answer receipt = submit(
                "operator.melati",
                report,
                "kunci-4",
                Map.of(
                        "figures",
                        figures,
                        "votes",
                        TallyMother.consistentVotes(),
                        "confirmed",
                        true,
                        "explanations",
                        Map.of("H1", "begitu", "H7", "begitu", "S2", "begitu")));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);

        Answer recap = get("supervisor", election.contest("bupati") + "/recap");
        assertThat(recap.at("whole").path("apart").path("reports").asInt()).isEqualTo(1);
        assertThat(recap.at("whole").path("votes")).isEmpty();
        assertThat(post("verifikator.satu", report + "/approval", null)
                        .at("status")
                        .asText())
                .isEqualTo("RECHECK");
        assertThat(post("verifikator.satu", report + "/approval", null).code()).isEqualTo("FOUR_EYES");
        assertThat(post("verifikator.dua", report + "/approval", null)
                        .at("status")
                        .asText())
                .isEqualTo("APPROVED");
        assertThat(get("supervisor", election.contest("bupati") + "/recap")
                        .at("whole")
                        .path("votes")
                        .path("2")
                        .asInt())
                .isEqualTo(108);
    }

    @Test
    void the_same_submission_again_gives_the_same_receipt_and_another_one_is_refused() {
        Answer first = submit("operator.melati", report, "kunci-5", consistent());
        Answer again = submit("operator.melati", report, "kunci-5", consistent());
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());

        Map<String, Object> other =
                Map.of("figures", TallyMother.figuresWith("ss_sisa", 85), "votes", TallyMother.consistentVotes());
        assertThat(submit("operator.melati", report, "kunci-5", other).code()).isEqualTo("KEY_REUSED");
        assertThat(submit("operator.melati", report, "kunci-6", consistent()).code())
                .isEqualTo("ALREADY_REPORTED");
        String neighbour = election.report("bupati", election.station(1, 2));
        assertThat(submit("operator.melati", neighbour, "kunci-5", consistent()).code())
                .isEqualTo("KEY_REUSED");
        assertThat(submit("operator.melati", neighbour, "", consistent()).code())
                .isEqualTo("KEY_INVALID");
    }

    @Test
    void fifty_at_the_same_instant_make_one_report() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Answer>> attempts = IntStream.range(0, 50)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> submit("operator.melati", report, "serentak-" + i, consistent()))
                    .toList();
            token("operator.melati");
            Set<Integer> statuses = new HashSet<>();
            int accepted = 0;
            for (Future<Answer> answer : threads.invokeAll(attempts)) {
                statuses.add(answer.get().status());
                if (answer.get().status() == 201) {
                    accepted++;
                } else {
                    assertThat(answer.get().code()).isEqualTo("ALREADY_REPORTED");
                    assertThat(answer.get().at("submittedBy").asText()).isEqualTo("operator.melati");
                    assertThat(answer.get().at("next").asText()).isNotBlank();
                }
            }
            assertThat(accepted).isEqualTo(1);
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        } finally {
            threads.shutdownNow();
        }
        String id = get("operator.melati", report).at("reportId").asText();
        assertThat(testElections.count("select count(*) from desk.revision where report_id = ?::uuid", id))
                .isEqualTo(1);
        assertThat(testElections.count(
                        "select count(*) from desk.audit_event where subject = ? and type = 'Submitted'",
                        "report:" + id))
                .isEqualTo(1);
    }

    @Test
    void what_a_form_cannot_hold_is_refused_field_by_field() {
        Map<String, Object> figures = new java.util.HashMap<>(TallyMother.consistentFigures());
        figures.put("ss_sisa", 1000);
        figures.put("ss_rusak", -1);
        figures.put("suara_sah", "dua ratus");
        figures.remove("pemilih_dpt_l");
        figures.put("tidak_dikenal", 3);
        Answer refused = submit(
                "operator.melati",
                report,
                "kunci-7",
                Map.of("figures", figures, "votes", Map.of("1", 1, "2", 2.5, "3", 3)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("FIGURES_INVALID");
        assertThat(refused.at("errors"))
                .extracting(error ->
                        error.path("field").asText() + " " + error.path("code").asText())
                .containsExactlyInAnyOrder(
                        "ss_sisa FIGURE_OUT_OF_RANGE",
                        "ss_rusak FIGURE_OUT_OF_RANGE",
                        "suara_sah FIGURE_NOT_A_NUMBER",
                        "pemilih_dpt_l FIGURE_MISSING",
                        "tidak_dikenal FIELD_UNKNOWN",
                        "suara_2 FIGURE_NOT_A_NUMBER");
        assertThat(get("operator.melati", report).at("status").asText()).isEqualTo("AWAITED");
    }

    @Test
    void a_closed_contest_takes_no_report() {
        assertThat(post("admin", election.contest("bupati") + "/close", null).status())
                .isEqualTo(204);
        assertThat(submit("operator.melati", report, "kunci-8", consistent()).code())
                .isEqualTo("CONTEST_NOT_OPEN");
    }

    private static Map<String, Object> consistent() {
        return Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes());
    }
}
