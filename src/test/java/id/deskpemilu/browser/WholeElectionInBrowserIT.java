package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.election.Ballot;
import id.deskpemilu.report.PemiluFiles;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.evidence.PhotoMother;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;

/**
 * Whole elections as a new desk lives them: files in, contests open, forms copied on a phone, photos sent, read blind beside
 * the photo and approved on a wide screen, counted on the board. Its pictures go where those of {@link PicturesIT} go.
 */
@Tag("evening")
class WholeElectionInBrowserIT extends Browser {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final By FORWARD = By.cssSelector("form[data-entry] .send .btn.big:not(.quiet)");
    private static final By SEND = By.cssSelector("form[action$='/submission'] button.big[type=submit]:not([name])");

    @TempDir
    private Path folder;

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void a_pemilu_of_five_contests() throws IOException {
        String code = "pemilu-peramban";
        PemiluFiles files = new PemiluFiles("9603");
        staff("9603", files.village(1));
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put("regions", files.regions());
        imports.put("stations", files.stations());
        imports.put("ballots", files.ballots());
        imports.put("dapil", files.dapil());
        imports.put("candidates", files.candidates());
        setUp(code, "Pemilu Kabupaten Uji", "2024-02-14", imports, 5);

        Map<String, Ballot> ballots = PemiluFiles.votedOn();
        as("operator.melati", Screen.PHONE);
        open("/tasks");
        take("pemilu-tasks-390");
        for (Map.Entry<String, Ballot> contest : ballots.entrySet()) {
            send(code, contest.getKey(), files.station(1, 1), TallyMother.consistent(contest.getValue()));
        }
        photograph(code, "dprd-kab", files.station(1, 1));

        as("verifikator.satu", Screen.LAPTOP);
        for (Map.Entry<String, Ballot> contest : ballots.entrySet()) {
            approve(code, contest.getKey(), files.station(1, 1), TallyMother.consistent(contest.getValue()));
        }
        as("supervisor", Screen.LAPTOP);
        open("/progress?election=" + code + "&contest=dprd-kab&region=9603");
        assertThat(text(".counts")).contains("1\nsudah lapor", "5\nbelum lapor", "6\nTPS");
        assertThat(text(".votes")).contains("Partai Uji 24", "208");
        take("pemilu-board-1280");
        no_complaints();
    }

    @Test
    void a_pilkada_of_two_contests() throws IOException {
        String code = "pilkada-peramban";
        String village = "9604012001";
        staff("9604", village);
        Map<String, String> imports = new LinkedHashMap<>();
        imports.put(
                "regions",
                "kode;nama\n96;Provinsi Uji\n9604;Kabupaten Uji Empat\n960401;Kecamatan Satu\n" + village
                        + ";Sukamaju\n");
        imports.put("stations", "kode;dpt_l;dpt_p\n" + village + "001;134;155\n" + village + "901;134;155\n");
        imports.put(
                "ballots",
                "jenis;wilayah;nomor;nama\ngubernur;96;1;Ani dan Budi\ngubernur;96;2;Cici dan Dodi\n"
                        + "gubernur;96;3;Eka dan Fitri\nbupati;9604;1;Gita dan Hadi\nbupati;9604;2;Kolom Kosong\n");
        setUp(code, "Pilkada Kabupaten Uji", "2024-11-27", imports, 2);

        Tally gubernur = TallyMother.consistent();
        Tally bupati = new Tally(TallyMother.consistentFigures(), Map.of(1, 150, 2, 58));
        as("operator.melati", Screen.PHONE);
        send(code, "gubernur", village + "001", gubernur);
        photograph(code, "gubernur", village + "001");
        take("photos-390");
        send(code, "bupati", village + "001", bupati);

        as("verifikator.satu", Screen.LAPTOP);
        open("/reports/" + code + "/gubernur/" + village + "001");
        waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[data-photo-stage]")));
        take("blind-check-1280");
        screen(Screen.PHONE);
        picture("blind-check", Screen.PHONE);
        screen(Screen.LAPTOP);
        approve(code, "gubernur", village + "001", gubernur);
        approve(code, "bupati", village + "001", bupati);

        as("supervisor", Screen.LAPTOP);
        open("/progress?election=" + code + "&contest=bupati&region=9604");
        assertThat(text(".votes")).contains("Kolom Kosong", "150", "58");
        no_complaints();
    }

    private void staff(String regency, String village) {
        testElections.dismiss();
        Map.of("admin", "ADMIN", "verifikator.satu", "VERIFIER", "supervisor", "SUPERVISOR")
                .forEach((person, role) -> testElections.assign(person, role, regency));
        testElections.assign("operator.melati", "OPERATOR", village);
    }

    /** An administrator makes the election, reads the files in, and opens every contest. */
    private void setUp(String code, String name, String day, Map<String, String> imports, int contests)
            throws IOException {
        as("admin", Screen.LAPTOP);
        open("/admin/elections");
        type("name", name);
        type("code", code);
        script("document.getElementsByName('date')[0].value = arguments[0]", day);
        press("Buat pemilihan");
        open("/admin/elections/" + code + "/imports");
        for (Map.Entry<String, String> file : imports.entrySet()) {
            Path path =
                    Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue(), StandardCharsets.UTF_8);
            find(By.id(file.getKey())).sendKeys(path.toString());
        }
        press("Periksa berkas");
        press("Terapkan");
        waiting().until(page -> page().contains("Impor selesai"));
        open("/admin/elections/" + code);
        press(By.xpath("//details[.//button[@value='ACTIVE']]/summary"));
        press(By.cssSelector("button[name=phase][value=ACTIVE]"));
        By open = By.xpath("(//form[contains(@action, '/open')]//button)[last()]");
        for (int look = 0; look < 60; look++) {
            open("/admin/elections/" + code);
            if (all(By.cssSelector("form[action$='/close'] button")).size() == contests) {
                return;
            }
            if (!all(open).isEmpty()) {
                press(open); // one that is being opened already only goes on
            }
        }
        throw new AssertionError("the contests did not open: " + page());
    }

    private void send(String code, String contest, String station, Tally tally) {
        String report = "/reports/" + code + "/" + contest + "/" + station;
        open("/tasks");
        press(By.cssSelector("a[href='" + report + "/entry']"));
        for (int step = 0; step < 40 && all(By.id("confirmed")).isEmpty(); step++) {
            fill(tally.fields());
            if (contest.equals("dprd-kab") && step == 3) {
                script("document.activeElement.blur(); window.scrollTo(0, 0)");
                take("pemilu-party-390");
            }
            press(FORWARD);
        }
        assertThat(text("h1")).as(contest).isEqualTo("Periksa sekali lagi");
        press(By.cssSelector("label[for=confirmed]"));
        press(SEND);
        assertThat(text("h1")).as(contest).isEqualTo("Terkirim dan terkunci");
    }

    /** Types what the paper has into the boxes of the page, at one go. */
    private void fill(Map<String, Integer> paper) {
        Map<String, String> figures = new TreeMap<>();
        paper.forEach((field, figure) -> figures.put(field, figure.toString()));
        script("""
                document.querySelectorAll('input[data-box]').forEach(box => {
                  box.value = arguments[0][box.name];
                  box.dispatchEvent(new Event('input', { bubbles: true }));
                });
                """, figures);
    }

    private void photograph(String code, String contest, String station) throws IOException {
        open("/reports/" + code + "/" + contest + "/" + station + "/photos");
        Path photo = Files.write(folder.resolve("hal-1.jpg"), PhotoMother.jpeg(contest.hashCode(), 900, 1200));
        find(By.id("photo-gallery")).sendKeys(photo.toString());
        waiting().until(page -> all(By.cssSelector(".thumbs img")).size() == 1);
    }

    /** Keys what the photo shows where that is asked for, and approves. */
    private void approve(String code, String contest, String station, Tally tally) {
        open("/reports/" + code + "/" + contest + "/" + station);
        if (!all(By.id("blind")).isEmpty()) {
            all(By.cssSelector("#blind input[inputmode]"))
                    .forEach(box -> box.sendKeys(
                            String.valueOf(tally.get(box.getAttribute("name").substring("key_".length())))));
            press("Bandingkan dengan operator");
            assertThat(text(".blind-result")).contains("Bacaan Anda sama");
        }
        press("Sesuai, setujui");
        assertThat(text(".note.good")).contains("TPS 001");
    }

    private void take(String name) {
        shoot(FOLDER.resolve(name + ".png"));
    }
}
