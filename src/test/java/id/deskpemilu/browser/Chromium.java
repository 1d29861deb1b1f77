package id.deskpemilu.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The Chromium of this machine, one for all tests. Nothing is downloaded: the browser and its driver are taken from the
 * system properties {@code chromium} and {@code webdriver.chrome.driver}, else from the PATH.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    // only commands that every version knows are used: no bindings of the browser's very version are needed
    private static final Logger BINDINGS = Logger.getLogger("org.openqa.selenium.devtools");

    private static @Nullable ChromeDriver driver;

    private Chromium() {}

    /** Whether a browser and its driver are here. */
    static boolean isInstalled() {
        return browser().isPresent() && driverProgram().isPresent();
    }

    /** The running browser; the first call starts it, the end of all tests ends it. */
    static synchronized ChromeDriver driver() {
        if (driver == null) {
            ChromeDriver started = start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::quit, "chromium-stop"));
            driver = started;
        }
        return driver;
    }

    /** Lets what is shown be looked at on that screen, made so high. */
    static void screen(Browser.Screen screen, int height) {
        boolean phone = screen == Browser.Screen.PHONE;
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", screen.width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
        cdp("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
    }

    /** Lets the page be drawn {@code light} or {@code dark}. */
    static void scheme(String scheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    static Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver().executeCdpCommand(command, parameters);
    }

    private static ChromeDriver start() {
        BINDINGS.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(browser().orElseThrow().toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--window-size=1280,900",
                        "--lang=id",
                        "--user-data-dir=" + profile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "id,en"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram().orElseThrow().toFile())
                .build();
        ChromeDriver started = new ChromeDriver(service, options);
        started.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
        return started;
    }

    private static Path profile() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "chromium").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> browser() {
        return find("chromium", NAMES);
    }

    private static Optional<Path> driverProgram() {
        return find("webdriver.chrome.driver", List.of("chromedriver"));
    }

    private static Optional<Path> find(String property, List<String> names) {
        String chosen = System.getProperty(property);
        if (chosen != null) {
            return Optional.of(Path.of(chosen)).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> Stream.concat(Arrays.stream(path.split(File.pathSeparator)), Stream.of("/usr/bin"))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
