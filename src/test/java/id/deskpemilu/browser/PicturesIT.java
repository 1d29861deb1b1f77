package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.demo.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The pictures of README, taken from the simulation. They go below {@code target}; to renew the committed ones:
 * {@code mvn verify -Dit.test=PicturesIT -Dscreenshots=src/docs/screenshots}.
 */
class PicturesIT extends Browser {

    private static final Path FOLDER = Path.of(System.getProperty("screenshots", "target/screenshots"));
    private static final String MELATI = "/reports/" + Simulation.ELECTION + "/bupati/9901011001";
    private static final int LIGHT = 300 * 1024;

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
        WebElement diagram = find(By.id("process"));
        script("arguments[0].parentElement.scrollIntoView()", diagram);
        appears(By.cssSelector("#process.drawn"));
        script("arguments[0].scrollIntoView({block: 'center'})", diagram);
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
