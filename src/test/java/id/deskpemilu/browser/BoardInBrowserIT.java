package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.demo.Simulation;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The board and the wall in front of people: what arrives does not move what they read. */
class BoardInBrowserIT extends Browser {

    private static final String REPORTED = ".b-parts tfoot td:nth-child(3)";

    private static final String PLACE =
            "return document.querySelector('.b-arrival summary').getBoundingClientRect().top";

    private TestElection election;

    @BeforeEach
    void an_open_contest() {
        election = testElections.running(ContestType.BUPATI, 2);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
    }

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    private String board(String region) {
        return "/board?election=" + election.code() + "&contest=bupati&region=" + region;
    }

    private void report(int village, int number) {
        String station = election.station(village, number);
        assertThat(submit(
                                village == 1 ? "operator.melati" : "operator.kenanga",
                                election.report("bupati", station),
                                "papan-" + station,
                                TallyMother.submission(TallyMother.consistent()))
                        .status())
                .isEqualTo(201);
    }

    private void connected() {
        waiting().until(ExpectedConditions.textToBe(By.cssSelector("[data-live-words]"), "terhubung"));
    }

    private void reported(int stations) {
        waiting().until(ExpectedConditions.textToBe(By.cssSelector(REPORTED), Integer.toString(stations)));
    }

    @Test
    void a_report_that_arrives_changes_the_numbers_and_moves_nothing() {
        as("supervisor", Screen.PHONE);
        open(board(election.district()));
        connected();
        report(1, 1);
        reported(1);
        WebElement fold = find(By.cssSelector(".b-arrival summary"));
        script("arguments[0].scrollIntoView({block: 'start', behavior: 'instant'}); arguments[0].click()", fold);
        script("arguments[0].focus({preventScroll: true})", fold);
        script("document.querySelector('.b-parts h2').marker = 'same'");
        Object seen = script(PLACE);
        report(1, 2);
        reported(2);
        assertThat(
                        script(
                                "return document.activeElement.closest('.b-arrival') !== null && document.activeElement.tagName"))
                .isEqualTo("SUMMARY");
        assertThat(script("return document.querySelector('.b-arrival details').open"))
                .isEqualTo(true);
        assertThat(((Number) script(PLACE)).doubleValue())
                .as("what is read stays where it is, though a list above it became shorter")
                .isCloseTo(((Number) seen).doubleValue(), within(2.0));
        assertThat(script("return document.querySelector('.b-parts h2').marker"))
                .as("what did not change was not touched")
                .isEqualTo("same");
        no_complaints();
    }

    @Test
    void a_list_that_somebody_is_in_waits_to_be_asked() {
        as("supervisor", Screen.BOARD);
        open(board(election.regency()));
        connected();
        assertThat(all(By.cssSelector(".b-chase li"))).hasSize(2);
        script("document.querySelector('.b-chase li a').focus()");
        Object first = script("return document.activeElement.textContent");
        report(1, 1);
        report(1, 2);
        reported(2);
        appears(By.cssSelector(".fresh button"));
        assertThat(all(By.cssSelector(".b-chase li")))
                .as("nothing went away under the focus")
                .hasSize(2);
        assertThat(script("return document.activeElement.textContent")).isEqualTo(first);
        find(By.cssSelector(".fresh button")).click();
        waiting().until(ExpectedConditions.numberOfElementsToBe(By.cssSelector(".b-chase li"), 1));
        waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.cssSelector(".fresh button")));
    }

    @Test
    void without_javascript_the_board_shows_the_same_and_says_how_to_renew_it() {
        report(1, 1);
        as("supervisor", Screen.BOARD);
        withoutJavaScript();
        open(board(election.regency()));
        assertThat(text(REPORTED)).isEqualTo("1");
        assertThat(text(".live-state")).contains("muat ulang");
    }

    @Test
    void one_leads_from_the_region_to_the_report() {
        report(1, 1);
        as("supervisor", Screen.DESK);
        open("/board");
        open(board(election.regency()));
        press(By.cssSelector(".b-parts tbody a"));
        assertThat(text("h1")).contains("Kecamatan Uji");
        press(By.cssSelector(".b-parts tbody a"));
        assertThat(text("h1")).contains("Desa Uji 1");
        press(By.cssSelector(".b-parts li a"));
        assertThat(path()).contains("/reports/" + election.code() + "/bupati/" + election.station(1, 1));
    }

    @Test
    void the_beamer_shows_the_region_until_its_link_is_revoked() {
        as("supervisor", Screen.BOARD);
        open("/board/walls");
        type("name", "Aula");
        press("Buat tautan");
        String link = find(By.cssSelector(".made a")).getAttribute("href");
        String wall = link.substring(link.indexOf("/wall/"));
        report(1, 1);
        asNobody(Screen.BOARD);
        for (int slide = 1; slide <= 3; slide++) {
            open(wall + "?slide=" + slide);
            assertThat(text("body")).contains("bukan hasil resmi", "Kabupaten Uji");
            shoot(java.nio.file.Path.of("target", "screens", "wall-" + slide + "-1440.png"));
        }
        open(wall);
        testElections.count(
                "with gone as (update desk.wall_link set revoked_by = 'supervisor', revoked_at = now() where region = ? returning 1)"
                        + " select count(*) from gone",
                election.regency());
        waiting()
                .withTimeout(Duration.ofSeconds(20))
                .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "sudah dicabut"));
    }

    @Test
    void the_desk_fits_on_one_screen_and_the_phone_begins_with_what_is_urgent() {
        simulation();
        String board = "/board?election=" + Simulation.ELECTION + "&contest=bupati&region=9901";
        as("supervisor", Screen.BOARD);
        open(board);
        connected();
        for (Screen screen : new Screen[] {Screen.BOARD, Screen.DESK, Screen.PHONE}) {
            screen(screen);
            picture("board", screen);
            scheme("dark");
            picture("board-dark", screen);
            scheme("light");
        }
        screen(Screen.BOARD);
        assertThat(((Number) script("return document.documentElement.scrollHeight")).intValue())
                .isLessThanOrEqualTo(Screen.BOARD.height);
        screen(Screen.PHONE);
        assertThat(script("return [...document.querySelectorAll('.board-grid > section')]"
                        + ".sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)"
                        + ".slice(0, 3).map(section => section.className).join(' ')"))
                .isEqualTo("b-stage b-silent b-chase");
    }
}
