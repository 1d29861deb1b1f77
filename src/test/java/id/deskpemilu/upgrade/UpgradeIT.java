package id.deskpemilu.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.local.LocalServers;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The database of every version of which there is a dump opens without a hand, and each case that was open in it is carried to
 * its end.
 */
class UpgradeIT {

    private static final String DATABASE = "upgrade_opened";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static List<String> versions() {
        return Dump.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_database_of_the_version_before_opens_without_a_hand(String version) throws Exception {
        String database = restored(version);
        try (Desk desk = Desk.on(database)) {
            each_case_is_carried_to_its_end(desk, version);
        }
        queued_messages_are_sent_and_transfers_are_tried(database);
    }

    static void each_case_is_carried_to_its_end(Desk desk, String version) throws IOException {
        every_migration_has_run(desk);
        the_models_of_today_are_deployed_and_open_cases_keep_theirs(desk);
        what_was_sent_before_is_known_again(desk);
        figures_that_were_frozen_thaw(desk);
        in_every_step_of_its_models_a_case_waits(desk, version);
        Map<String, Long> untouched = untouched(desk);
        long messages = queued(desk);
        assertThat(messages).as("messages that were queued").isPositive();

        new Carried(desk).all();

        nothing_is_open_and_no_job_has_failed(desk);
        the_sums_are_those_of_the_reports(desk);
        the_letter_in_signing_is_signed_under_its_number(desk);
        assertThat(untouched(desk))
                .as("photos, comments, incidents, broadcasts")
                .isEqualTo(untouched);
        assertThat(queued(desk)).as("messages queued").isGreaterThanOrEqualTo(messages);
    }

    /** The tables as the version made them, with its rows; what came later runs when the desk starts. */
    private static String restored(String version) throws SQLException, IOException {
        String database = LocalServers.anotherDatabase(DATABASE);
        Path dump = Dump.file(version);
        Flyway.configure()
                .dataSource(database, LocalServers.databaseUser(), LocalServers.databasePassword())
                .defaultSchema("desk")
                .schemas("desk", "camunda")
                .target(Dump.migration(dump))
                .load()
                .migrate();
        try (Connection connection = LocalServers.superuser(DATABASE)) {
            Dump.restore(connection, dump);
        }
        return database;
    }

    private static void every_migration_has_run(Desk desk) {
        Flyway flyway = desk.bean(Flyway.class);
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    private static void the_models_of_today_are_deployed_and_open_cases_keep_theirs(Desk desk) throws IOException {
        try (Stream<Path> files = Files.list(WaitingSteps.PRESENT)) {
            for (Path model : files.sorted().toList()) {
                byte[] newest = desk.jdbc()
                        .sql("""
                                select b.bytes_ from camunda.act_ge_bytearray b
                                join camunda.act_re_deployment d on d.id_ = b.deployment_id_
                                where b.name_ like ? order by d.deploy_time_ desc limit 1
                                """)
                        .param("%" + model.getFileName())
                        .query((row, n) -> row.getBytes(1))
                        .single();
                assertThat(newest).as("%s", model).isEqualTo(Files.readAllBytes(model));
            }
        }
        assertThat(desk.count("""
                        select count(*) from camunda.act_ru_execution e
                        where not exists (select from camunda.act_re_procdef p where p.id_ = e.proc_def_id_)
                        """)).isZero();
    }

    /** The hash of what was sent is that of the version before, whatever writes JSON by now. */
    private static void what_was_sent_before_is_known_again(Desk desk) {
        record Sent(String key, ReportAddress report, String receipt, Instant lockedAt) {}
        List<Sent> all = desk.jdbc()
                .sql("""
                        select k.key, e.code, r.station, r.round, r.receipt, r.locked_at from desk.submission_key k
                        join desk.report r on r.id = k.report_id join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id
                        where r.current order by k.key
                        """)
                .query((row, n) -> new Sent(
                        row.getString(1),
                        ReportAddress.of(row.getString(2), "bupati", row.getString(3)),
                        row.getString(5),
                        row.getObject(6, java.time.OffsetDateTime.class).toInstant()))
                .list();
        assertThat(all).hasSizeGreaterThan(3);
        for (Sent sent : all) {
            boolean consistent = sent.key().startsWith(Submissions.CONSISTENT);
            SubmitReport submit = desk.bean(SubmitReport.class);
            var operator = Desk.operator(sent.report().station().digits().substring(0, 4));
            SubmitReport.Receipt again = submit.execute(
                    operator,
                    sent.report(),
                    sent.key(),
                    consistent ? Submissions.consistent() : Submissions.inconsistent());
            assertThat(again.receipt()).isEqualTo(sent.receipt());
            assertThat(again.lockedAt()).isEqualTo(sent.lockedAt());
            assertThatThrownBy(() -> submit.execute(
                            operator,
                            sent.report(),
                            sent.key(),
                            consistent ? Submissions.inconsistent() : Submissions.consistent()))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("KEY_REUSED"));
        }
    }

    private static void figures_that_were_frozen_thaw(Desk desk) {
        SnapshotJson json = desk.bean(SnapshotJson.class);
        record Kept(byte[] json, String sha256) {}
        List<Kept> all = desk.jdbc()
                .sql("""
                        select json, sha256 from desk.letter_snapshot union all
                        select f.snapshot, r.snapshot_sha256 from desk.received_file f
                        join desk.received_letter r on r.id = f.letter
                        """)
                .query((row, n) -> new Kept(row.getBytes(1), row.getString(2)))
                .list();
        assertThat(all).isNotEmpty();
        for (Kept kept : all) {
            Frozen thawed = json.thaw(kept.json());
            assertThat(thawed.sha256()).isEqualTo(kept.sha256());
            assertThat(new String(json.freeze(thawed.snapshot()).json(), StandardCharsets.UTF_8))
                    .as("written again")
                    .isEqualTo(new String(kept.json(), StandardCharsets.UTF_8));
        }
    }

    /** A dump that holds less than it should would prove less than it says. */
    private static void in_every_step_of_its_models_a_case_waits(Desk desk, String version) {
        assertThat(WaitingSteps.missing(desk, Dump.FOLDER.resolve("bpmn").resolve(version)))
                .isEmpty();
        assertThat(desk.count("select count(*) from desk.draft")).isPositive();
        assertThat(desk.count("select count(*) from desk.signing_attempt where unknown"))
                .isPositive();
        assertThat(desk.count("select count(*) from desk.transfer where due_at is not null"))
                .isPositive();
    }

    private static Map<String, Long> untouched(Desk desk) {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : List.of("photo", "report_comment", "incident", "broadcast", "round", "reopening")) {
            counts.put(table, desk.count("select count(*) from desk." + table));
        }
        return counts;
    }

    private static long queued(Desk desk) {
        return desk.count("select count(*) from desk.delivery where state = 'QUEUED' and due_at is not null");
    }

    private static void nothing_is_open_and_no_job_has_failed(Desk desk) {
        assertThat(desk.texts("""
                        select p.key_ || ' ' || e.act_id_ from camunda.act_ru_execution e
                        join camunda.act_re_procdef p on p.id_ = e.proc_def_id_ where e.act_id_ is not null
                        """)).isEmpty();
        assertThat(desk.count("select count(*) from camunda.act_ru_execution")).isZero();
        assertThat(desk.count("select count(*) from camunda.act_ru_job")).isZero();
        assertThat(desk.count("select count(*) from camunda.act_ru_incident")).isZero();
        assertThat(desk.count("select count(*) from desk.report where current and status <> 'APPROVED'"))
                .isZero();
    }

    private static void the_sums_are_those_of_the_reports(Desk desk) {
        for (long election : desk.jdbc()
                .sql("select id from desk.election")
                .query(Long.class)
                .list()) {
            assertThat(desk.bean(Recount.class).check("uji", election).sample()).isEmpty();
        }
    }

    private static void the_letter_in_signing_is_signed_under_its_number(Desk desk) {
        assertThat(desk.count("""
                        select count(*) from desk.letter l join desk.letter_file f on f.letter_id = l.id
                        where l.number like '200.2.1/900/%' and l.signed_at is not null and l.signing_since is null
                        """)).isEqualTo(1);
        assertThat(desk.count("select count(*) from desk.letter where status in ('PLANNED', 'DRAFT')"))
                .isZero();
    }

    /** The same desk as it runs every day: the other program takes every message, and the province does not answer. */
    private static void queued_messages_are_sent_and_transfers_are_tried(String database) throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
        try (Desk desk =
                Desk.sending(database, "http://localhost:" + other.getAddress().getPort())) {
            Instant until = Instant.now().plus(PATIENCE);
            while (queued(desk) > 0
                    || desk.count("select count(*) from desk.transfer where due_at is not null and attempts = 0") > 0) {
                assertThat(Instant.now())
                        .as(
                                "%s",
                                desk.texts("select channel || ' ' || state || ' ' || coalesce(error, '') || ' '"
                                        + " || count(*) from desk.delivery group by channel, state, error"))
                        .isBefore(until);
                Thread.sleep(200);
            }
            assertThat(desk.texts("select distinct state from desk.delivery where channel = 'WEBHOOK'"))
                    .containsExactly("SENT");
            assertThat(desk.count("select count(*) from desk.transfer where state = 'FAILED' and due_at is not null"))
                    .as("transfers stay due, for the other desk does not answer")
                    .isPositive();
        } finally {
            other.stop(0);
        }
    }
}
