package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.SilentDesa;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A coordinator on the phone and a supervisor at the desk find what is silent, call, and settle it. */
class EscalationInBrowserIT extends Browser {

    @Autowired
    private ApplicationContext desk;

    private TestElection election = new TestElection("", "");
    private String task = "";

    @BeforeEach
    void a_silent_desa() {
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isLessThan(300);
        upload(
                "admin",
                election.code(),
                Map.of("contacts", """
                wilayah;nama;jabatan;telepon;urutan
                %s;Sekretaris Uji;Sekretaris desa;0812 0000 0001;1
                %s;Ketua PPS Uji;Ketua PPS;0812 0000 0002;2
                %s;Camat Uji;Camat;0331 555 123;
                """.formatted(election.village(1), election.village(1), election.district())),
                false);
        task = "/escalations/" + SilentDesa.at(desk, election, "bupati", 1, Level.KECAMATAN);
    }

    @Test
    void a_coordinator_calls_puts_off_and_marks_on_the_phone() {
        as("koordinator", Screen.PHONE);
        assertThat(path()).startsWith("/escalations");
        open("/escalations?election=" + election.code());
        assertThat(page()).contains("Desa Uji 1", "menunggu koordinator");
        fits();
        picture("escalations", Screen.PHONE);
        press(By.cssSelector("a[href='" + task + "']"));
        assertThat(path()).isEqualTo(task);
        assertThat(page()).contains("TPS 001", "TPS 002", "Sekretaris Uji", "0812 0000 0001");
        assertThat(find(By.cssSelector(".call-box a[href^='tel:']")).getAttribute("href"))
                .isEqualTo("tel:+6281200000001");
        assertThat(find(By.cssSelector(".call-box a[href^='https://wa.me/6281200000001?text=']"))
                        .isDisplayed())
                .isTrue();
        fits();
        the_process_is_drawn();
        picture("escalation", Screen.PHONE);

        press("Mengetahui, saya tangani");
        assertThat(text(".note.good")).contains("Anda yang menangani");
        press(By.xpath("//summary[normalize-space()='Tunda']"));
        press(By.cssSelector("form[action$='/snooze'] button"));
        assertThat(text(".error-summary")).contains("Belum disimpan");
        picture("escalation-refused", Screen.PHONE);
        new Select(find(By.id("snooze-minutes"))).selectByValue("15");
        find(By.id("snooze-reason")).sendKeys("Masih menghitung surat suara");
        press(By.cssSelector("form[action$='/snooze'] button"));
        assertThat(page()).contains("ditunda", "Masih menghitung surat suara");
        no_complaints();

        open("/calls?election=" + election.code());
        assertThat(page()).contains("4 TPS di 2 desa belum lapor", "Sekretaris Uji", "Camat Uji");
        fits();
        picture("calls", Screen.PHONE);
        press(By.cssSelector("#v-" + election.village(1) + " form.tick button"));
        assertThat(text("#v-" + election.village(1))).contains("Dihubungi");
        no_complaints();
    }

    @Test
    void a_coordinator_enters_a_form_in_the_place_of_the_operator() {
        as("koordinator", Screen.PHONE);
        open(task);
        press(By.cssSelector(".silent a.btn"));
        assertThat(page()).contains("Anda mengisi atas nama operator.");
        PaperWithSlip.fill(this);
        press(By.cssSelector("form[data-entry] .send button"));
        picture("readback-on-behalf", Screen.PHONE);
        press(By.cssSelector("form[action$='/submission'] button.btn.big"));
        assertThat(text(".error-summary")).contains("Belum terkirim");
        find(By.id("explanation_ON_BEHALF")).sendKeys("Operator sakit");
        all(By.cssSelector("textarea[id^=explanation_]:not(#explanation_ON_BEHALF)"))
                .forEach(box -> box.sendKeys("Tertulis begitu"));
        press(By.cssSelector("label[for=confirmed]"));
        press(By.cssSelector("form[action$='/submission'] button.btn.big"));
        assertThat(text(".receipt")).contains("atas nama operator");
        fits();
        picture("receipt-on-behalf", Screen.PHONE);
        press("Lihat laporan ini");
        assertThat(page()).contains("atas nama operator.", "Operator sakit");
        picture("report-on-behalf", Screen.PHONE);
        no_complaints();
    }

    @Test
    void a_supervisor_hands_the_desa_over_at_the_desk() {
        as("supervisor", Screen.DESK);
        open("/escalations?election=" + election.code());
        fits();
        picture("escalations", Screen.DESK);
        new Select(find(By.id("filter-level"))).selectByValue("KABUPATEN");
        waiting().until(ExpectedConditions.urlContains("level=KABUPATEN"));
        appears(By.cssSelector(".empty"));
        open(task);
        the_process_is_drawn();
        fits();
        picture("escalation", Screen.DESK);
        press("Serahkan ke operator lain");
        new Select(find(By.id("handover-username"))).selectByValue("operator.kenanga");
        find(By.id("handover-reason")).sendKeys("Operator sakit");
        press(By.cssSelector("form[action$='/handover'] button"));
        assertThat(text(".note.good")).contains("sudah diserahkan");
        assertThat(page()).contains("Diserahkan ke operator lain", "Operator sakit");
        no_complaints();
        open("/calls?election=" + election.code());
        fits();
        picture("calls", Screen.DESK);
        no_complaints();
    }

    @Test
    void without_a_script_everything_can_still_be_done() {
        as("koordinator", Screen.PHONE);
        withoutJavaScript();
        open(task);
        assertThat(stepInPicture()).isEqualTo("Task_CallResponsible");
        press("Mengetahui, saya tangani");
        assertThat(page()).contains("Anda yang menangani");
    }

    @Test
    void an_administrator_sets_the_stages_and_the_clock_of_a_rehearsal() {
        as("admin", Screen.DESK);
        open("/admin/elections/" + election.code() + "/stages");
        assertThat(page()).contains("Tahap malam hari");
        fits();
        picture("stages", Screen.DESK);
        as("admin", Screen.PHONE);
        open("/admin/elections/" + election.code() + "/stages");
        fits();
        picture("stages", Screen.PHONE);
        no_complaints();
    }

    private void the_process_is_drawn() {
        assertThat(stepInPicture()).isEqualTo("Task_CallResponsible");
        assertThat(find(By.id("process")).getAttribute("alt")).contains("Langkah sekarang: menunggu");
        // it is wider than the screen: the step stands in its middle
        waiting()
                .until(page -> Boolean.TRUE.equals(
                        script("return document.getElementById('process').parentElement.scrollLeft > 100")));
        script("window.scrollTo(0, 0)");
    }

    /** Nothing has to be scrolled sideways. */
}
