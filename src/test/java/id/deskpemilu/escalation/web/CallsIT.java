package id.deskpemilu.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.report.TallyMother;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Contact persons come from a file and are seen inside their region; the call list says whom to call about what. */
class CallsIT extends CoordinatorsDesk {

    private String list = "";

    @BeforeEach
    void contact_persons() {
        list = "/calls?election=" + election.code() + "&region=" + election.district();
        Answer imported = upload(
                "admin",
                election.code(),
                Map.of("contacts", """
                wilayah;nama;jabatan;telepon
                %s;Wahyu Uji;Sekretaris desa;0812 0000 0001
                %s;Ratna Uji;Camat;0331 555 123
                """.formatted(election.village(1), election.district())),
                false);
        assertThat(imported.status()).as("%s", imported.body()).isEqualTo(200);
        assertThat(imported.at("plan").path("contacts").path("added").asInt()).isEqualTo(2);
    }

    @Test
    void contacts_are_read_by_those_who_may_see_the_region_and_by_nobody_else() {
        Answer own = get("operator.melati", "/regions/" + election.village(1) + "/contacts");
        assertThat(own.body().findValuesAsString("name")).containsExactly("Wahyu Uji", "Ratna Uji");
        assertThat(own.body().findValuesAsString("number")).containsExactly("6281200000001", "62331555123");
        assertThat(get("supervisor", "/regions/" + election.village(2) + "/contacts")
                        .body()
                        .findValuesAsString("name"))
                .as("the kecamatan's where the desa has nobody")
                .containsExactly("Ratna Uji");
        Answer foreign = get("operator.kenanga", "/regions/" + election.village(1) + "/contacts");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.code()).isEqualTo("REGION_FOREIGN");
        assertThat(get("supervisor", "/regions/nowhere/contacts").code()).isEqualTo("REGION_UNKNOWN");
        assertThat(get("supervisor", "/regions/" + election.district() + "9999/contacts")
                        .code())
                .isEqualTo("REGION_UNKNOWN");
    }

    @Test
    void a_bad_row_is_named_and_nothing_is_changed() {
        Answer refused = upload(
                "admin",
                election.code(),
                Map.of("contacts", """
                wilayah;nama;jabatan;telepon
                %s;Orang Baru;Kades;0812 0000 0009
                %s;Tanpa Nomor;Kades;
                """.formatted(election.village(1), election.village(2))),
                false);
        assertThat(refused.code()).isEqualTo("IMPORT_INVALID");
        assertThat(refused.at("errors").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(refused.at("errors").get(0).path("column").asString()).isEqualTo("telepon");
        assertThat(get("supervisor", "/regions/" + election.village(1) + "/contacts")
                        .body()
                        .findValuesAsString("name"))
                .contains("Wahyu Uji")
                .doesNotContain("Orang Baru");
    }

    @Test
    void the_list_names_the_desa_that_owe_reports_and_whom_to_call_there() throws Exception {
        String page = page(KOORDINATOR, list);
        assertThat(page)
                .contains("4 TPS di 2 desa belum lapor", "Desa Uji 1", "Desa Uji 2", "2 TPS belum lapor")
                .contains("Wahyu Uji", "0812 0000 0001", "href=\"tel:+6281200000001\"")
                .contains("Ratna Uji", "href=\"tel:+62331555123\"")
                .doesNotContain("wa.me/62331555123"); // a landline has no chat
        String text = chat(page, "6281200000001");
        assertThat(text).contains("2 TPS di Desa Uji 1, Kec. Kecamatan Uji", "batas waktunya sudah lewat");
        assertThat(text).doesNotContain("SIMULASI");

        for (int station : new int[] {1, 2}) {
            Map<String, Object> sent = Map.of(
                    "figures", TallyMother.consistentFigures(),
                    "votes", Map.of("1", 90 - station, "2", 108, "3", 10 + station),
                    "confirmed", true);
            assertThat(submit(
                                    "operator.melati",
                                    election.report("bupati", election.station(1, station)),
                                    "k" + election.code() + station,
                                    sent)
                            .status())
                    .isEqualTo(201);
        }
        assertThat(page(KOORDINATOR, list)).doesNotContain("Desa Uji 1").contains("2 TPS di 1 desa belum lapor");
    }

    @Test
    void in_a_rehearsal_the_text_says_so_and_names_the_next_hour_of_its_clock() throws Exception {
        rehearsalAt("2024-11-27T17:59:00+07:00");
        String page = page(KOORDINATOR, list);
        assertThat(page).contains("18.30 WIB");
        assertThat(chat(page, "6281200000001")).startsWith("[SIMULASI]").contains("sebelum pukul 18.30 WIB");
    }

    @Test
    void who_has_called_is_ticked_and_can_be_taken_back_and_stands_in_the_log_without_a_name() throws Exception {
        Map<String, String> tick =
                Map.of("election", election.code(), "region", election.village(1), "shown", election.district());
        assertThat(form(KOORDINATOR, "/calls", tick).getRedirectedUrl()).isEqualTo(list + "#v-" + election.village(1));
        assertThat(page(KOORDINATOR, list)).contains("Dihubungi ", "1 desa yang sudah dihubungi");
        Map<String, String> undo = Map.of(
                "election",
                election.code(),
                "region",
                election.village(1),
                "shown",
                election.district(),
                "undo",
                "true");
        form(KOORDINATOR, "/calls", undo);
        form(KOORDINATOR, "/calls", undo); // twice is once
        assertThat(page(KOORDINATOR, list)).doesNotContain("Dihubungi ");
        assertThat(jdbc.sql("""
                                select type || ' ' || data::text from desk.audit_event
                                where subject = ? and type like 'VillageCall%' order by seq
                                """)
                        .param("election:" + election.code())
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(
                        event -> assertThat(event).contains(election.village(1)).doesNotContain("Wahyu", "0812"));
    }

    @Test
    void nobody_else_sees_or_ticks_it() throws Exception {
        assertThat(ask("operator.melati", MockMvcRequestBuilders.get(list)).getStatus())
                .isEqualTo(403);
        assertThat(ask(KOORDINATOR, MockMvcRequestBuilders.get("/calls?region=" + election.regency()))
                        .getStatus())
                .as("the coordinator of the kecamatan is none of the regency")
                .isEqualTo(403);
        assertThat(ask(KOORDINATOR, MockMvcRequestBuilders.get("/calls?region=x"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(form(KOORDINATOR, "/calls", Map.of("election", election.code(), "region", "9901011001"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(form(KOORDINATOR, "/calls", Map.of("election", election.code(), "region", election.district()))
                        .getStatus())
                .as("a kecamatan is no desa")
                .isEqualTo(422);
        assertThat(page(SUPERVISOR, "/calls?election=" + election.code())).contains("Kabupaten Uji", "Desa Uji 2");
    }

    /** The ready text for that number. */
    private static String chat(String page, String number) {
        String start = "https://wa.me/" + number + "?text=";
        int at = page.indexOf(start) + start.length();
        assertThat(at).as("a chat with " + number).isGreaterThan(start.length());
        return URLDecoder.decode(page.substring(at, page.indexOf('"', at)), StandardCharsets.UTF_8);
    }
}
