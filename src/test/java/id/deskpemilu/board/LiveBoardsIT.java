package id.deskpemilu.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.board.LiveBoards.View;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.RegionCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who watches the board hears of every change, once a second at most, and of nothing else; nobody is kept who has gone. */
class LiveBoardsIT extends RunningDesk {

    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Autowired
    private LiveBoards desk;

    @Autowired
    private BoardReader reader;

    @Autowired
    private Recap recap;

    private TestElection election;
    private View view;
    private LiveBoards boards;

    /** As browsers do on the own machine: what is marked as secure is sent without encryption too. */
    private static final class Cookies extends CookieHandler {

        private final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            String all = kept.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return all.isEmpty() ? Map.of() : Map.of("Cookie", List.of(all));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.forEach((name, values) -> {
                if ("Set-Cookie".equalsIgnoreCase(name)) {
                    values.forEach(value -> {
                        String[] pair = value.split(";", 2)[0].split("=", 2);
                        kept.computeIfAbsent(address.getAuthority(), host -> new ConcurrentHashMap<>())
                                .put(pair[0], pair[1]);
                    });
                }
            });
        }
    }

    /** Remembers what it is told. */
    private static final class Remembering implements LiveBoards.Watcher {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<Long> times = new CopyOnWriteArrayList<>();
        private final AtomicInteger alive = new AtomicInteger();
        private final AtomicBoolean gone = new AtomicBoolean();
        private final AtomicBoolean unwanted = new AtomicBoolean();
        private final AtomicBoolean ended = new AtomicBoolean();

        @Override
        public void changed(String version) throws IOException {
            if (gone.get()) {
                throw new IOException("nobody there");
            }
            times.add(System.nanoTime());
            heard.add(version);
        }

        @Override
        public void alive() throws IOException {
            if (gone.get()) {
                throw new IOException("nobody there");
            }
            alive.incrementAndGet();
        }

        @Override
        public boolean mayStay() {
            return !unwanted.get();
        }

        @Override
        public void end() {
            ended.set(true);
        }
    }

    @BeforeEach
    void an_open_contest_and_boards_with_short_times() {
        election = testElections.running(ContestType.BUPATI, 3);
        testElections.staff(election);
        testElections.assign("operator.melati", "OPERATOR", election.village(2));
        post("admin", election.contest("bupati") + "/open", null);
        view = new View(election.code(), new RegionCode(election.regency()));
        boards = new LiveBoards(
                reader,
                recap,
                new BoardSettings(
                        "13:00=0 22:00=100",
                        Duration.ofMillis(400),
                        Duration.ofMillis(900),
                        Duration.ofMillis(300),
                        2));
        boards.start();
    }

    @AfterEach
    void go_home() {
        boards.stop();
        testElections.dismiss();
    }

    @Test
    void whoever_knows_the_board_hears_of_changes_only_and_at_most_once_in_a_reading() throws Exception {
        String known = boards.current(view).version();
        Remembering newcomer = new Remembering();
        Remembering returning = new Remembering();
        boards.watch("a", view, null, newcomer);
        boards.watch("b", view, known, returning);
        until(() -> newcomer.heard.equals(List.of(known)));
        Thread.sleep(900);
        assertThat(returning.heard).isEmpty();
        for (int station = 1; station <= 3; station++) {
            send(1, station);
            send(2, station);
        }
        String now = reader.read(election.code(), view.region()).version();
        until(() -> returning.heard.contains(now) && newcomer.heard.contains(now));
        assertThat(returning.heard).doesNotHaveDuplicates();
        for (int i = 1; i < returning.times.size(); i++) {
            assertThat(returning.times.get(i) - returning.times.get(i - 1)).isGreaterThan(300_000_000L);
        }
    }

    @Test
    void a_silent_line_says_that_it_is_alive_and_a_dead_one_is_cleared_away() {
        Remembering watcher = new Remembering();
        boards.watch("a", view, boards.current(view).version(), watcher);
        until(() -> watcher.alive.get() >= 2);
        assertThat(boards.lines()).isEqualTo(1);
        watcher.gone.set(true);
        until(() -> boards.lines() == 0);
        assertThat(watcher.ended).isFalse();
    }

    @Test
    void whoever_may_not_see_the_region_any_more_is_cut_off() {
        Remembering watcher = new Remembering();
        boards.watch("a", view, null, watcher);
        watcher.unwanted.set(true);
        until(watcher.ended::get);
        assertThat(boards.lines()).isZero();
    }

    @Test
    void a_person_has_so_many_lines_and_no_more_and_a_closed_one_is_free_again() {
        LiveBoards.Line first = boards.watch("a", view, null, new Remembering());
        boards.watch("a", view, null, new Remembering());
        assertThatThrownBy(() -> boards.watch("a", view, null, new Remembering()))
                .hasMessage("BOARD_LINES_MANY");
        boards.watch("b", view, null, new Remembering());
        first.close();
        first.close();
        boards.watch("a", view, null, new Remembering());
        assertThat(boards.lines()).isEqualTo(3);
    }

    @Test
    void a_stopping_desk_ends_every_line_and_opens_no_other() {
        Remembering watcher = new Remembering();
        boards.watch("a", view, null, watcher);
        boards.stop();
        assertThat(watcher.ended).isTrue();
        assertThat(boards.lines()).isZero();
        assertThatThrownBy(() -> boards.watch("a", view, null, new Remembering()))
                .hasMessage("BOARD_CLOSING");
    }

    @Test
    void a_browser_that_signed_in_gets_events_resumes_and_polls() throws Exception {
        HttpClient supervisor = signedIn("supervisor");
        String query = "?election=" + election.code() + "&region=" + election.regency();
        HttpResponse<InputStream> line = open(supervisor, "/board/events" + query, null);
        assertThat(line.statusCode()).isEqualTo(200);
        assertThat(line.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(line.headers().firstValue("X-Accel-Buffering")).contains("no");
        assertThat(line.headers().firstValue("Content-Encoding")).isEmpty();
        BufferedReader events = new BufferedReader(new InputStreamReader(line.body(), StandardCharsets.UTF_8));
        String first = next(events);
        send(1, 1);
        String second = next(events);
        assertThat(second).isNotEqualTo(first);

        HttpResponse<String> polled = supervisor.send(
                HttpRequest.newBuilder(URI.create(address() + "/board/version" + query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(polled.body()).isEqualTo("{\"version\":\"" + second + "\"}");
        String tag = polled.headers().firstValue("ETag").orElseThrow();
        assertThat(polled.headers().firstValue("Cache-Control").orElseThrow()).contains("private", "no-cache");
        assertThat(supervisor
                        .send(
                                HttpRequest.newBuilder(URI.create(address() + "/board/version" + query))
                                        .header("If-None-Match", tag)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(304);

        // who comes back with the newest waits for the next, who comes back with an old one gets the newest at once
        HttpResponse<InputStream> resumed = open(supervisor, "/board/events" + query, first);
        assertThat(next(new BufferedReader(new InputStreamReader(resumed.body(), StandardCharsets.UTF_8))))
                .isEqualTo(second);
        HttpResponse<InputStream> current = open(supervisor, "/board/events" + query, second);
        send(1, 2);
        String third = next(new BufferedReader(new InputStreamReader(current.body(), StandardCharsets.UTF_8)));
        assertThat(third).isNotEqualTo(second);

        int lines = desk.lines();
        assertThat(lines).isGreaterThanOrEqualTo(3);
        for (HttpResponse<InputStream> one : List.of(line, resumed, current)) {
            one.body().close();
        }
        send(1, 3); // the next word finds nobody there
        send(2, 1);
        Thread.sleep(1500);
        send(2, 2);
        until(() -> desk.lines() <= lines - 3);
    }

    @Test
    void a_foreign_region_is_refused() throws Exception {
        HttpClient operator = signedIn("operator.kenanga");
        String query = "?election=" + election.code() + "&region=";
        for (String path : List.of("/board/events", "/board/version")) {
            assertThat(open(operator, path + query + election.village(1), null).statusCode())
                    .isEqualTo(403);
        }
        HttpResponse<InputStream> own = open(operator, "/board/events" + query + election.village(2), null);
        assertThat(own.statusCode()).isEqualTo(200);
        own.body().close();
    }

    @Test
    void the_line_of_somebody_who_lost_the_assignment_or_signed_out_ends() throws Exception {
        String path = "/board/events?election=" + election.code() + "&region=" + election.regency();
        HttpResponse<InputStream> assigned = open(signedIn("supervisor"), path, null);
        HttpClient auditor = signedIn("auditor");
        HttpResponse<InputStream> signedIn = open(auditor, path, null);
        testElections.unassign("supervisor");
        assertEnds(assigned);
        String page = auditor.send(
                        HttpRequest.newBuilder(URI.create(address() + "/me")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        auditor.send(
                HttpRequest.newBuilder(URI.create(address() + "/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertEnds(signedIn);
    }

    /** Reads to the end; the runner's patience is the limit. */
    private static void assertEnds(HttpResponse<InputStream> line) {
        assertThat(line.statusCode()).isEqualTo(200);
        assertTimeoutPreemptively(PATIENCE, () -> line.body().readAllBytes());
    }

    private void send(int village, int station) {
        Map<String, Object> paper = Map.of(
                "figures", TallyMother.consistentFigures(),
                "votes", TallyMother.consistentVotes(),
                "confirmed", true,
                "explanations", Map.of("X1", "sama", "S4", "sama"));
        Answer answer = submit(
                "operator.melati",
                election.report("bupati", election.station(village, station)),
                "langsung-" + election.station(village, station),
                paper);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
    }

    private HttpClient signedIn(String username) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new Cookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        HttpResponse<String> form = browser.send(
                HttpRequest.newBuilder(URI.create(address() + "/me")).build(), HttpResponse.BodyHandlers.ofString());
        Matcher action = LOGIN_FORM.matcher(form.body());
        assertThat(action.find()).as(form.body()).isTrue();
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username="
                                + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                                + URLEncoder.encode(LocalServers.demoPassword(), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.uri().getPath()).isEqualTo("/me");
        return browser;
    }

    private HttpResponse<InputStream> open(HttpClient browser, String path, String last) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", "text/event-stream, */*");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String next(BufferedReader events) throws IOException {
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.startsWith("id:")) {
                return line.substring(3).strip();
            }
        }
        throw new IOException("the line has ended");
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
