package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.PartyLists;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Party lists by thumb: whatever happens to the phone, the figures are there. */
class EntryInBrowserIT extends Browser {

    private static final String OPERATOR = "operator.melati";
    private static final By SAVED = By.cssSelector("[data-saved-at]");
    private static final By TROUBLE = By.cssSelector("[data-trouble]");

    @Autowired
    private JdbcClient jdbc;

    private TestElection election = new TestElection("", "");
    private String entry = "";

    @BeforeEach
    void an_open_contest_of_party_lists() {
        election = testElections.running(ContestType.DPRD_KAB, 2);
        PartyLists.print(jdbc, election);
        testElections.staff(election);
        assertThat(post("admin", election.contest("dprd-kab") + "/open", null).status())
                .isLessThan(300);
        entry = "/reports/" + election.code() + "/dprd-kab/" + election.station(1, 1) + "/entry";
    }

    @AfterEach
    void the_network_is_back() {
        network(true);
    }

    @Test
    void figures_outlive_the_phone() {
        as(OPERATOR, Screen.PHONE);
        open(entry + "?step=8");
        type("suara_7_0", 12);
        type("suara_7_1", 34);
        saved();
        type("suara_7_2", 5);
        open("/me"); // at once: the page has no time to wait
        anotherPhone();
        assertThat(text("a[href='" + entry + "']")).contains("draf", "3 dari " + PartyLists.BOXES + " angka");
        open(entry + "?step=8");
        assertThat(value("suara_7_0")).isEqualTo("12");
        assertThat(value("suara_7_1")).isEqualTo("34");
        assertThat(value("suara_7_2")).isEqualTo("5");
        assertThat(text("[data-saved-at]")).contains("Tersimpan", "WIB");
        no_complaints();
    }

    @Test
    void without_a_network_the_phone_keeps_them_and_says_so() {
        as(OPERATOR, Screen.PHONE);
        open(entry + "?step=8");
        network(false);
        type("suara_7_0", 12);
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(TROUBLE, "belum di server"));
        assertThat(text("[data-saved-at]")).isEmpty();
        network(true);
        script("window.dispatchEvent(new Event('online'))");
        saved();
        assertThat(find(TROUBLE).isDisplayed()).isFalse();

        network(false);
        type("suara_7_1", 34);
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(TROUBLE, "belum di server"));
        network(true);
        script("window.fetch = () => new Promise(() => {})"); // the phone dies before it is tried again
        open(entry + "?step=8");
        assertThat(value("suara_7_1")).isEqualTo("34");
        saved();
        anotherPhone();
        open(entry + "?step=8");
        assertThat(value("suara_7_0")).isEqualTo("12");
        assertThat(value("suara_7_1")).isEqualTo("34");
    }

    @Test
    void a_session_that_is_over_loses_nothing_and_pretends_nothing() {
        as(OPERATOR, Screen.PHONE);
        open(entry + "?step=8");
        asNobody(Screen.PHONE);
        type("suara_7_0", 12);
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(TROUBLE, "Waktu masuk Anda sudah habis"));
        assertThat(text("[data-saved-at]")).isEmpty();
        assertThat(find(By.linkText("Masuk lagi")).getAttribute("href")).endsWith(entry + "?step=8");
        again(OPERATOR, Screen.PHONE);
        open(entry + "?step=8");
        assertThat(value("suara_7_0")).isEqualTo("12");
        saved();
    }

    @Test
    void the_newer_of_two_phones_counts() {
        as(OPERATOR, Screen.PHONE);
        open(entry + "?step=8");
        network(false);
        type("suara_7_0", 12);
        type("suara_7_1", 3);
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(TROUBLE, "belum di server"));
        script("window.fetch = () => new Promise(() => {})");
        network(true);
        // the other phone, later
        assertThat(jdbc.sql("""
                        insert into desk.draft (report_id, username, key, figures, explanations, boxes, saved_at)
                        select r.id, ?, 'k', '{"suara_7_0": "21"}', '{}', 277, now() + interval '2 minutes'
                        from desk.report r join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id where e.code = ? and r.station = ?
                        """)
                        .params(OPERATOR, election.code(), election.station(1, 1))
                        .update())
                .isOne();
        open(entry + "?step=8");
        assertThat(value("suara_7_0")).as("the newer one").isEqualTo("21");
        assertThat(value("suara_7_1")).as("an empty box takes either").isEqualTo("3");
    }

    @Test
    void one_party_per_step_by_thumb() {
        as(OPERATOR, Screen.PHONE);
        press(By.cssSelector("a[href='" + entry + "']"));
        fill();
        press("Lanjut: partai 1");
        fill();
        assertThat(text("#suara_1-sum")).contains("106");
        assertThat(text("[data-running]")).isEqualTo("106");
        press("Lanjut: partai 2");
        type("suara_2_0", 1);
        find(By.name("suara_2_0")).sendKeys(Keys.ENTER);
        assertThat(driver().switchTo().activeElement().getAttribute("name")).isEqualTo("suara_2_1");
        tap(By.cssSelector("[data-zeros] button"));
        assertThat(text("[data-zeroed]")).contains("13 kotak kosong diisi 0.");
        assertThat(value("suara_2")).isEqualTo("0");
        assertThat(text("#suara_2-sum")).contains("hitungan 1, kertas lain?");
        picture("party-zeros", Screen.PHONE);
        tap(By.cssSelector("[data-zeroed] button"));
        assertThat(value("suara_2")).isEmpty();
        assertThat(value("suara_2_0")).isEqualTo("1");
        fill();
        assertThat(text("[data-running]")).isEqualTo("112");
        type("suara_2", 7);
        assertThat(text("#suara_2-sum")).contains("hitungan 6, kertas lain?");
        assertThat(text(".one-party > header")).contains("jumlah beda");
        assertThat(text("[data-filled]")).isEqualTo("50 dari 277 angka");
        picture("party", Screen.PHONE);
        picture("party", Screen.DESK);
        screen(Screen.PHONE);
        press(By.cssSelector(".jump > summary"));
        press(By.cssSelector(".jump button[value='10']"));
        assertThat(text(".where")).contains("Partai 9 dari 18");
        press(By.cssSelector(".jump > summary"));
        assertThat(text(".jump ol")).contains("jumlah beda", "lengkap", "kosong");
        picture("party-jump", Screen.PHONE);
        picture("party-jump", Screen.DESK);
        screen(Screen.PHONE);
        press(By.cssSelector(".jump button[value='20']"));
        fill();
        press("Lanjut: periksa sekali lagi");
        assertThat(text(".where")).contains("Partai 3 dari 18");
        assertThat(text(".error-summary"))
                .contains("dan 13 kotak lain", "4 Partai Uji 4: 14 kotak", "dan 11 langkah lain");
        picture("party-missing", Screen.PHONE);
        for (int party = 3; party <= PartyLists.PARTIES; party++) {
            fill();
            press("Lanjut: periksa sekali lagi");
        }
        assertThat(text("h1")).isEqualTo("Periksa sekali lagi");
        assertThat(all(By.cssSelector("details[open]")))
                .as("the party whose sum differs")
                .hasSize(1);
        picture("party-readback", Screen.PHONE);
        picture("party-readback", Screen.DESK);
        no_complaints();

        screen(Screen.PHONE);
        driver().navigate().refresh();
        assertThat(text("h1")).as("the phone has dropped the page").isEqualTo("Periksa sekali lagi");
        press("Kembali memperbaiki");
        assertThat(value("suara_sah")).isEqualTo("208");
        press(By.cssSelector(".jump > summary"));
        press(By.cssSelector(".jump button[value='3']"));
        type("suara_2", 6);
        press(By.cssSelector(".jump > summary"));
        press(By.cssSelector(".jump button[value='20']"));
        press("Lanjut: periksa sekali lagi");
        assertThat(page()).contains("Semua penjumlahan cocok.");
        press(By.cssSelector("label[for=confirmed]"));
        press(By.cssSelector("form[action$='/submission'] button[type=submit].btn.big"));
        assertThat(text("h1")).isEqualTo("Terkirim dan terkunci");
        assertThat(testElections.count(
                        "select count(*) from desk.draft where username = ? and report_id in"
                                + " (select id from desk.report where station = ?)",
                        OPERATOR,
                        election.station(1, 1)))
                .isZero();
        no_complaints();
    }

    /** Types what the paper has into the boxes of the page, at one go. */
    private void fill() {
        Map<String, Integer> paper = PartyLists.figures();
        List<String> names = all(By.cssSelector("input[data-box]")).stream()
                .map(box -> box.getAttribute("name"))
                .toList();
        names.forEach(name -> script("""
                const box = document.getElementById(arguments[0]);
                box.value = arguments[1];
                box.dispatchEvent(new Event('input', { bubbles: true }));
                """, name, paper.get(name).toString()));
    }

    /** Presses a button that does its work on the page. */
    private void tap(By what) {
        script("arguments[0].scrollIntoView({block: 'center'})", find(what));
        find(what).click();
    }

    private void anotherPhone() {
        cdp("Storage.clearDataForOrigin", Map.of("origin", address(), "storageTypes", "local_storage"));
        again(OPERATOR, Screen.PHONE);
    }

    private void saved() {
        waiting().until(ExpectedConditions.textToBePresentInElementLocated(SAVED, "Tersimpan"));
    }

    private void network(boolean there) {
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private String value(String field) {
        return find(By.name(field)).getAttribute("value");
    }
}
