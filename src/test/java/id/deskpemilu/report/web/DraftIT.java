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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What an operator types is kept on the desk: for this operator alone, and until the report is sent. */
class DraftIT extends EntryDesk {

    @BeforeEach
    void an_open_contest() {
        opened(ContestType.BUPATI);
    }

    @Test
    void what_was_typed_on_one_phone_stands_on_the_next() throws Exception {
        MockHttpServletResponse kept =
                autosave(MELATI, Map.of("key", "kunci-a", "figures", Map.of("suara_1", "90", "suara_2", "1o8")));
        assertThat(kept.getStatus()).as(kept.getContentAsString()).isEqualTo(200);
        assertThat(kept.getContentAsString()).contains("\"filled\":2", "\"boxes\":28", " WIB\"", "\"at\":");

        String form = page(MELATI, base + "/entry");
        assertThat(box(form, "suara_1")).isEqualTo("90");
        assertThat(box(form, "suara_2")).as("as it was typed").isEqualTo("1o8");
        assertThat(box(form, "suara_3")).isEmpty();
        assertThat(hidden(form, "idempotencyKey")).isEqualTo("kunci-a");
        assertThat(form).contains("Tersimpan ");
        assertThat(page(MELATI, "/tasks")).contains("2 dari 28 angka");
    }

    @Test
    void boxes_that_are_not_named_stay_and_an_empty_draft_is_none() throws Exception {
        autosave(MELATI, Map.of("figures", Map.of("suara_1", "90")));
        autosave(MELATI, Map.of("figures", Map.of("suara_2", "108"), "explanations", Map.of("H3", "salah jumlah")));
        assertThat(box(page(MELATI, base + "/entry"), "suara_1")).isEqualTo("90");
        autosave(MELATI, Map.of("figures", Map.of("suara_1", "", "suara_2", ""), "explanations", Map.of("H3", "")));
        assertThat(drafts()).isZero();
        assertThat(page(MELATI, "/tasks")).doesNotContain("dari 28 angka");
    }

    @Test
    void a_colleague_of_the_same_desa_sees_nothing_of_it() throws Exception {
        testElections.assign(KENANGA, "OPERATOR", election.village(1));
        autosave(MELATI, Map.of("figures", Map.of("suara_1", "90")));
        assertThat(box(page(KENANGA, base + "/entry"), "suara_1")).isEmpty();
        assertThat(page(KENANGA, "/tasks")).doesNotContain("dari 28 angka");
        autosave(KENANGA, Map.of("figures", Map.of("suara_1", "91")));
        assertThat(box(page(MELATI, base + "/entry"), "suara_1")).isEqualTo("90");
        assertThat(get("supervisor", election.contest("bupati") + "/recap?region=" + election.regency())
                        .at("whole")
                        .path("reported")
                        .asInt())
                .as("a draft is never counted")
                .isZero();
    }

    @Test
    void it_is_gone_when_the_report_is_sent_and_nothing_comes_after() throws Exception {
        testElections.assign(KENANGA, "OPERATOR", election.village(1));
        autosave(KENANGA, Map.of("figures", Map.of("suara_1", "91")));
        assertThat(form(MELATI, base + "/entry", typed()).getRedirectedUrl()).isEqualTo(base + "/entry?step=readback");
        assertThat(drafts()).isEqualTo(2);
        String readBack = page(MELATI, base + "/entry?step=readback");
        assertThat(readBack).contains("dua ratus delapan");
        assertThat(hidden(readBack, "idempotencyKey")).isEqualTo("kunci-b");
        Map<String, Object> sent = typed();
        sent.put("confirmed", "true");
        assertThat(form(MELATI, base + "/submission", sent).getRedirectedUrl()).isEqualTo(base + "/receipt");
        assertThat(drafts()).isZero();

        MockHttpServletResponse late = autosave(MELATI, Map.of("figures", Map.of("suara_1", "90")));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("ALREADY_REPORTED");
        assertThat(drafts()).isZero();
        assertThat(form(MELATI, base + "/submission", sent).getRedirectedUrl())
                .as("sent again with the same key")
                .isEqualTo(base + "/receipt");
        sent.put("suara_1", 91);
        MockHttpServletResponse other = form(MELATI, base + "/submission", sent);
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat(other.getContentAsString(UTF_8)).contains("sudah dilaporkan");
    }

    @Test
    void what_can_be_no_entry_is_refused() throws Exception {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("figures", Map.of("suara_4", "1")),
                Map.of("figures", Map.of("suara_1_0", "1")),
                Map.of("figures", Map.of("suara_1", "1".repeat(21))),
                Map.of("figures", Map.of("suara_1", "1\u0000")),
                Map.of("explanations", Map.of("X9", "begitu")),
                Map.of("explanations", Map.of("H3", "x".repeat(1001))))) {
            MockHttpServletResponse refused = autosave(MELATI, body);
            assertThat(refused.getStatus()).as(body.toString()).isEqualTo(422);
            assertThat(refused.getContentAsString()).contains("DRAFT_INVALID");
        }
        assertThat(autosave(MELATI, Map.of("figures", "banyak")).getStatus()).isEqualTo(422);
        assertThat(drafts()).isZero();
    }

    @Test
    void what_a_box_cannot_hold_is_shown_and_what_can_be_is_kept() throws Exception {
        Map<String, Object> typed = typed();
        typed.put("suara_2", "9".repeat(30));
        typed.put("suara_3", "x");
        typed.remove("ss_sisa");
        MockHttpServletResponse refused = form(MELATI, base + "/entry", typed);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("3 kotak", "9".repeat(30));
        String form = page(MELATI, base + "/entry");
        assertThat(box(form, "suara_1")).isEqualTo("90");
        assertThat(box(form, "suara_2")).isEmpty();
        assertThat(box(form, "suara_3")).isEqualTo("x");
        assertThat(ask(MELATI, MockMvcRequestBuilders.get(base + "/entry?step=readback"))
                        .getRedirectedUrl())
                .isEqualTo(base + "/entry?check=true");
        assertThat(page(MELATI, base + "/entry?check=true")).contains("3 kotak");
    }

    @Test
    void whoever_goes_back_from_the_read_back_keeps_reasons_and_figures() throws Exception {
        Map<String, Object> typed = typed();
        typed.put("suara_1", 91);
        form(MELATI, base + "/entry", typed);
        typed.put("explanation_H3", "KPPS salah menjumlah");
        typed.put("back", "1");
        autosave(MELATI, Map.of("figures", Map.of("suara_3", "11"))); // on another phone meanwhile
        assertThat(form(MELATI, base + "/entry", typed).getRedirectedUrl()).isEqualTo(base + "/entry");
        String form = page(MELATI, base + "/entry");
        assertThat(box(form, "suara_1")).isEqualTo("91");
        assertThat(box(form, "suara_3")).isEqualTo("11");
        assertThat(hidden(form, "idempotencyKey")).isEqualTo("kunci-b");
        assertThat(page(MELATI, base + "/entry?step=readback")).contains("KPPS salah menjumlah");
    }

    private static Map<String, Object> typed() {
        Map<String, Object> typed = new HashMap<>(TallyMother.consistentFigures());
        TallyMother.consistentVotes().forEach((number, votes) -> typed.put("suara_" + number, votes));
        typed.put("idempotencyKey", "kunci-b");
        return typed;
    }

    private long drafts() {
        return testElections.count(
                "select count(*) from desk.draft d join desk.report r on r.id = d.report_id" + " where r.station = ?",
                election.station(1, 1));
    }
}
