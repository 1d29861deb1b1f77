package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.signature.Seal;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.web.AgingLogins;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.report.TallyMother;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A supervisor makes, writes, reads back and signs a letter; the realm asks for the password again before that. The desk is
 * its own province: the letter goes out by one door and comes in by the other, with a receipt.
 */
class LetterInBrowserIT extends Browser {

    private static final By REALM_FORM = By.id("kc-login");
    private static final List<String> COOKIES_OF_THE_REALM =
            List.of("AUTH_SESSION_ID", "KC_AUTH_SESSION_HASH", "KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION");

    @Autowired
    private ApplicationContext desk;

    @Autowired
    private AgingLogins logins;

    private TestElection election = new TestElection("", "");

    @BeforeEach
    void reports_are_in() {
        reports_are_in(testElections.running(ContestType.BUPATI, 2));
    }

    private void reports_are_in(TestElection of) {
        election = of;
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isLessThan(300);
        reports("operator.melati", election.station(1, 1));
    }

    private void the_province_knows_us() {
        String certificate = desk.getBean(Seal.class).certificate();
        Answer registered = send(
                "admin",
                "PUT",
                "/senders/" + election.regency(),
                Map.of("name", "Kesbangpol Uji", "account", LocalServers.SENDER, "certificate", certificate),
                Map.of());
        assertThat(registered.status()).isEqualTo(200);
    }

    /** Whoever logged in once more, or as somebody else, has no seat to come back to. */
    @AfterEach
    void stand_up() {
        leave("supervisor");
        leave("koordinator");
        leave("auditor");
    }

    @Test
    void a_supervisor_makes_writes_reads_back_and_signs_a_letter() {
        reports_are_in(testElections.reportingUpwards(ContestType.BUPATI, 2));
        the_province_knows_us();
        as("supervisor", Screen.DESK);
        press_nav("/letters");
        open("/letters?election=" + election.code());
        assertThat(page()).contains("Surat sejauh ini", "Buat surat sekarang");
        new Select(find(By.id("letter-region"))).selectByValue(election.regency());
        press(By.cssSelector(".letter-make button[value=FULL]"));
        waiting().until(page -> !all(By.linkText("Tinjau dan tanda tangani")).isEmpty()); // it renews itself
        String letter = path().replaceFirst("\\?.*", "");
        LetterMother.review(desk, LetterId.of(letter.substring("/letters/".length())));
        open(letter);
        the_first_page_is_drawn();
        fits();
        picture("letter-draft", Screen.DESK);

        type("situation", "Aman dan terkendali. Hujan ringan sejak pukul 14.00.");
        assertThat(text("#prose-situation-hint .letter-count")).startsWith("Masih 3.9");
        press("Simpan tulisan");
        assertThat(text(".note.good")).contains("Tulisan disimpan");

        reports("operator.kenanga", election.station(2, 1));
        press("Perbarui angka");
        assertThat(text(".letter-changes")).contains("TPS masuk 1 → 2");
        assertThat(find(By.name("situation")).getAttribute("value")).contains("Hujan ringan");
        LetterMother.review(desk, LetterId.of(letter.substring("/letters/".length())));
        picture("letter-renewed", Screen.DESK);

        press("Lihat semua halaman");
        assertThat(page()).contains("Masih draf");
        waiting()
                .until(page -> Boolean.TRUE.equals(
                        script("return document.querySelector('.letter-pages img').naturalWidth > 500")));
        picture("letter-preview", Screen.DESK);
        no_complaints();

        log_in_again(letter, "supervisor");
        assertThat(path()).isEqualTo(letter + "/sign");
        assertThat(page()).contains("TPS masuk 2 dari 4", "dua ratus", "buatan sendiri", "Gubernur");
        fits();
        picture("letter-sign", Screen.DESK);
        type("code", "salah");
        press("Tanda tangani dan kirim");
        assertThat(text(".error-summary")).contains("Belum ditandatangani", "Kode");
        type("code", text("b.letter-code").toLowerCase());
        press("Tanda tangani dan kirim");
        assertThat(path()).isEqualTo(letter);
        assertThat(text(".note.good")).contains("Surat ditandatangani");
        assertThat(text(".letter-head")).contains("200.2.1/001/");
        the_first_page_is_drawn();
        picture("letter-signed", Screen.DESK);
        waiting().until(page -> {
            open(letter);
            return text(".letter-head").contains("diterima");
        });
        assertThat(page()).contains("Desk Provinsi Uji");
        picture("letter-receipted", Screen.DESK);
        press("Rincian pengiriman dan tanda terima");
        assertThat(page()).contains("Desk Provinsi Uji", "diterima");
        fits();
        picture("letter-transfers", Screen.DESK);
        open("/received?election=" + election.code());
        assertThat(page()).contains("1 dari 1 desk sudah lapor", "Kesbangpol Uji", "2 dari 4 TPS masuk");
        picture("received", Screen.DESK);
        open("/received/" + letter.substring("/letters/".length()));
        assertThat(page()).contains("200.2.1/001/", "Paslon 2", "216");
        fits();
        picture("received-letter", Screen.DESK);
        open("/letters?election=" + election.code());
        fits();
        picture("letters", Screen.DESK);

        open(letter);
        press("Cabut surat");
        press("Cabut surat ini");
        assertThat(text(".error-summary")).contains("alasan");
        find(By.id("withdrawal-reason")).sendKeys("Angka Kecamatan Uji keliru");
        press("Cabut surat ini");
        assertThat(page()).contains("DICABUT", "Angka Kecamatan Uji keliru");
        picture("letter-withdrawn", Screen.DESK);
        waiting().until(page -> {
            open("/received/" + letter.substring("/letters/".length()));
            return page().contains("DICABUT") && page().contains("Angka Kecamatan Uji keliru");
        });
        no_complaints();
    }

    @Test
    void who_writes_on_top_of_another_sees_both_texts() {
        String id = LetterMother.draft(desk, election, election.regency()).toString();
        String letter = "/elections/" + election.code() + "/letters/" + id;
        as("supervisor", Screen.DESK);
        open("/letters/" + id);
        send(
                "supervisor",
                "PUT",
                letter + "/prose",
                Map.of("version", get("supervisor", letter).at("version").asInt(), "situation", "Kata orang lain."),
                Map.of());
        type("situation", "Kata saya.");
        press("Simpan tulisan");
        assertThat(text(".letter-prose")).contains("berubah sesudah Anda membukanya", "Kata orang lain.");
        assertThat(find(By.name("situation")).getAttribute("value")).isEqualTo("Kata saya.");
        picture("letter-stale", Screen.DESK);
        press("Simpan tulisan");
        assertThat(text(".note.good")).contains("Tulisan disimpan");
        assertThat(get("supervisor", letter).at("prose").path("situation").asString())
                .isEqualTo("Kata saya.");
    }

    @Test
    void somebody_else_cannot_go_on_with_what_a_supervisor_began() {
        String id = LetterMother.draft(desk, election, election.district()).toString();
        as("supervisor", Screen.DESK);
        the_realm_asks("/letters/" + id + "/sign");
        COOKIES_OF_THE_REALM.forEach(name -> cdp(
                "Network.deleteCookies",
                Map.of("name", name, "url", LocalServers.keycloakUrl() + "/realms/desk-pemilu/")));
        the_realm_asks("/letters/" + id + "/sign");
        appears(By.id("username")).sendKeys("koordinator");
        log_in();
        assertThat(path()).isEqualTo("/login/other");
        assertThat(page()).contains("bukan orang yang memulai", "Koordinator Simulasi");
        picture("letter-other-person", Screen.DESK);
        assertThat(get("supervisor", "/elections/" + election.code() + "/letters/" + id)
                        .at("status")
                        .asString())
                .isEqualTo("DRAFT");
    }

    @Test
    void a_coordinator_signs_the_letter_of_the_kecamatan_on_the_phone_without_a_script() {
        String id = LetterMother.draft(desk, election, election.district()).toString();
        as("koordinator", Screen.PHONE);
        open("/letters?election=" + election.code());
        fits();
        picture("letters", Screen.PHONE);
        open("/letters/" + id);
        fits();
        picture("letter-draft", Screen.PHONE);
        withoutJavaScript();
        log_in_again("/letters/" + id, "koordinator");
        fits();
        picture("letter-sign", Screen.PHONE);
        type("code", text("b.letter-code"));
        press("Tanda tangani dan kirim");
        assertThat(page()).contains("Surat ditandatangani");
        picture("letter-signed", Screen.PHONE);
    }

    private void press_nav(String path) {
        find(By.cssSelector("nav.nav a[href='" + path + "']")).click();
        waiting().until(page -> path().startsWith(path));
    }

    /** Opens the page when the login is too old for it: the realm asks for the password of the same person. */
    private void the_realm_asks(String page) {
        logins.whenOld(() -> open(page));
        appears(REALM_FORM);
    }

    private void log_in_again(String letter, String username) {
        the_realm_asks(letter + "/sign");
        if (!all(By.cssSelector("input[id=username][type=text]")).isEmpty()) {
            type("username", username);
        }
        log_in();
        waiting().until(page -> path().equals(letter + "/sign"));
    }

    private void log_in() {
        find(By.id("password")).sendKeys(LocalServers.demoPassword());
        find(REALM_FORM).click();
        waiting()
                .until(page -> driver().getCurrentUrl().startsWith(address())
                        && all(REALM_FORM).isEmpty()
                        && !all(By.cssSelector("main")).isEmpty());
    }

    private void the_first_page_is_drawn() {
        script("document.querySelector('.letter-first').scrollIntoView()");
        waiting()
                .until(page -> Boolean.TRUE.equals(
                        script("return document.querySelector('.letter-first img').naturalWidth > 500")));
        script("window.scrollTo(0, 0)");
    }

    private void reports(String operator, String station) {
        assertThat(submit(
                                operator,
                                election.report("bupati", station),
                                "surat-" + station,
                                TallyMother.submission(TallyMother.consistent()))
                        .status())
                .isEqualTo(201);
    }
}
