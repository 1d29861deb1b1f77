package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A whole Pilkada of two contests for an invented regency; its only pair for bupati stands against the empty column. */
class PilkadaIT extends RunningDesk {

    private static final String CODE = "uji-pilkada";
    private static final String REGENCY = "9602";
    private static final String VILLAGE = REGENCY + "012001";

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void gubernur_and_a_bupati_against_the_empty_column() {
        go_home();
        testElections.assign("admin", "ADMIN", REGENCY);
        testElections.assign("operator.melati", "OPERATOR", VILLAGE);
        testElections.assign("supervisor", "SUPERVISOR", REGENCY);
        assertThat(post(
                                "admin",
                                "/elections",
                                Map.of("code", CODE, "name", "Pilkada Uji", "date", "2024-11-27", "phase", "ACTIVE"))
                        .status())
                .isEqualTo(201);
        Answer imported = upload(
                "admin",
                CODE,
                Map.of(
                        "regions",
                        "kode;nama\n96;Provinsi Uji\n" + REGENCY + ";Kabupaten Uji Dua\n" + REGENCY
                                + "01;Kecamatan Satu\n" + REGENCY + "02;Kecamatan Dua\n" + VILLAGE + ";Sukamaju\n"
                                + REGENCY + "022001;Sukamaju\n",
                        "stations",
                        "kode;dpt_l;dpt_p\n" + VILLAGE + "001;134;155\n" + VILLAGE + "901;;\n" + REGENCY
                                + "022001001;134;155\n",
                        "ballots",
                        "jenis;wilayah;nomor;nama\ngubernur;96;1;Ani dan Budi\ngubernur;96;2;Cici dan Dodi\n"
                                + "gubernur;96;3;Eka dan Fitri\nbupati;" + REGENCY + ";1;Kolom Kosong\nbupati;"
                                + REGENCY
                                + ";2;Gita dan Hadi\n"),
                false);
        assertThat(imported.status()).as("%s", imported.body()).isEqualTo(200);
        for (String slug : new String[] {"gubernur", "bupati"}) {
            Answer opened = post("admin", contest(slug) + "/open", null);
            assertThat(opened.status()).as("%s", opened.body()).isEqualTo(200);
            assertThat(opened.at("cases").asInt()).isEqualTo(3);
        }
        assertThat(get("admin", "/elections/" + CODE).body().findValuesAsString("emptyColumn"))
                .containsExactly("false", "false", "false", "true", "false");

        sent("gubernur", "001", Map.of("1", 90, "2", 108, "3", 10));
        sent("bupati", "001", Map.of("1", 88, "2", 120));
        sent("bupati", "901", Map.of("1", 8, "2", 200));

        Answer recap = get("supervisor", contest("bupati") + "/recap?region=" + REGENCY);
        assertThat(recap.at("choices").get(0).path("name").asString()).isEqualTo("Kolom Kosong");
        assertThat(recap.at("choices").get(0).path("emptyColumn").asBoolean()).isTrue();
        assertThat(recap.at("choices").get(1).path("emptyColumn").asBoolean()).isFalse();
        assertThat(recap.at("whole").path("votes").path("1").asInt()).isEqualTo(96);
        assertThat(recap.at("whole").path("votes").path("2").asInt()).isEqualTo(320);
        assertThat(get("supervisor", contest("gubernur") + "/recap?region=" + REGENCY)
                        .at("whole")
                        .path("votes")
                        .path("2")
                        .asInt())
                .isEqualTo(108);
        twoDesaOfOneNameAreToldApart();
        allAreApproved();
    }

    private void allAreApproved() {
        testElections.assign("verifikator.satu", "VERIFIER", REGENCY);
        for (String report : new String[] {
            "gubernur/reports/" + VILLAGE + "001",
            "bupati/reports/" + VILLAGE + "001",
            "bupati/reports/" + VILLAGE + "901"
        }) {
            Answer approved = approve("verifikator.satu", "/elections/" + CODE + "/contests/" + report);
            assertThat(approved.at("status").asString())
                    .as("%s %s", report, approved.body())
                    .isEqualTo("APPROVED");
        }
        Answer recap = get("supervisor", contest("bupati") + "/recap?region=" + REGENCY);
        assertThat(recap.at("whole").path("unverified").asInt()).isZero();
    }

    private void twoDesaOfOneNameAreToldApart() {
        for (Map.Entry<String, String> desa : Map.of(VILLAGE, "Kecamatan Satu", REGENCY + "022001", "Kecamatan Dua")
                .entrySet()) {
            Answer report = get("supervisor", contest("bupati") + "/reports/" + desa.getKey() + "001");
            assertThat(report.at("village").asString()).isEqualTo("Sukamaju");
            assertThat(report.at("district").asString()).isEqualTo(desa.getValue());
            assertThat(report.at("tps").asString()).isEqualTo(desa.getKey() + "001");
        }
        Answer list = get("supervisor", contest("bupati") + "/reports");
        assertThat(list.body().findValuesAsString("district")).contains("Kecamatan Satu", "Kecamatan Dua");
    }

    private void sent(String slug, String number, Map<String, Integer> votes) {
        Answer receipt = submit(
                "operator.melati",
                contest(slug) + "/reports/" + VILLAGE + number,
                "pilkada-" + slug + number,
                Map.of("figures", TallyMother.consistentFigures(), "votes", votes, "confirmed", true));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
    }

    private static String contest(String slug) {
        return "/elections/" + CODE + "/contests/" + slug;
    }
}
