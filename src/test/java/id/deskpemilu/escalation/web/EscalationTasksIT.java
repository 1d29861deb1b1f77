package id.deskpemilu.escalation.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.escalation.EscalationId;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.SilentDesa;
import id.deskpemilu.report.TallyMother;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What is silent, as a list and as a task: who sees it, what can be done about it, and what is refused. */
class EscalationTasksIT extends CoordinatorsDesk {

    private EscalationId id = EscalationId.random();
    private String page = "";
    private String api = "";

    @BeforeEach
    void a_silent_desa() {
        id = SilentDesa.at(desk, election, "bupati", 1, Level.KECAMATAN);
        page = "/escalations/" + id;
        api = "/elections/" + election.code() + "/escalations/" + id;
    }

    @Test
    void the_list_has_what_is_silent_in_the_own_regions_and_follows_its_filters() throws Exception {
        SilentDesa.at(desk, election, "bupati", 2, Level.KABUPATEN);
        String all = "/escalations?election=" + election.code();
        assertThat(page(KOORDINATOR, all)).contains("Desa Uji 1", "Desa Uji 2", "2 berjalan", "menunggu koordinator");
        assertThat(page(KOORDINATOR, all + "&level=KABUPATEN"))
                .contains("Desa Uji 2", "menunggu supervisor")
                .doesNotContain(page);
        assertThat(page(SUPERVISOR, all + "&kind=UNVERIFIED")).contains("Tidak ada eskalasi dengan saringan ini");
        assertThat(page(SUPERVISOR, all + "&state=ENDED&region=" + election.district()))
                .doesNotContain("Desa Uji 1</b>");
        assertThat(page(SUPERVISOR, all + "&level=nonsense")).contains("Desa Uji 1");
        assertThat(ask(KOORDINATOR, MockMvcRequestBuilders.get("/escalations?region=" + election.regency()))
                        .getStatus())
                .isEqualTo(403);

        Answer list = get("koordinator", "/elections/" + election.code() + "/escalations?level=KECAMATAN");
        assertThat(list.at("total").asInt()).isEqualTo(1);
        assertThat(list.at("escalations").get(0).path("id").asString()).isEqualTo(id.toString());
        assertThat(get("operator.melati", "/elections/" + election.code() + "/escalations")
                        .code())
                .isEqualTo("ROLE_MISSING");
    }

    @Test
    void the_task_shows_what_is_silent_who_was_told_and_whom_to_call() throws Exception {
        upload(
                "admin",
                election.code(),
                Map.of(
                        "contacts",
                        "wilayah;nama;jabatan;telepon\n%s;Wahyu Uji;Sekretaris desa;0812 0000 0001\n"
                                .formatted(election.village(1))),
                false);
        assertThat(page(KOORDINATOR, page))
                .contains("TPS 001", "TPS 002", "Isi atas nama operator", "href=\"tel:+6281200000001\"")
                .contains("Mengetahui, saya tangani", "Tidak terjangkau", "Serahkan ke operator lain")
                .contains("escalation.svg?at=Task_CallResponsible", "Mulai ditunggu")
                .doesNotContain("??");
        Answer read = get("koordinator", api);
        assertThat(read.at("silent").findValuesAsString("station"))
                .containsExactly(election.station(1, 1), election.station(1, 2));
        assertThat(read.at("told").findValuesAsString("template")).contains("DESA_SILENT");
        assertThat(read.at("contacts").get(0).path("name").asString()).isEqualTo("Wahyu Uji");
        assertThat(read.at("task").asBoolean()).isTrue();
        assertThat(read.at("step").asString()).isEqualTo("Task_CallResponsible");
        assertThat(get("koordinator", "/elections/simulasi-lain/escalations/" + id)
                        .code())
                .isEqualTo("ESCALATION_UNKNOWN");
        assertThat(ask(KOORDINATOR, MockMvcRequestBuilders.get("/escalations/" + EscalationId.random()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(ask("operator.melati", MockMvcRequestBuilders.get(page)).getStatus())
                .isEqualTo(403);
    }

    @Test
    void who_takes_note_is_seen_and_what_happens_next_stays() throws Exception {
        assertThat(form(KOORDINATOR, page + "/acknowledgement", Map.of()).getRedirectedUrl())
                .isEqualTo(page);
        assertThat(page(SUPERVISOR, page)).contains("ditangani ", "Ditangani");
        assertThat(get("supervisor", api).at("state").asString()).isEqualTo("WAITING");
        assertThat(post("supervisor", api + "/acknowledgement", null)
                        .at("acknowledgedBy")
                        .asString())
                .isEqualTo("supervisor");
    }

    @Test
    void it_is_put_off_with_a_reason_only() throws Exception {
        MockHttpServletResponse refused = form(KOORDINATOR, page + "/snooze", Map.of("minutes", "30", "reason", "  "));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(UTF_8)).contains("href=\"#snooze-reason\"", "Belum disimpan");
        MockHttpServletResponse never =
                form(KOORDINATOR, page + "/snooze", Map.of("minutes", "0", "reason", "masih menghitung"));
        assertThat(never.getStatus()).isEqualTo(422);
        assertThat(never.getContentAsString(UTF_8)).contains("masih menghitung", "Penundaan harus antara");
        assertThat(post("koordinator", api + "/snooze", Map.of("minutes", 181, "reason", "lama"))
                        .code())
                .isEqualTo("SNOOZE_INVALID");
        assertThat(post("koordinator", api + "/snooze", Map.of("minutes", 30)).code())
                .isEqualTo("REASON_MISSING");
        assertThat(post("koordinator", api + "/snooze", Map.of("minutes", 30, "reason", "x".repeat(501)))
                        .code())
                .isEqualTo("TEXT_TOO_LONG");

        assertThat(form(KOORDINATOR, page + "/snooze", Map.of("minutes", "30", "reason", "masih menghitung"))
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(page(KOORDINATOR, page))
                .contains("ditunda", "masih menghitung", "IntermediateEvent_CoordinatorSnoozeEnded")
                .doesNotContain("snooze-minutes");
        assertThat(post("koordinator", api + "/snooze", Map.of("minutes", 30, "reason", "lagi"))
                        .code())
                .isEqualTo("ESCALATION_NO_TASK");
    }

    @Test
    void what_cannot_be_reached_goes_to_the_supervisor_and_then_waits_for_the_next_stage() throws Exception {
        assertThat(post("koordinator", api + "/unreachable", null).code()).isEqualTo("REASON_MISSING");
        Answer raised = post("koordinator", api + "/unreachable", Map.of("reason", "tidak ada sinyal"));
        assertThat(raised.at("level").asString()).isEqualTo("KABUPATEN");
        assertThat(raised.at("unreachable").asBoolean()).isTrue();
        assertThat(raised.at("task").asBoolean()).isFalse();
        assertThat(post("koordinator", api + "/unreachable", Map.of("reason", "lagi"))
                        .code())
                .isEqualTo("ESCALATION_OF_SUPERVISOR");
        assertThat(page(KOORDINATOR, page)).contains("tidak terjangkau").doesNotContain("id=\"h-acts\"");
        assertThat(form(SUPERVISOR, page + "/unreachable", Map.of("reason", "jalan putus"))
                        .getRedirectedUrl())
                .isEqualTo(page);
        assertThat(page(SUPERVISOR, page)).contains("menunggu tahap berikut", "jalan putus");
    }

    @Test
    void the_desa_is_handed_to_another_operator_at_once() throws Exception {
        assertThat(post("koordinator", api + "/handover", Map.of("username", "auditor", "reason", "sakit"))
                        .code())
                .isEqualTo("OPERATOR_UNKNOWN");
        assertThat(post("koordinator", api + "/handover", Map.of("username", "operator.melati", "reason", "sakit"))
                        .code())
                .isEqualTo("OPERATOR_SAME");
        assertThat(post("koordinator", api + "/handover", Map.of("username", "operator.kenanga"))
                        .code())
                .isEqualTo("REASON_MISSING");
        MockHttpServletResponse nobody = form(KOORDINATOR, page + "/handover", Map.of("reason", "sakit"));
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(form(KOORDINATOR, page + "/handover", Map.of("username", "operator.kenanga", "reason", "sakit"))
                        .getRedirectedUrl())
                .isEqualTo(page);

        String report = election.report("bupati", election.station(1, 1));
        assertThat(submit("operator.melati", report, "lama" + election.code(), figures(1, null))
                        .code())
                .isEqualTo("REGION_FOREIGN");
        assertThat(submit("operator.kenanga", report, "baru" + election.code(), figures(1, null))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void where_verifiers_are_waited_for_no_operator_can_be_replaced() {
        EscalationId slow = SilentDesa.silent(
                desk, election, "bupati", election.district(), EscalationKind.UNVERIFIED, Level.KABUPATEN);
        String other = "/elections/" + election.code() + "/escalations/" + slow;
        assertThat(post("supervisor", other + "/handover", Map.of("username", "operator.kenanga", "reason", "sakit"))
                        .code())
                .isEqualTo("ESCALATION_NOT_OF_DESA");
    }

    @Test
    void entry_on_behalf_of_the_last_tps_ends_it_by_itself() throws Exception {
        for (int station : new int[] {1, 2}) {
            Answer sent = submit(
                    "koordinator",
                    election.report("bupati", election.station(1, station)),
                    "ganti" + election.code() + station,
                    figures(station, "operator tidak terjangkau"));
            assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
        }
        assertThat(get("koordinator", api).at("state").asString()).isEqualTo("ENDED");
        assertThat(page(KOORDINATOR, page))
                .contains("Selesai: semua yang ditunggu sudah masuk.")
                .doesNotContain("h-acts");
        assertThat(post("koordinator", api + "/acknowledgement", null).code()).isEqualTo("ESCALATION_ENDED");
        assertThat(page(KOORDINATOR, "/escalations?election=" + election.code()))
                .contains("Tidak ada yang diam.");
        assertThat(page(KOORDINATOR, "/escalations?state=ENDED&election=" + election.code()))
                .contains("Desa Uji 1");
    }

    @Test
    void the_neighbours_coordinator_learns_nothing_and_does_nothing() throws Exception {
        testElections.unassign(KOORDINATOR);
        testElections.assign(KOORDINATOR, "COORDINATOR", election.regency() + "99");
        for (String act : new String[] {"acknowledgement", "snooze", "unreachable", "handover"}) {
            assertThat(post("koordinator", api + "/" + act, null).code())
                    .as(act)
                    .isEqualTo("REGION_FOREIGN");
            assertThat(form(KOORDINATOR, page + "/" + act, Map.of()).getStatus())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(ask(KOORDINATOR, MockMvcRequestBuilders.get(page)).getStatus())
                .isEqualTo(403);
        assertThat(get("supervisor", api).at("state").asString()).isEqualTo("WAITING");
    }

    private static Map<String, Object> figures(int station, String reason) {
        Map<String, Object> body = new HashMap<>();
        body.put("figures", TallyMother.consistentFigures());
        body.put("votes", Map.of("1", 90 - station, "2", 108, "3", 10 + station));
        body.put("confirmed", true);
        if (reason != null) {
            body.put("onBehalf", Map.of("reason", reason));
        }
        return body;
    }
}
