package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.evidence.PhotoMother;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Photos as an operator sends them from a phone with a bad network, and as a verifier looks at them. */
class PhotosInBrowserIT extends Browser {

    private static final String OPERATOR = "operator.melati";
    private static final By GALLERY = By.id("photo-gallery");
    private static final By THUMBS = By.cssSelector(".thumbs img");

    @TempDir
    private Path folder;

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

    @AfterEach
    void a_good_network() {
        network(false, -1);
    }

    @Test
    void an_operator_sends_a_page_over_a_network_that_goes_away_and_comes_back() throws IOException {
        submit(
                OPERATOR,
                election.report("bupati", election.station(1, 1)),
                "foto-" + election.code(),
                Map.of("figures", TallyMother.consistentFigures(), "votes", TallyMother.consistentVotes()));
        as(OPERATOR, Screen.PHONE);
        open(report + "/receipt");
        press("Unggah foto");
        assertThat(path()).isEqualTo(report + "/photos");
        assertThat(page()).contains("Angka masuk, foto menyusul.", "foto menyusul");
        picture("photos-before", Screen.PHONE);

        network(false, 150_000);
        Path grainy = Files.write(
                folder.resolve("hal-1.jpg"), PhotoMother.grainy(Long.parseLong(election.regency()), 2400, 3200));
        find(GALLERY).sendKeys(grainy.toString());
        waiting().until(page -> progress() > 0);
        picture("photos-sending", Screen.PHONE);
        network(true, -1);
        waiting().until(page -> text(".photo-queue").contains("Jaringan terputus"));
        picture("photos-waiting", Screen.PHONE);
        network(false, -1);
        script("window.dispatchEvent(new Event('online'))");
        waiting()
                .until(page -> all(THUMBS).size() == 1
                        && all(By.cssSelector(".photo-queue li")).isEmpty());
        waiting().until(page -> width(find(THUMBS)) > 0);
        assertThat(text(".photo-viewer h2")).contains("foto 1 dari 3");
        picture("photos-one", Screen.PHONE);
        // made smaller on the phone, before it was sent
        assertThat(testElections.count(
                        "select max(greatest(p.width, p.height)) from desk.photo p join desk.report r"
                                + " on r.id = p.report_id where r.station = ?",
                        election.station(1, 1)))
                .isEqualTo(2000);

        find(GALLERY).sendKeys(file("hal-2.jpg", 2, 600, 800) + "\n" + file("hal-3.jpg", 3, 600, 800));
        waiting().until(page -> all(THUMBS).size() == 3);
        assertThat(text(".photo-viewer h2")).contains("foto lengkap");
        assertThat(page()).doesNotContain("Angka masuk, foto menyusul.");
        open("/tasks");
        press(By.cssSelector(".fold > summary"));
        assertThat(appears(By.cssSelector(".fold .card .photo-link")).getText()).contains("foto lengkap");
    }

    @Test
    void what_is_no_photo_is_refused_with_a_reason() throws IOException {
        as(OPERATOR, Screen.PHONE);
        open(report + "/photos");
        Path text = Files.writeString(folder.resolve("catatan.jpg"), "bukan foto");
        find(GALLERY).sendKeys(text.toString());
        waiting().until(page -> text(".photo-queue").contains("bukan foto JPEG atau PNG"));
        assertThat(text(".photo-queue button")).isEqualTo("Coba lagi");
        picture("photos-refused", Screen.PHONE);
    }

    @Test
    void without_javascript_a_plain_form_does_it() throws IOException {
        as(OPERATOR, Screen.PHONE);
        withoutJavaScript();
        open(report + "/photos");
        find(GALLERY).sendKeys(file("hal-1.jpg", 4, 600, 800));
        press(By.cssSelector("[data-photos-send]"));
        assertThat(text(".note.good")).isEqualTo("Foto tersimpan.");
        WebElement link = find(By.cssSelector(".thumbs a"));
        assertThat(link.getAttribute("href")).contains(report + "/photos/");
        assertThat(all(By.cssSelector(".photo-viewer .tools button"))).allMatch(button -> !button.isDisplayed());
    }

    @Test
    void a_verifier_looks_closely_moves_a_photo_and_turns_the_pages() throws IOException {
        as(OPERATOR, Screen.PHONE);
        for (String station : List.of("001", "002")) {
            open("/reports/" + election.code() + "/bupati/" + election.village(1) + station + "/photos");
            find(GALLERY)
                    .sendKeys(file("hal-1.jpg", 5, 1500, 2000) + "\n"
                            + file("hal-2.jpg", Long.parseLong(station), 1500, 2000));
            waiting().until(page -> all(THUMBS).size() == 2);
        }
        as("verifikator.satu", Screen.DESK);
        open(report + "/photos");
        assertThat(text(".photo-viewer .note.warn")).contains("Foto yang sama ada di laporan lain");
        assertThat(text(".album .twin")).contains("Sama persis", "TPS 002");
        picture("viewer", Screen.DESK);

        WebElement image = find(By.cssSelector(".stage img"));
        waiting().until(page -> width(image) == 1500);
        assertThat(image.getAttribute("alt")).isEqualTo("Halaman 1");
        double whole = box(image, "width");
        press(By.cssSelector("[data-photo-do=in]"));
        press(By.cssSelector("[data-photo-do=in]"));
        assertThat(box(image, "width")).isGreaterThan(2 * whole);
        double left = box(image, "left");
        new Actions(driver())
                .dragAndDropBy(find(By.cssSelector(".stage")), 80, 40)
                .perform();
        assertThat(box(image, "left") - left).isBetween(75.0, 85.0);
        script("document.querySelector('.stage').scrollIntoView({block: 'center'})");
        shoot(Path.of("target", "screens", "viewer-zoomed-1280.png"));
        find(By.tagName("body")).sendKeys("]");
        assertThat(image.getAttribute("alt")).isEqualTo("Halaman 2");
        find(By.tagName("body")).sendKeys("r");
        waiting().until(page -> width(image) == 1500);
        shoot(Path.of("target", "screens", "viewer-turned-1280.png"));
        find(By.tagName("body")).sendKeys("[");
        assertThat(image.getAttribute("alt")).isEqualTo("Halaman 1");

        press(By.cssSelector(".album li .act summary"));
        find(By.name("tps")).sendKeys(election.station(2, 1));
        find(By.cssSelector("[id^=why-]")).sendKeys("Tertulis desa lain");
        press(By.cssSelector(".album li .act[open] button[type=submit]"));
        assertThat(text(".note.good")).isEqualTo("Foto dipindahkan.");
        assertThat(page()).contains("Dipindahkan ke laporan lain", "Desa Uji 2", "Tertulis desa lain");
        picture("viewer-moved", Screen.DESK);
        no_complaints();
    }

    private double progress() {
        Object part = script("const bar = document.querySelector('.photo-queue progress'); return bar ? bar.value : 0");
        return ((Number) part).doubleValue();
    }

    private double box(WebElement image, String side) {
        return ((Number) script("return arguments[0].getBoundingClientRect()[arguments[1]] + 0.001", image, side))
                .doubleValue();
    }

    private int width(WebElement image) {
        return ((Number) script("return arguments[0].naturalWidth", image)).intValue();
    }

    private void network(boolean gone, int bytesPerSecond) {
        cdp("Network.enable", Map.of());
        cdp(
                "Network.emulateNetworkConditions",
                Map.of("offline", gone, "latency", 0, "downloadThroughput", -1, "uploadThroughput", bytesPerSecond));
    }

    private String file(String name, long seed, int width, int height) throws IOException {
        long dice = Long.parseLong(election.regency()) * 100 + seed;
        return Files.write(folder.resolve(name), PhotoMother.jpeg(dice, width, height))
                .toString();
    }
}
