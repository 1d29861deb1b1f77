package id.deskpemilu.escalation.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** The stages of an evening are changed while it runs; a rehearsal has a clock of its own, a real election has not. */
class StagesIT extends CoordinatorsDesk {

    private String base = "";

    @BeforeEach
    void its_page() {
        base = "/admin/elections/" + election.code();
    }

    @Test
    void stages_are_changed_while_the_election_runs_and_each_change_is_an_event() throws Exception {
        rehearsalAt("2024-11-27T14:00:00+07:00");
        assertThat(page("admin", base + "/stages")).contains("value=\"15:00\"", "value=\"18:30\"", "Jam gladi");
        Map<String, String> form = new TreeMap<>(Map.of(
                "at_0",
                "15:30",
                "kind_0",
                "REMINDER",
                "at_1",
                "18.45",
                "kind_1",
                "KECAMATAN",
                "at_2",
                "",
                "kind_2",
                "CUTOFF"));
        form.putAll(Map.of("at_3", "00:30", "kind_3", "CUTOFF", "next_3", "true"));
        assertThat(form("admin", base + "/stages", form).getRedirectedUrl()).isEqualTo(base + "/stages");
        String changed = page("admin", base + "/stages");
        assertThat(changed).contains("value=\"15:30\"", "value=\"18:45\"", "value=\"00:30\"");
        assertThat(changed).doesNotContain("value=\"15:00\"", "value=\"20:00\"");
        assertThat(jdbc.sql("select data::text from desk.audit_event where subject = ? and type = 'StagesChanged'")
                        .param("election:" + election.code())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("18:30", "18:45");
    }

    @Test
    void what_cannot_be_a_stage_is_refused_and_what_was_typed_stays() throws Exception {
        rehearsalAt("2024-11-27T16:00:00+07:00");
        refused(Map.of("at_0", "soon", "kind_0", "REMINDER"), "bukan jam yang dapat dibaca");
        refused(Map.of("at_0", "19:00", "kind_0", "NOBODY"), "bukan jam yang dapat dibaca");
        refused(Map.of(), "Perlu 1 sampai");
        refused(Map.of("at_0", "19:00", "kind_0", "REMINDER", "at_1", "19:00", "kind_1", "CUTOFF"), "Perlu 1 sampai");
        refused(Map.of("at_0", "15:45", "kind_0", "REMINDER"), "sudah lewat");
        assertThat(page("admin", base + "/stages")).contains("value=\"15:00\"", "value=\"20:00\"");
    }

    private void refused(Map<String, String> form, String why) throws Exception {
        MockHttpServletResponse answer = form("admin", base + "/stages", form);
        assertThat(answer.getStatus()).as(why).isEqualTo(422);
        assertThat(answer.getContentAsString(UTF_8)).contains(why, form.getOrDefault("at_0", ""));
    }

    @Test
    void the_clock_of_a_rehearsal_is_put_forward_and_stopped_and_never_put_back() throws Exception {
        rehearsalAt("2024-11-27T14:00:00+07:00");
        assertThat(form("admin", base + "/clock", Map.of("shown", "2024-11-27T17:30", "speed", "0"))
                        .getRedirectedUrl())
                .isEqualTo(base + "/stages");
        assertThat(page("admin", base + "/stages")).contains("pukul 17.30 WIB", "berhenti");
        MockHttpServletResponse back =
                form("admin", base + "/clock", Map.of("shown", "2024-11-27T13:00", "speed", "1"));
        assertThat(back.getStatus()).isEqualTo(422);
        assertThat(back.getContentAsString(UTF_8)).contains("value=\"2024-11-27T13:00\"", "href=\"#clock-shown\"");
        assertThat(form("admin", base + "/clock", Map.of("shown", "tonight")).getStatus())
                .isEqualTo(422);
        assertThat(form("admin", base + "/clock", Map.of("speed", "-1")).getStatus())
                .isEqualTo(422);
        assertThat(form("admin", base + "/clock", Map.of("speed", "60")).getRedirectedUrl())
                .isEqualTo(base + "/stages");
        assertThat(page("admin", base + "/stages")).contains("60 kali lebih cepat");
    }

    @Test
    void a_real_election_has_no_clock_of_its_own() throws Exception {
        assertThat(page("admin", base + "/stages")).doesNotContain("Jam gladi");
        MockHttpServletResponse refused = form("admin", base + "/clock", Map.of("speed", "60"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(testElections.count(
                        "select count(*) from desk.rehearsal_clock k join desk.election e on e.id = k.election_id"
                                + " where e.code = ?",
                        election.code()))
                .isZero();
    }
}
