package id.deskpemilu.report.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** A coordinator or a supervisor enters a form in the place of the operator: with a reason, a mark, and four eyes. */
class OnBehalfIT extends EntryDesk {

    private static final String REASON = "operator sakit, C.Hasil dikirim ketua KPPS";

    private String report = "";

    @BeforeEach
    void an_open_contest() {
        opened(ContestType.BUPATI);
        report = election.report("bupati", election.station(1, 1));
    }

    @Test
    void it_is_marked_wherever_it_is_shown_and_goes_the_same_way() {
        Answer blank = submit("koordinator", report, "k-0", figures("  "));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.code()).isEqualTo("ON_BEHALF_REASON_MISSING");
        assertThat(blank.at("next").asString()).isNotBlank();
        Answer receipt = submit("koordinator", report, "k-1", figures(REASON));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
        assertThat(submit("koordinator", report, "k-1", figures(REASON)).at("receipt"))
                .as("a repetition hears the same")
                .isEqualTo(receipt.at("receipt"));
        Answer second = submit("operator.melati", report, "k-2", figures(null));
        assertThat(second.code()).isEqualTo("ALREADY_REPORTED");
        assertThat(submit("supervisor", report, "k-3", figures(REASON)).code()).isEqualTo("ALREADY_REPORTED");

        Answer read = get("supervisor", report);
        assertThat(read.at("submittedBy").asString()).isEqualTo("koordinator");
        assertThat(read.at("onBehalf").path("as").asString()).isEqualTo("COORDINATOR");
        assertThat(read.at("onBehalf").path("reason").asString()).isEqualTo(REASON);
        assertThat(read.at("history")
                        .get(0)
                        .path("data")
                        .path("onBehalf")
                        .path("reason")
                        .asString())
                .isEqualTo(REASON);
        assertThat(get("verifikator.satu", "/inbox?role=verifier")
                        .at("items")
                        .get(0)
                        .path("onBehalf")
                        .asBoolean())
                .isTrue();
        assertThat(approve("verifikator.satu", report).at("status").asString()).isEqualTo("APPROVED");
    }

    @Test
    void a_report_of_the_operator_carries_no_mark() {
        assertThat(submit("operator.melati", report, "k-1", figures(null)).status())
                .isEqualTo(201);
        Answer read = get("supervisor", report);
        assertThat(read.body().has("onBehalf")).isFalse();
        assertThat(read.at("history").get(0).path("data").has("onBehalf")).isFalse();
    }

    @Test
    void a_correction_is_answered_by_who_entered_it_or_by_the_operator() {
        String other = election.report("bupati", election.station(1, 2));
        for (String one : List.of(report, other)) {
            Map<String, Object> body = figures(REASON);
            if (one.equals(other)) { // no two TPS have the same figures
                body.put("votes", Map.of("1", 80, "2", 108, "3", 20));
                body.put("confirmed", true);
            }
            Answer sent = submit("koordinator", one, "k-" + one, body);
            assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
            readPhoto("verifikator.satu", one);
            assertThat(post(
                                    "verifikator.satu",
                                    one + "/corrections",
                                    Map.of("changes", Map.of("suara_2", 107), "reason", "tampak 107"))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(post("supervisor", report + "/corrections/1/confirmation", null)
                        .code())
                .isEqualTo("ROLE_MISSING");
        assertThat(post("koordinator", report + "/corrections/1/confirmation", null)
                        .at("status")
                        .asString())
                .isEqualTo("CORRECTION_CONFIRMED");
        assertThat(post("operator.melati", other + "/corrections/1/confirmation", null)
                        .at("status")
                        .asString())
                .isEqualTo("CORRECTION_CONFIRMED");
    }

    @Test
    void the_pages_lead_a_coordinator_the_same_way_and_ask_for_the_reason() throws Exception {
        assertThat(page(KOORDINATOR, base)).contains("Isi atas nama operator");
        assertThat(page(KOORDINATOR, base + "/entry")).contains("Anda mengisi atas nama operator.");
        assertThat(page(MELATI, base + "/entry")).doesNotContain("atas nama operator");

        Map<String, Object> typed = new HashMap<>(TallyMother.consistentFigures());
        TallyMother.consistentVotes().forEach((number, votes) -> typed.put("suara_" + number, votes));
        typed.put("idempotencyKey", "kunci-k");
        assertThat(form(KOORDINATOR, base + "/entry", typed).getRedirectedUrl())
                .isEqualTo(base + "/entry?step=readback");
        assertThat(page(KOORDINATOR, base + "/entry?step=readback")).contains("name=\"explanation_ON_BEHALF\"");

        typed.put("confirmed", "true");
        MockHttpServletResponse refused = form(KOORDINATOR, base + "/submission", typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("href=\"#explanation_ON_BEHALF\"", "dua ratus delapan");

        typed.remove("confirmed");
        typed.put("explanation_ON_BEHALF", REASON);
        MockHttpServletResponse unticked = form(KOORDINATOR, base + "/submission", typed);
        assertThat(unticked.getStatus()).as("no finding, so no tick is needed").isEqualTo(302);
        assertThat(page(KOORDINATOR, base + "/receipt"))
                .contains("atas nama operator")
                .doesNotContain("href=\"/tasks\"");
        assertThat(page(MELATI, base))
                .contains(
                        "atas nama operator.",
                        REASON,
                        "dikirim atas nama operator dan dikunci",
                        "Revisi 1: dikirim atas nama operator");
    }

    @Test
    void what_a_coordinator_has_typed_is_kept_with_the_reason_and_is_no_draft_of_the_operator() throws Exception {
        form(KOORDINATOR, base + "/entry", Map.of("suara_1", "90", "explanation_ON_BEHALF", REASON));
        assertThat(box(page(KOORDINATOR, base + "/entry"), "suara_1")).isEqualTo("90");
        assertThat(box(page(MELATI, base + "/entry"), "suara_1")).isEmpty();
        assertThat(jdbc.sql("select explanations ->> 'ON_BEHALF' from desk.draft where username = 'koordinator'")
                        .query(String.class)
                        .list())
                .contains(REASON);
        testElections.forgetDrafts();
    }

    private static Map<String, Object> figures(String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("figures", TallyMother.consistentFigures());
        body.put("votes", TallyMother.consistentVotes());
        if (reason != null) {
            body.put("onBehalf", Map.of("reason", reason));
        }
        return body;
    }
}
