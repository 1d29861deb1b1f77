package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The road of a report, walked as new users would: only what they see on their screens leads on. */
class RoadInBrowserIT extends Browser {

    private static final String OPERATOR = "operator.melati";
    private static final String VERIFIER = "verifikator.satu";
    private static final String SECOND = "verifikator.dua";

    private static final By SEND_ON = By.cssSelector("form[data-entry] .send button");
    private static final By SEND_AND_LOCK = By.cssSelector("form[action$='/submission'] button[type=submit].btn.big");

    private TestElection election = new TestElection("", "");
    private String report = "";

    @BeforeEach
    void an_election_whose_reports_are_awaited() {
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isLessThan(300);
        report = "/reports/" + election.code() + "/bupati/" + election.station(1, 1);
    }

    @Test
    void an_operator_reports_once_and_a_verifier_approves() {
        as(OPERATOR, Screen.PHONE);
        assertThat(path()).isEqualTo("/tasks");
        assertThat(page()).contains("0 dari 2", "001");
        press(By.cssSelector("a[href='" + report + "/entry']"));
        fill(Map.of("suara_1", 91)); // the paper's votes then make 209, and it says 208
        assertThat(text("[data-running]")).isEqualTo("209");
        press(SEND_ON);

        assertThat(text("h1")).isEqualTo("Periksa sekali lagi");
        assertThat(page()).contains("91 + 108 + 10 = 209 ≠ 208", "dua ratus delapan");
        press(SEND_AND_LOCK);
        assertThat(text(".error-summary")).contains("Belum terkirim");
        find(By.cssSelector("textarea[id^=explanation_]")).sendKeys("Salah jumlah di kertas");
        press(SEND_AND_LOCK);
        assertThat(text(".error-summary")).contains("Belum dinyatakan");
        assertThat(find(By.cssSelector("textarea[id^=explanation_]")).getAttribute("value"))
                .isEqualTo("Salah jumlah di kertas");
        press(By.cssSelector("label[for=confirmed]"));
        press(SEND_AND_LOCK);

        assertThat(path()).isEqualTo(report + "/receipt");
        assertThat(text("h1")).isEqualTo("Terkirim dan terkunci");
        assertThat(text(".reference b")).matches("(?s)\\w{4}\\s+\\w{4}\\s+\\w{4}.*");
        no_complaints();

        open(report + "/entry");
        assertThat(text(".error-code")).isEqualTo("409");
        assertThat(page()).contains("sudah");
        open("/tasks");
        press(By.cssSelector(".fold > summary"));
        assertThat(page()).contains("1 dari 2");
        WebElement done = appears(By.cssSelector(".fold .card"));
        assertThat(done.getText()).contains("001", "terkirim");
        assertThat(done.findElement(By.tagName("a")).getAttribute("href")).endsWith(report);

        as(VERIFIER, Screen.DESK);
        assertThat(path()).isEqualTo("/inbox");
        press(By.cssSelector("a[data-open][href='" + report + "']"));
        assertThat(page()).contains("Angka operator belum ditampilkan").doesNotContain("Salah jumlah di kertas");
        assertThat(stepInPicture()).isEqualTo("Task_VerifyReport");
        press("Ambil untuk diperiksa");
        assertThat(text(".state")).contains("Anda pegang");
        readPhoto(91);
        assertThat(page()).contains("91 + 108 + 10 = 209 ≠ 208", "Salah jumlah di kertas");
        press("Setujui: sesuai C.Hasil meski tidak konsisten");
        assertThat(path()).startsWith("/inbox");
        assertThat(text(".note.good")).contains("TPS 001");
        open(report);
        assertThat(text(".state")).contains("disetujui");
        assertThat(page()).contains("Selesai: laporan disetujui.");
        no_complaints();

        as("supervisor", Screen.DESK);
        assertThat(path()).startsWith("/progress");
        open("/progress?election=" + election.code() + "&contest=bupati&region=" + election.regency());
        assertThat(text(".counts")).contains("1\nsudah lapor", "3\nbelum lapor", "4\nTPS");
        assertThat(text(".votes")).contains("91", "108", "208");
        assertThat(text(".disclaimer")).contains("bukan hasil resmi");
        press(By.linkText("Kecamatan Uji"));
        press(By.linkText("Desa Uji 1"));
        assertThat(text(".stations")).contains("TPS 001", "disetujui", "TPS 002", "belum");
        no_complaints();
    }

    @Test
    void a_correction_is_asked_for_confirmed_applied_and_seen_by_a_second_verifier() {
        sent();
        as(VERIFIER, Screen.DESK);
        press(By.cssSelector("form[action='" + report + "/claim'] button"));
        assertThat(path()).isEqualTo(report);
        readPhoto(80);
        assertThat(text(".blind-result")).contains("1 angka berbeda", "90", "80");
        assertThat(value("new_suara_1")).isEqualTo("80");
        type("new_suara_1", "");
        press("Kirim permintaan ke operator");
        assertThat(text(".error-summary")).contains("Permintaan koreksi belum terkirim");
        type("new_suara_1", 80);
        type("new_suara_3", 20);
        type("reason", "Di foto tertulis 80 dan 20");
        press("Kirim permintaan ke operator");
        assertThat(text(".note.good")).contains("TPS 001");

        as(OPERATOR, Screen.PHONE);
        assertThat(text(".due")).contains("Jawab permintaan koreksi");
        press(By.cssSelector(".due a"));
        assertThat(text(".correction.now")).contains("90", "80", "Di foto tertulis 80 dan 20");
        press("Ya, sesuai C.Hasil");
        assertThat(page()).contains("koreksi dikonfirmasi");

        as(VERIFIER, Screen.DESK);
        open(report);
        press("Terapkan koreksi");
        open(report);
        assertThat(text(".state")).contains("periksa kedua");
        assertThat(all(By.cssSelector("form[action$='/approval']"))).isEmpty();
        assertThat(text(".note.warn")).isNotBlank();

        as(SECOND, Screen.DESK);
        press(By.cssSelector("a[data-open][href='" + report + "']"));
        assertThat(page()).contains("Angka operator belum ditampilkan");
        keyPhoto(Map.of("suara_1", 80, "suara_2", 108, "suara_3", 20, "suara_sah", 208, "suara_tidak_sah", 2));
        assertThat(text("#f-suara_1")).contains("90", "80");
        assertThat(stepInPicture()).isEqualTo("Task_RecheckReport");
        press("Sesuai, setujui");
        open(report);
        assertThat(text(".state")).contains("disetujui");
        assertThat(text(".timeline"))
                .contains("Koreksi diminta", "Koreksi dijawab operator", "Koreksi diterapkan", "Disetujui");
        no_complaints();
    }

    private void readPhoto(int first) {
        keyPhoto(Map.of("suara_1", first, "suara_2", 108, "suara_3", 10, "suara_sah", 208, "suara_tidak_sah", 2));
    }

    private void keyPhoto(Map<String, Integer> figures) {
        figures.forEach((field, figure) -> type("key_" + field, figure));
        press("Bandingkan dengan operator");
    }

    @Test
    void what_a_box_cannot_hold_is_marked_and_nothing_else_is_lost() {
        as(OPERATOR, Screen.PHONE);
        open(report + "/entry");
        fill(Map.of());
        for (String field : List.of("suara_2", "ss_sisa")) {
            // as a browser without the page's limits would send it
            script("document.getElementById(arguments[0]).removeAttribute('maxlength')", field);
        }
        type("suara_2", "1o8");
        type("ss_sisa", "1086");
        press(SEND_ON);
        assertThat(text(".error-summary")).contains("2 kotak", "isi dengan angka saja");
        assertThat(driver().switchTo().activeElement().getAttribute("class")).isEqualTo("error-summary");
        assertThat(all(By.cssSelector("[aria-invalid=true]")))
                .extracting(box -> box.getAttribute("name"))
                .containsExactly("ss_sisa", "suara_2");
        assertThat(value("suara_2")).isEqualTo("1o8");
        figures(Map.of()).forEach((field, figure) -> {
            if (!Set.of("suara_2", "ss_sisa").contains(field)) {
                assertThat(value(field)).as(field).isEqualTo(figure.toString());
            }
        });
        press(By.cssSelector(".error-summary a[href='#suara_2']"));
        assertThat(driver().switchTo().activeElement().getAttribute("name")).isEqualTo("suara_2");
        type("suara_2", 108);
        type("ss_sisa", 86);
        press(SEND_ON);
        assertThat(text("h1")).isEqualTo("Periksa sekali lagi");
        press("Kembali memperbaiki");
        assertThat(value("suara_2")).isEqualTo("108");
        no_complaints();
    }

    @Test
    void a_draft_outlives_the_page() {
        as(OPERATOR, Screen.PHONE);
        open(report + "/entry");
        type("pemilih_dpt_l", 134);
        type("pemilih_dpt_p", 155);
        assertThat(text("#pemilih_dpt_j-sum")).contains("289");
        type("pemilih_dpt_j", 288);
        assertThat(text("#pemilih_dpt_j-sum")).contains("289", "kertas lain");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector("[data-saved-at]"), "Tersimpan"));
        open("/tasks");
        assertThat(text("a[href='" + report + "/entry'] .chips"))
                .contains("draf", "3 dari 28 angka")
                .doesNotContain("belum");
        open(report + "/entry");
        assertThat(value("pemilih_dpt_j")).isEqualTo("288");
    }

    @Test
    void the_form_works_without_javascript() {
        as(OPERATOR, Screen.PHONE);
        withoutJavaScript();
        open("/tasks");
        press(By.cssSelector("a[href='" + report + "/entry']"));
        figures(Map.of()).forEach((field, figure) -> find(By.name(field)).sendKeys(figure.toString()));
        assertThat(text("[data-running]")).as("no script runs").isEqualTo("–");
        press(SEND_ON);
        assertThat(page()).contains("Semua penjumlahan cocok.");
        press(By.id("confirmed"));
        press(SEND_AND_LOCK);
        assertThat(text("h1")).isEqualTo("Terkirim dan terkunci");

        as(VERIFIER, Screen.DESK);
        assertThat(page()).contains("Tampilkan");
        press(By.cssSelector("form[action='" + report + "/claim'] button"));
        readPhoto(90);
        assertThat(text(".note.good")).contains("Bacaan Anda sama");
        press("Sesuai, setujui");
        assertThat(text(".note.good")).contains("TPS 001");
    }

    @Test
    void a_report_is_sent_by_keyboard_alone() {
        as(OPERATOR, Screen.DESK);
        tabTo("a[href='" + report + "/entry']");
        keys(Keys.ENTER);
        appears(SEND_ON);
        tabTo("#pemilih_dpt_l");
        Map<String, Integer> figures = figures(Map.of());
        for (WebElement box : all(By.cssSelector("input[data-box]"))) {
            assertThat(driver().switchTo().activeElement()).isEqualTo(box);
            keys(figures.get(box.getAttribute("name")).toString(), Keys.ENTER);
        }
        assertThat(driver().switchTo().activeElement()).isEqualTo(find(SEND_ON));
        keys(Keys.ENTER);
        appears(By.id("confirmed"));
        tabTo("#confirmed");
        keys(Keys.SPACE);
        tabTo("form[action$='/submission'] button.big");
        keys(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/receipt"));
        no_complaints();
    }

    @Test
    void a_stale_decision_is_refused_with_a_page() {
        sent();
        as(VERIFIER, Screen.DESK);
        open(report);
        press("Ambil untuk diperiksa");
        readPhoto(90);
        String mine = driver().getWindowHandle();
        // meanwhile, elsewhere: the same verifier asks for a correction
        assertThat(post(
                                VERIFIER,
                                election.report("bupati", election.station(1, 1)) + "/corrections",
                                Map.of("changes", Map.of("suara_1", 80, "suara_3", 20), "reason", "Di foto lain"))
                        .status())
                .isLessThan(300);
        driver().switchTo().window(mine);
        press("Sesuai, setujui");
        assertThat(text(".error-code")).isEqualTo("409");
        assertThat(page()).contains("Yang bisa dilakukan");
        no_complaints();
    }

    private void sent() {
        Answer answer = submit(
                OPERATOR,
                election.report("bupati", election.station(1, 1)),
                "peramban-" + election.code(),
                Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes()));
        assertThat(answer.status()).isEqualTo(201);
    }

    private static Map<String, Integer> figures(Map<String, Integer> others) {
        Map<String, Integer> figures = new java.util.HashMap<>(TallyMother.consistentFigures());
        TallyMother.consistentVotes().forEach((number, votes) -> figures.put("suara_" + number, votes));
        figures.putAll(others);
        return figures;
    }

    private void fill(Map<String, Integer> others) {
        figures(others).forEach(this::type);
    }

    private String value(String field) {
        return find(By.name(field)).getAttribute("value");
    }

    private void keys(CharSequence... keys) {
        new Actions(driver()).sendKeys(keys).perform();
    }

    private void tabTo(String css) {
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            WebElement here = driver().switchTo().activeElement();
            if (Boolean.TRUE.equals(script("return arguments[0].matches(arguments[1])", here, css))) {
                return;
            }
            visited.add(here.getTagName());
            keys(Keys.TAB);
        }
        throw new AssertionError("Tab never reaches " + css + ": " + visited);
    }
}
