package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.DeskPemilu;
import id.deskpemilu.Quietly;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.local.LocalServers;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However the opening of a contest is interrupted, in the end each TPS has exactly one report and one case. */
@Tag("evening")
class OpeningCrashIT extends RunningDesk {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path LOG = Path.of("target/opening-crash.log");
    private static final Duration START = Duration.ofMinutes(4);

    @Autowired
    private JdbcClient jdbc;

    private final Children children = new Children();

    /** The desks of this test; none outlives it. */
    private static final class Children {

        private final List<Process> processes = new java.util.ArrayList<>();

        void end() throws InterruptedException {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    @AfterEach
    void leave_nothing_behind() throws InterruptedException {
        children.end();
        jdbc.sql("drop trigger if exists fuse on desk.report").update();
        jdbc.sql("drop function if exists desk.blow_fuse()").update();
    }

    @Test
    void after_an_error_between_batches_opening_again_goes_on() throws Exception {
        TestElection election = testElections.running(ContestType.BUPATI, 60);
        testElections.staff(election);
        jdbc.sql("""
                        create function desk.blow_fuse() returns trigger language plpgsql as
                        'begin raise exception ''the fuse has blown''; end'
                        """).update();
        jdbc.sql("create trigger fuse before insert on desk.report for each row when (new.station = '"
                        + election.station(2, 50) + "') execute function desk.blow_fuse()")
                .update();

        Answer blown = Quietly.call(
                List.of("org.hibernate.orm.jdbc.error", "id.deskpemilu.shared.web.ApiErrors"),
                () -> post("admin", election.contest("bupati") + "/open", null));
        assertThat(blown.status()).isEqualTo(500);
        assertThat(state(election)).isEqualTo("OPENING");
        assertThat(reports(election)).isEqualTo(100);
        assertThat(cases(election)).isEqualTo(100);

        jdbc.sql("drop trigger fuse on desk.report").update();
        Answer opened = post("admin", election.contest("bupati") + "/open", null);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(200);
        assertThat(opened.at("created").asInt()).isEqualTo(20);
        each_station_has_one_case(election, 120);
    }

    @Test
    void two_who_open_at_the_same_time_make_one_case_for_each_station() throws Exception {
        TestElection election = testElections.running(ContestType.BUPATI, 120);
        testElections.staff(election);
        token("admin");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Answer> open = () -> post("admin", election.contest("bupati") + "/open", null);
            int created = 0;
            for (Future<Answer> answer : threads.invokeAll(List.of(open, open))) {
                assertThat(answer.get().status()).as("%s", answer.get().body()).isEqualTo(200);
                created += answer.get().at("created").asInt();
            }
            assertThat(created).isEqualTo(240);
        } finally {
            threads.shutdownNow();
        }
        each_station_has_one_case(election, 240);
    }

    @Test
    void killed_in_the_middle_the_next_start_goes_on() throws Exception {
        TestElection election = testElections.running(ContestType.BUPATI, 500);
        testElections.staff(election);
        int port = freePort();
        Process first = desk(port);
        HTTP.sendAsync(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/api/v1" + election.contest("bupati") + "/open"))
                        .header("Authorization", "Bearer " + token("admin"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        waitUntil("cases are being created", Duration.ofMinutes(1), () -> reports(election) >= 100);
        first.destroyForcibly().waitFor(); // SIGKILL
        assertThat(first.exitValue()).isNotZero();
        long atDeath = settled(election);
        assertThat(atDeath).isBetween(100L, 999L);
        assertThat(state(election)).isEqualTo("OPENING");
        assertThat(cases(election)).isEqualTo(atDeath);
        System.out.printf("killed after %d of 1,000 cases%n", atDeath);

        desk(freePort());
        waitUntil(
                "the opening is finished",
                Duration.ofMinutes(2),
                () -> state(election).equals("OPEN"));
        each_station_has_one_case(election, 1000);
    }

    private void each_station_has_one_case(TestElection election, int stations) {
        assertThat(state(election)).isEqualTo("OPEN");
        assertThat(reports(election)).isEqualTo(stations);
        assertThat(testElections.count(
                        "select count(distinct station) from desk.report where station like ?",
                        election.regency() + "%"))
                .isEqualTo(stations);
        assertThat(cases(election)).isEqualTo(stations);
        assertThat(testElections.count("""
                        select count(*) from desk.report r
                        where r.station like ?
                          and (select count(*) from camunda.act_ru_execution e
                               where e.business_key_ = r.id::text and e.parent_id_ is null) <> 1
                        """, election.regency() + "%")).isZero();
        assertThat(testElections.count(
                        "select count(*) from desk.inbox_item where station like ?", election.regency() + "%"))
                .isEqualTo(stations);
    }

    private String state(TestElection election) {
        return jdbc.sql(
                        "select c.state from desk.contest c join desk.election e on e.id = c.election_id where e.code = ?")
                .param(election.code())
                .query(String.class)
                .single();
    }

    private long reports(TestElection election) {
        return testElections.count("select count(*) from desk.report where station like ?", election.regency() + "%");
    }

    /** The running process instances of the election's reports. */
    private long cases(TestElection election) {
        return testElections.count("""
                        select count(*) from camunda.act_ru_execution e
                        join desk.report r on r.id::text = e.business_key_
                        where r.station like ? and e.parent_id_ is null
                        """, election.regency() + "%");
    }

    /** How many reports there are once the database has noticed the death: a commit may have been on its way. */
    private long settled(TestElection election) throws InterruptedException {
        long before = -1;
        for (long now = reports(election); now != before; now = reports(election)) {
            before = now;
            Thread.sleep(1000);
        }
        return before;
    }

    /** Starts the production main class in a process of its own and waits until it answers. */
    private Process desk(int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        classPath(),
                        DeskPemilu.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(LocalServers.settings());
        builder.environment().put("DESK_PORT", String.valueOf(port));
        Process desk = builder.start();
        children.processes.add(desk);
        URI health = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        waitUntil("the desk answers, see " + LOG, START, () -> {
            assertThat(desk.isAlive()).as("the desk runs, see %s", LOG).isTrue();
            return answers(health);
        });
        return desk;
    }

    /** This JVM's class path; an empty element would mean the project's own folder, with the models a second time. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(element -> !element.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean answers(URI address) {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(address)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void waitUntil(String what, Duration longest, BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s within %s", what, longest).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
