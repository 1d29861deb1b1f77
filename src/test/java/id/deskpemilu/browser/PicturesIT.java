package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.demo.Simulation;
import id.deskpemilu.dispatch.LetterArchive;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.usecase.PreviewLetter;
import id.deskpemilu.dispatch.usecase.ReceiveLetter;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.shared.RegionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The pictures of README, taken from the simulation when somebody asks for them:
 * {@code mvn verify -Dit.test=PicturesIT -Dscreenshots=src/docs/screenshots}, with {@code DESK_LETTERS_FILE} set to
 * {@code src/test/resources/demo/letters.yaml} and any {@code DESK_ADDRESS}, so that the letters have the head of the demo.
 */
@Tag("pictures")
class PicturesIT extends Browser {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final String MELATI = "/reports/" + Simulation.ELECTION + "/bupati/9901011001";
    private static final String REGENCY = "9901";
    private static final int LIGHT = 300 * 1024;
    private static final int LETTER_PAGES = 3;
    private static final float PAGE_DPI = 70;
    private static final Actor SUPERVISOR = new Actor(
            "supervisor",
            "Supervisor Simulasi",
            Set.of(Role.SUPERVISOR),
            List.of(new Actor.Scope(Role.SUPERVISOR, RegionCode.of(REGENCY))));

    @Autowired
    private ApplicationContext desk;

    @BeforeEach
    void the_simulation() {
        simulation();
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void the_operators_pages_on_a_phone() throws IOException {
        as("operator.melati", Screen.PHONE);
        open("/tasks");
        take("tasks-390");
        open(MELATI + "002/entry");
        PaperWithSlip.fill(this);
        script("document.activeElement.blur(); window.scrollTo(0, 0)");
        take("entry-390");
        press(By.cssSelector("form[data-entry] .send button"));
        script("window.scrollTo(0, 0)");
        take("readback-390");
        open(MELATI + "004/receipt");
        take("receipt-390");
    }

    @Test
    void the_desks_pages_on_a_wide_screen() throws IOException {
        as("verifikator.satu", Screen.LAPTOP);
        open("/inbox");
        take("inbox-1280");
        open(MELATI + "004");
        take("report-1280");
        stepInPicture();
        script("document.getElementById('process').scrollIntoView({block: 'center'})");
        take("process-1280");
        as("supervisor", Screen.LAPTOP);
        open("/progress?election=" + Simulation.ELECTION + "&contest=bupati&region=9901");
        take("progress-1280");
    }

    @Test
    void the_board_the_wall_and_a_silent_desa() throws IOException {
        as("supervisor", Screen.BOARD);
        open("/board?election=" + Simulation.ELECTION + "&contest=bupati&region=9901");
        take("board-1440");
        String wall = wall();
        open(wall + "?slide=1");
        take("wall-1440");
        open("/escalations?election=" + Simulation.ELECTION);
        take("escalations-1440");
        open("/messages");
        take("messages-1440");
        as("supervisor", Screen.PHONE);
        open("/board?election=" + Simulation.ELECTION + "&contest=bupati&region=9901");
        take("board-390");
        as("koordinator", Screen.PHONE);
        open("/escalations?election=" + Simulation.ELECTION);
        open(find(By.cssSelector("main a[href^='/escalations/']")).getDomAttribute("href"));
        take("escalation-390");
        open("/calls?election=" + Simulation.ELECTION + "&region=990101");
        take("calls-390");
    }

    @Test
    void the_letter_of_the_evening() throws IOException {
        again("supervisor", Screen.LAPTOP); // just now, so that no page asks for the password again
        TestElection election = new TestElection(Simulation.ELECTION, REGENCY);
        String incidents = "/elections/" + election.code() + "/incidents";
        String flood = "Air setinggi lutut masuk ke TPS. Pemungutan suara dipindahkan ke balai kelurahan.";
        String incident = post(
                        "operator.melati", incidents, Map.of("kind", "DISASTER", "tps", "9901011001003", "text", flood))
                .at("id")
                .asString();
        post("koordinator", incidents + "/" + incident + "/follow-ups", Map.of("text", "Kotak dan surat suara aman."));
        LetterId flash = LetterMother.draft(desk, election, election.regency(), LetterKind.FLASH);
        page(desk.getBean(PreviewLetter.class).execute(SUPERVISOR, flash), 1, "letter-flash");

        LetterId id = LetterMother.draft(desk, election, election.regency());
        String letter = "/letters/" + id;
        open(letter);
        type("situation", "Aman dan terkendali di seluruh kecamatan. Hujan ringan sejak pukul 14.00 WIB.");
        type("problems", "Satu TPS di Kelurahan Melati kebanjiran dan dipindahkan ke balai kelurahan.");
        press("Simpan tulisan");
        waiting()
                .until(page -> Boolean.TRUE.equals(
                        script("return document.querySelector('.letter-first img').naturalWidth > 500")));
        take("letter-1280");
        open(letter + "/sign");
        take("letter-sign-1280");
        type("code", text("b.letter-code"));
        press("Tanda tangani dan kirim");
        assertThat(text(".note.good")).contains("Surat ditandatangani");
        byte[] signed = desk.getBean(LetterArchive.class).signedPdf(id).orElseThrow();
        for (int number = 1; number <= LETTER_PAGES; number++) {
            page(signed, number, "letter-page-" + number);
        }
        String known = "/elections/" + election.code() + letter;
        desk.getBean(ReceiveLetter.class)
                .execute(
                        new Actor(
                                LocalServers.SENDER,
                                "Desk pengirim",
                                Set.of(Role.SENDER),
                                List.of(new Actor.Scope(Role.SENDER, RegionCode.of(REGENCY)))),
                        id,
                        LetterKind.FULL,
                        get("supervisor", known).at("number").asString(),
                        signed);
        open("/received?election=" + election.code());
        take("received-1280");
        screen(Screen.PHONE);
        open("/letters?election=" + election.code());
        take("letters-390");
        String hash = get("supervisor", known).at("snapshotHash").asString();
        as("operator.melati", Screen.PHONE);
        open("/incidents/" + incident);
        take("incident-390");
        asNobody(Screen.PHONE);
        open("/check/" + id + "?h=" + hash.substring(0, 8));
        take("check-390");
    }

    /** A page of the letter as it is printed. */
    private static void page(byte[] pdf, int number, String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        Files.createDirectories(FOLDER);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(number - 1, PAGE_DPI, ImageType.RGB),
                    "png",
                    file.toFile());
        }
        assertThat(Files.size(file)).as(name).isBetween(5_000L, (long) LIGHT);
    }

    /** A link for the beamer, as a supervisor makes it. */
    private String wall() {
        open("/board/walls");
        type("name", "Aula");
        press("Buat tautan");
        String link = find(By.cssSelector(".made a")).getText();
        return link.substring(link.indexOf("/wall/"));
    }

    private void take(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".png");
        shoot(file);
        assertThat(Files.size(file)).as(name).isBetween(5_000L, (long) LIGHT);
    }
}
