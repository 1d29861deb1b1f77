package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** An operator writes down what happened and which stations have opened; the coordinator sees to it. */
class IncidentInBrowserIT extends Browser {

    private static final String OPERATOR = "operator.melati";

    @Test
    void an_incident_goes_its_way_from_the_phone_to_the_coordinator() {
        TestElection election = testElections.running(ContestType.BUPATI, 3);
        testElections.staff(election);

        as(OPERATOR, Screen.PHONE);
        press(By.cssSelector("main a[href^='/openings']"));
        assertThat(page()).contains("0 dari 3 TPS sudah buka");
        press(By.cssSelector("button[name=tps][value='" + election.station(1, 2) + "']"));
        assertThat(text(".note.good")).isEqualTo("1 TPS ditandai sudah buka.");
        // the first minute of the day has passed at any hour; how a time is typed depends on the browser's language
        script("arguments[0].value = '00:01'", find(By.id("hour")));
        press("Semua 2 TPS yang tersisa sudah buka");
        assertThat(page()).contains("3 dari 3 TPS sudah buka", "buka pukul 00.01");
        press(By.cssSelector("button[formaction$='/openings/undo'][value='" + election.station(1, 3) + "']"));
        assertThat(page()).contains("Tanda buka TPS 003 dibatalkan.", "2 dari 3 TPS sudah buka");
        fits();
        picture("openings", Screen.PHONE);

        press(By.cssSelector("a.inc-late[href$='" + election.station(1, 3) + "']"));
        assertThat(new Select(find(By.id("place"))).getFirstSelectedOption().getText())
                .isEqualTo("TPS 003 Desa Uji 1");
        press("Simpan kejadian");
        assertThat(text(".error-summary")).contains("Belum tercatat", "Tulis apa yang terjadi.");
        press(By.cssSelector("label[for=kind-LOGISTICS]"));
        type("text", "Surat suara kurang 20 lembar, menunggu kiriman.");
        fits();
        picture("incident-new", Screen.PHONE);
        press("Simpan kejadian");
        assertThat(text(".note.good")).startsWith("Kejadian tercatat.");
        assertThat(page()).contains("Logistik", "berlangsung", "TPS 003", "Surat suara kurang 20 lembar");
        String incident = path();
        fits();
        no_complaints();

        as("koordinator", Screen.DESK);
        open("/incidents?election=" + election.code());
        assertThat(text(".inc-list")).contains("Logistik", "berlangsung", "TPS 003");
        picture("incidents", Screen.DESK);
        press(By.cssSelector(".inc-list a[href='" + incident + "']"));
        type("text", "Kiriman tiba pukul 08.10.");
        press(By.cssSelector("label[for=settled-yes]"));
        press("Simpan tindak lanjut");
        assertThat(text(".note.good")).isEqualTo("Tindak lanjut tersimpan.");
        assertThat(text(".timeline")).contains("Kiriman tiba pukul 08.10.", "selesai");
        picture("incident", Screen.DESK);
        no_complaints();

        as(OPERATOR, Screen.PHONE);
        open(incident);
        assertThat(page()).contains("Kiriman tiba pukul 08.10.");
        press("Salah catat");
        press("Tandai salah catat");
        assertThat(text(".error-summary")).contains("Tulis mengapa kejadian ini salah catat.");
        type("reason", "TPS 002, bukan TPS 003.");
        press("Tandai salah catat");
        assertThat(page()).contains("Kejadian ditandai salah catat.", "Salah catat: TPS 002, bukan TPS 003.");
        fits();
        picture("incident-withdrawn", Screen.PHONE);
        no_complaints();
    }
}
