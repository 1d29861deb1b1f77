package id.deskpemilu.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.demo.Simulation;
import id.deskpemilu.local.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A person in front of the desk, in a real Chromium. Everybody logs in once through Keycloak's page; after that
 * {@link #as} only changes seats. Without a Chromium the tests are reported as skipped.
 */
abstract class Browser extends RunningDesk {

    /** What a person looks at. */
    enum Screen {
        PHONE(390, 844),
        DESK(1280, 900),
        LAPTOP(1280, 760),
        BOARD(1440, 900);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, Object> SEATS = new HashMap<>();

    @Autowired
    private ConfigurableApplicationContext desk;

    @BeforeEach
    void a_clean_window() {
        assumeTrue(Chromium.isInstalled(), "no Chromium with its driver on this machine");
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        cdp("Storage.clearDataForOrigin", Map.of("origin", address(), "storageTypes", "local_storage")); // drafts
        scheme("light");
        console();
    }

    /** Fills the desk with the demo of the first command, whose people then have their places in it. */
    void simulation() {
        testElections.dismiss(); // a person who still has a place elsewhere cannot be imported
        new Simulation().seed(desk);
        testElections.forgetDrafts();
        testElections.staffSimulation();
    }

    static ChromeDriver driver() {
        return Chromium.driver();
    }

    /** Sits down as {@code username} in front of {@code screen}; the browser then shows where this person begins. */
    void as(String username, Screen screen) {
        driver().get("about:blank"); // nothing of the last person's page asks without a session
        screen(screen);
        cdp("Network.enable", Map.of());
        cdp("Network.clearBrowserCookies", Map.of());
        if (SEATS.containsKey(username)) {
            cdp("Network.setCookies", Map.of("cookies", SEATS.get(username)));
            open("/");
            return;
        }
        open("/");
        press(By.cssSelector("a.btn.big"));
        appears(By.id("username")).sendKeys(username);
        find(By.id("password")).sendKeys(LocalServers.demoPassword());
        press(By.id("kc-login"));
        appears(By.cssSelector("nav.nav"));
        SEATS.put(username, cdp("Network.getAllCookies", Map.of()).get("cookies"));
    }

    /** Sits down as {@link #as} does, with a session of its own: on another phone, or after the last one was over. */
    void again(String username, Screen screen) {
        leave(username);
        as(username, screen);
    }

    /** Forgets the session of a person whose seat is not worth anything any more. */
    void leave(String username) {
        SEATS.remove(username);
    }

    /** In front of the desk, and not signed in. */
    void asNobody(Screen screen) {
        screen(screen);
        cdp("Network.clearBrowserCookies", Map.of());
    }

    void screen(Screen screen) {
        Chromium.screen(screen, screen.height);
    }

    /** Lets the page be drawn {@code light} or {@code dark}. */
    void scheme(String scheme) {
        Chromium.scheme(scheme);
    }

    void withoutJavaScript() {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    void open(String path) {
        driver().get(address() + path);
    }

    String path() {
        return driver().getCurrentUrl().substring(address().length());
    }

    WebElement find(By what) {
        return driver().findElement(what);
    }

    List<WebElement> all(By what) {
        return driver().findElements(what);
    }

    WebElement appears(By what) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Scrolls there, as a person would who sees it half behind the bar below, and presses it. */
    void press(By what) {
        WebElement target = find(what);
        script("arguments[0].scrollIntoView({block: 'center'})", target);
        boolean leaves = Boolean.TRUE.equals(script(
                "window.stillHere = true;"
                        + " return arguments[0].matches('form[method=post] button[type=submit], a[href]:not([href^=\"#\"])')",
                target));
        target.click();
        if (leaves) {
            waiting()
                    .until(page -> Boolean.TRUE.equals(
                            script("return !window.stillHere && document.readyState === 'complete'")));
        }
    }

    /** Presses the button or link with this text. */
    void press(String text) {
        press(By.xpath(
                "//main//*[self::button or self::a or self::summary][normalize-space()=\"%s\"]".formatted(text)));
    }

    void type(String field, Object value) {
        WebElement box = find(By.name(field));
        script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", box); // not under a bar
        // as a person empties a box: clear() refuses while the page still finds its size after a change of the screen
        box.sendKeys(Keys.chord(Keys.CONTROL, "a"), value.toString().isEmpty() ? Keys.DELETE : value.toString());
    }

    String text(String css) {
        return find(By.cssSelector(css)).getText();
    }

    /** What the main part of the page says. */
    String page() {
        return text("main");
    }

    WebDriverWait waiting() {
        return new WebDriverWait(driver(), PATIENCE, Duration.ofMillis(50));
    }

    Object script(String script, Object... arguments) {
        return driver().executeScript(script, arguments);
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return Chromium.cdp(command, parameters);
    }

    /** What the browser has complained about since the last call, other than a page that was refused as it should be. */
    List<String> console() {
        return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of 4"))
                .toList();
    }

    void no_complaints() {
        assertThat(console()).as("console of " + driver().getCurrentUrl()).isEmpty();
    }

    /** Nothing scrolls sideways. */
    void fits() {
        assertThat((Boolean) script("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("width of " + path())
                .isTrue();
    }

    /** Looks at where the case stands in its process; what the picture marks. */
    String stepInPicture() {
        WebElement process = find(By.id("process"));
        script("arguments[0].parentElement.scrollIntoView()", process);
        waiting().until(page -> Boolean.TRUE.equals(script("return arguments[0].naturalWidth > 0", process)));
        return process.getAttribute("src").replaceFirst(".*[?]at=", "");
    }

    /** A picture of the whole page below {@code target/screens}, for people to look at; only if {@code -Dscreenshots} is set. */
    void picture(String name, Screen screen) {
        if (System.getProperty("screenshots") == null) {
            return;
        }
        screen(screen);
        Number height = (Number) script("return document.documentElement.scrollHeight");
        Chromium.screen(screen, Math.max(screen.height, height.intValue()));
        shoot(Path.of("target", "screens", name + "-" + screen.width + ".png"));
        screen(screen);
    }

    /** A picture of what the screen shows. */
    void shoot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String data = (String)
                    cdp("Page.captureScreenshot", Map.of("format", "png")).get("data");
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
