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
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The road of a report through the API, from opening to approval. */
class RoadIT extends RunningDesk {

    private TestElection election;
    private String report;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

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
        assertThat(receipt.at("receipt").asString()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(receipt.at("findings")).isEmpty();

        assertThat(get("verifikator.satu", "/inbox?role=verifier").at("total").asInt())
                .isEqualTo(1);
        assertThat(post("verifikator.satu", report + "/claim", null).status()).isEqualTo(200);
        Answer held = post("verifikator.dua", report + "/claim", null);
        assertThat(held.status()).isEqualTo(409);
        assertThat(held.code()).isEqualTo("HELD_BY_ANOTHER");
        assertThat(held.at("holder").asString()).isEqualTo("verifikator.satu");

        Answer approved = approve("verifikator.satu", report);
        assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
        assertThat(approved.at("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.body().has("step")).isFalse();
        assertThat(get("verifikator.satu", "/inbox?role=verifier").at("total").asInt())
                .isZero();

        Answer recap = get("supervisor", election.contest("bupati") + "/recap?region=" + election.regency());
        assertThat(recap.at("whole").path("votes").path("2").asInt()).isEqualTo(108);
        assertThat(recap.at("whole").path("reported").asInt()).isEqualTo(1);
        assertThat(recap.at("disclaimer").asString()).contains("bukan hasil resmi");
    }

    @Test
    void through_a_correction_to_approval() {
        Map<String, Object> wrong = Map.of(
                "figures", TallyMother.consistentFigures(),
                "votes", Map.of("1", 90, "2", 408, "3", 10),
                "confirmed", true,
                "explanations", Map.of("H3", "tertulis begitu", "H9", "tertulis begitu"));
        assertThat(submit("operator.melati", report, "kunci-2", wrong).status()).isEqualTo(201);

        Answer unread = post("verifikator.satu", report + "/corrections", Map.of("changes", Map.of("suara_2", 108)));
        assertThat(unread.code()).isEqualTo("BLIND_CHECK_MISSING");
        assertThat(unread.at("next").asString()).isNotBlank();
        readPhoto("verifikator.satu", report);
        Map<String, Object> elsewhere =
                Map.of("photo", java.util.UUID.randomUUID(), "x", 1, "y", 1, "width", 10, "height", 10);
        Answer nowhere = post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_2", 108), "reason", "foto menunjukkan 108", "spot", elsewhere));
        assertThat(nowhere.code()).isEqualTo("PHOTO_UNKNOWN");
        Answer requested = post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_2", 108), "reason", "foto menunjukkan 108"));
        assertThat(requested.status()).as("%s", requested.body()).isEqualTo(201);
        assertThat(requested.at("step").asString()).isEqualTo("Task_ConfirmCorrection");
        assertThat(post("operator.kenanga", report + "/corrections/1/confirmation", null)
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(post("operator.melati", report + "/corrections/1/confirmation", null)
                        .at("status")
                        .asString())
                .isEqualTo("CORRECTION_CONFIRMED");
        Answer applied = post("verifikator.satu", report + "/corrections/1/application", null);
        assertThat(applied.at("status").asString()).isEqualTo("RECHECK");
        assertThat(applied.at("findings")).isEmpty();
        assertThat(applied.at("revisions")).hasSize(2);
        assertThat(approve("verifikator.satu", report).code()).isEqualTo("FOUR_EYES");
        Answer approved = approve("verifikator.dua", report);
        assertThat(approved.at("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.at("history").findValuesAsString("type"))
                .containsExactly(
                        "Submitted",
                        "Locked",
                        "CheckedBlind",
                        "CorrectionRequested",
                        "CorrectionAnswered",
                        "CorrectionApplied",
                        "CheckedBlind",
                        "Approved");
    }

    @Test
    void a_disputed_correction_is_decided_by_a_supervisor() {
        corrected("kunci-3");
        Answer without = answer("DISPUTED", " ");
        assertThat(without.code()).isEqualTo("COMMENT_MISSING");
        Answer disputed = answer("DISPUTED", "di kertas memang 90");
        assertThat(disputed.at("status").asString()).isEqualTo("DISPUTED");
        assertThat(disputed.at("step").asString()).isEqualTo("Task_DecideCorrection");
        assertThat(get("supervisor", "/inbox?role=supervisor").at("total").asInt())
                .isEqualTo(1);
        assertThat(get("verifikator.satu", "/inbox?role=verifier").at("total").asInt())
                .isZero();
        String decision = report + "/corrections/1/decision";
        assertThat(post("verifikator.dua", decision, Map.of("upheld", true)).code())
                .isEqualTo("ROLE_MISSING");
        assertThat(post("supervisor", decision, Map.of("upheld", true)).code()).isEqualTo("REASON_MISSING");
        Answer decided = post("supervisor", decision, Map.of("upheld", true, "reason", "foto jelas 91"));
        assertThat(decided.at("status").asString()).isEqualTo("CORRECTION_CONFIRMED");
        post("verifikator.satu", report + "/corrections/1/application", null);
        Answer approved = approve("verifikator.dua", report);
        assertThat(approved.at("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.at("votes").path("1").asInt()).isEqualTo(91);
        assertThat(approved.at("corrections").get(0).path("decision").asString())
                .isEqualTo("foto jelas 91");
    }

    @Test
    void what_the_form_really_says_stands_though_it_is_inconsistent_and_is_seen_in_the_recap() {
        corrected("kunci-9");
        Answer kept = answer("AS_WRITTEN", "C.Hasil memang begitu");
        assertThat(kept.at("status").asString()).isEqualTo("RECHECK");
        assertThat(approve("verifikator.satu", report).code()).isEqualTo("FOUR_EYES");
        Answer approved = approve("verifikator.dua", report);
        assertThat(approved.at("status").asString()).isEqualTo("APPROVED");
        assertThat(approved.at("asWritten").asBoolean()).isFalse();

        String other = election.report("bupati", election.station(1, 2));
        Map<String, Object> odd = Map.of(
                "figures",
                TallyMother.figuresWith("ss_sisa", 80),
                "votes",
                TallyMother.consistentVotes(),
                "confirmed",
                true,
                "explanations",
                Map.of("H6", "tertulis begitu"));
        assertThat(submit("operator.melati", other, "kunci-10", odd).status()).isEqualTo(201);
        assertThat(approve("verifikator.satu", other).at("asWritten").asBoolean())
                .isTrue();
        Answer recap = get("supervisor", election.contest("bupati") + "/recap");
        assertThat(recap.at("whole").path("asWritten").asInt()).isEqualTo(1);
    }

    @Test
    void a_correction_that_is_not_answered_in_time_is_handed_to_a_supervisor_by_the_clock() {
        corrected("kunci-11");
        fireTimer(get("supervisor", report));
        Answer overdue = get("supervisor", report);
        assertThat(overdue.at("status").asString()).isEqualTo("DISPUTED");
        assertThat(overdue.at("corrections").get(0).path("state").asString()).isEqualTo("OVERDUE");
        assertThat(answer("CONFIRMED", "").code()).isEqualTo("NOT_NOW");
        Answer decided = post(
                "supervisor", report + "/corrections/1/decision", Map.of("upheld", false, "reason", "foto jelas 90"));
        assertThat(decided.at("status").asString()).isEqualTo("RECHECK");
        assertThat(approve("verifikator.dua", report).at("votes").path("1").asInt())
                .isEqualTo(90);
    }

    @Test
    void the_verifier_reads_the_photo_before_the_figures_are_shown() {
        submit("operator.melati", report, "kunci-12", consistent());
        Answer veiled = get("verifikator.satu", report);
        assertThat(veiled.at("blind").path("veiled").asBoolean()).isTrue();
        assertThat(veiled.at("figures")).isEmpty();
        assertThat(veiled.at("votes")).isEmpty();
        assertThat(veiled.at("revisions")).isEmpty();
        assertThat(veiled.at("history")).isEmpty();
        assertThat(get("supervisor", report).at("votes").path("1").asInt()).isEqualTo(90);
        assertThat(post("verifikator.satu", report + "/approval", null).code()).isEqualTo("BLIND_CHECK_MISSING");

        Map<String, Object> keyed = new java.util.TreeMap<>(
                Map.of("suara_1", 91, "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2));
        Answer differs = post("verifikator.satu", report + "/blind-check", Map.of("figures", keyed));
        assertThat(differs.at("blind").path("differing"))
                .extracting(tools.jackson.databind.JsonNode::asString)
                .containsExactly("suara_1");
        assertThat(differs.at("votes").path("1").asInt()).isEqualTo(90);
        assertThat(post("verifikator.satu", report + "/approval", null).code()).isEqualTo("BLIND_CHECK_DIFFERS");
        keyed.remove("suara_3");
        keyed.put("suara_1", "90x");
        Answer wrong = post("verifikator.satu", report + "/blind-check", Map.of("figures", keyed));
        assertThat(wrong.code()).isEqualTo("FIGURES_INVALID");
        assertThat(wrong.at("errors")).hasSize(2);
        keyed.put("suara_3", 10);
        keyed.put("suara_1", 90);
        post("verifikator.satu", report + "/blind-check", Map.of("figures", keyed));
        assertThat(post("verifikator.satu", report + "/approval", null)
                        .at("status")
                        .asString())
                .isEqualTo("APPROVED");
    }

    @Test
    void an_approved_report_is_opened_again_by_two_people_and_closes_by_itself() {
        submit("operator.melati", report, "kunci-13", consistent());
        approve("verifikator.satu", report);
        String reopening = report + "/reopening";
        assertThat(post("verifikator.dua", reopening, Map.of("cause", "MISREAD", "reason", ""))
                        .code())
                .isEqualTo("REASON_MISSING");
        assertThat(post("supervisor", reopening + "/decision", Map.of("granted", true))
                        .code())
                .isEqualTo("REOPENING_NOT_ASKED");
        Answer asked = post("verifikator.dua", reopening, Map.of("cause", "MISREAD", "reason", "terbaca 91"));
        assertThat(asked.at("status").asString()).isEqualTo("APPROVED");
        assertThat(post("verifikator.satu", reopening, Map.of("cause", "OTHER", "reason", "lagi"))
                        .code())
                .isEqualTo("REOPENING_PENDING");
        assertThat(get("supervisor", "/inbox?role=supervisor").at("total").asInt())
                .isEqualTo(1);
        Answer granted = post("supervisor", reopening + "/decision", Map.of("granted", true));
        assertThat(granted.at("status").asString()).isEqualTo("REOPENED");
        assertThat(granted.at("step").asString()).isEqualTo("Task_ReviewReopened");
        assertThat(granted.at("reopenings").get(0).path("closesAt").asString()).endsWith("16:59:00Z"); // 23.59 WIB
        fireTimer(granted);
        Answer closed = get("supervisor", report);
        assertThat(closed.at("status").asString()).isEqualTo("APPROVED");
        assertThat(closed.at("reopenings").get(0).path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.body().has("step")).isFalse();

        post("verifikator.dua", reopening, Map.of("cause", "FORM_CORRECTED", "reason", "PPK memperbaiki"));
        post("supervisor", reopening + "/decision", Map.of("granted", true));
        Answer requested = post(
                "verifikator.dua",
                report + "/corrections",
                Map.of("changes", Map.of("suara_1", 91), "reason", "PPK memperbaiki"));
        assertThat(requested.at("step").asString()).isEqualTo("Task_ConfirmCorrection");
        answer("CONFIRMED", "");
        post("verifikator.dua", report + "/corrections/1/application", null);
        Answer again = approve("verifikator.satu", report);
        assertThat(again.at("revisions")).hasSize(2);
        assertThat(again.at("reopenings").get(1).path("state").asString()).isEqualTo("USED");
    }

    @Test
    void the_operator_is_told_which_of_four_locks_it_is_and_whom_to_call() {
        submit("operator.melati", report, "kunci-14", consistent());
        assertLocked("ALREADY_REPORTED");
        post("verifikator.satu", report + "/claim", null);
        assertLocked("UNDER_REVIEW");
        approve("verifikator.satu", report);
        assertLocked("ALREADY_APPROVED");
        post("admin", election.contest("bupati") + "/close", null);
        report = election.report("bupati", election.station(1, 3));
        assertLocked("CONTEST_CLOSED");
    }

    private void assertLocked(String code) {
        Answer refused = submit("operator.melati", report, "kunci-" + code, consistent());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.at("next").asString()).contains("posko Desk");
    }

    /** Sent as consistent, and a correction of paslon 1 asked for. */
    private void corrected(String key) {
        submit("operator.melati", report, key, consistent());
        readPhoto("verifikator.satu", report);
        Answer requested = post(
                "verifikator.satu",
                report + "/corrections",
                Map.of("changes", Map.of("suara_1", 91), "reason", "tampak 91"));
        assertThat(requested.status()).as("%s", requested.body()).isEqualTo(201);
    }

    private Answer answer(String answer, String comment) {
        return post(
                "operator.melati",
                report + "/corrections/1/confirmation",
                Map.of("answer", answer, "comment", comment));
    }

    /** What the clock does, without waiting for it. */
    private void fireTimer(Answer seen) {
        var job = management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(seen.at("reportId").asString())
                        .singleResult()
                        .getId())
                .timers()
                .singleResult();
        management.executeJob(job.getId());
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
        assertThat(approve("verifikator.satu", report).at("status").asString()).isEqualTo("RECHECK");
        assertThat(approve("verifikator.satu", report).code()).isEqualTo("FOUR_EYES");
        assertThat(approve("verifikator.dua", report).at("status").asString()).isEqualTo("APPROVED");
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
                    assertThat(answer.get().at("submittedBy").asString()).isEqualTo("operator.melati");
                    assertThat(answer.get().at("next").asString()).isNotBlank();
                }
            }
            assertThat(accepted).isEqualTo(1);
            assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        } finally {
            threads.shutdownNow();
        }
        String id = get("operator.melati", report).at("reportId").asString();
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
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder(
                        "ss_sisa FIGURE_OUT_OF_RANGE",
                        "ss_rusak FIGURE_OUT_OF_RANGE",
                        "suara_sah FIGURE_NOT_A_NUMBER",
                        "pemilih_dpt_l FIGURE_MISSING",
                        "tidak_dikenal FIELD_UNKNOWN",
                        "suara_2 FIGURE_NOT_A_NUMBER");
        assertThat(get("operator.melati", report).at("status").asString()).isEqualTo("AWAITED");
    }

    private static Map<String, Object> consistent() {
        return Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes());
    }
}
