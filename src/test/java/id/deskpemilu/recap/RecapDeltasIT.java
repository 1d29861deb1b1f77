package id.deskpemilu.recap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.Quietly;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sums are those of the reports at every moment, whoever writes, folds, dies or imports meanwhile. */
class RecapDeltasIT extends RunningDesk {

    private static final int SUBMISSIONS = 50;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private Contests contests;

    @Autowired
    private Fold fold;

    @Autowired
    private Recount recount;

    @Autowired
    private Totals totals;

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void fifty_submissions_at_once_with_folds_and_readers_in_between_leave_the_sums_of_the_reports() throws Exception {
        TestElection election = opened(SUBMISSIONS / 2);
        AtomicBoolean done = new AtomicBoolean();
        ConcurrentLinkedQueue<String> torn = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(14);
        try {
            List<Future<?>> around = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                around.add(threads.submit(() -> until(done, fold::run)));
            }
            around.add(threads.submit(() -> until(done, () -> {
                Progress.Count count = sums(election, election.regency()).whole();
                if (count.valid() != 208L * count.reported()
                        || count.votes().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                != count.valid()
                        || count.reported() + count.missing() != count.all()) {
                    torn.add(count.toString());
                }
            })));
            around.add(threads.submit(() -> until(
                    done,
                    () -> torn.addAll(recount.check("uji", electionId(election)).sample()))));
            List<Callable<Integer>> submissions = new ArrayList<>();
            for (int n = 1; n <= SUBMISSIONS / 2; n++) {
                for (int village : new int[] {1, 2}) {
                    String station = election.station(village, n);
                    submissions.add(() -> submit(
                                    "operator.melati", election.report("bupati", station), "sekali-" + station, good())
                            .status());
                }
            }
            for (Future<Integer> submission : threads.invokeAll(submissions)) {
                assertThat(submission.get()).isEqualTo(201);
            }
            done.set(true);
            for (Future<?> one : around) {
                one.get();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(torn).isEmpty();
        Totals.Sums sums = sums(election, election.regency());
        assertThat(sums.whole().reported()).isEqualTo(SUBMISSIONS);
        assertThat(sums.whole().missing()).isZero();
        assertThat(sums.whole().open().missing()).isZero();
        assertThat(sums.whole().valid()).isEqualTo(208L * SUBMISSIONS);
        assertThat(sums.whole().voters().dptOutstanding()).isZero();
        assertThat(sums.whole().voters().turnout()).isEqualTo(100.0 * 210 / 289);
        assertThat(sums.arrived().values())
                .satisfies(steps -> assertThat(
                                steps.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(SUBMISSIONS));
        assertThat(recount.check("uji", electionId(election)).sample()).isEmpty();
        fold.run();
        assertThat(testElections.count(
                        "select count(*) from desk.recap_delta d join desk.contest c on c.id = d.contest_id"
                                + " where c.election_id = ?",
                        electionId(election)))
                .isZero();
        assertThat(sums(election, election.regency())).isEqualTo(sums);
    }

    @Test
    void people_who_do_anything_at_all_in_four_threads_leave_the_sums_of_the_reports() throws Exception {
        TestElection election = opened(5);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger failures = new AtomicInteger();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Future<?> folding = threads.submit(() -> until(done, fold::run));
            Future<?> checking = threads.submit(() -> until(
                    done,
                    () -> wrong.addAll(
                            recount.check("uji", electionId(election)).sample())));
            List<Callable<Void>> people = new ArrayList<>();
            for (int seed = 1; seed <= 4; seed++) {
                Random random = new Random(seed);
                people.add(() -> {
                    for (int act = 0; act < 60; act++) {
                        if (act(election, random) >= 500) {
                            failures.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> person : threads.invokeAll(people)) {
                person.get();
            }
            done.set(true);
            folding.get();
            checking.get();
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(failures).hasValue(0);
        assertThat(wrong).isEmpty();
        assertThat(recount.check("uji", electionId(election)).sample()).isEmpty();
    }

    @Test
    void no_sum_of_any_election_in_this_database_is_wrong() {
        List<String> wrong = new ArrayList<>();
        recount.running()
                .forEach(election -> wrong.addAll(recount.check("uji", election).sample()));
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_fold_that_dies_leaves_everything_as_it_was() throws Exception {
        TestElection election = opened(2);
        submitted(election, election.station(1, 1));
        Totals.Sums before = sums(election, election.regency());
        Quietly.call(List.of("com.zaxxer.hikari.pool"), () -> {
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement();
                        var pid = statement.executeQuery("select pg_backend_pid()")) {
                    pid.next();
                    int backend = pid.getInt(1);
                    try (var folding = connection.prepareStatement(Fold.FOLD)) {
                        folding.setInt(1, 1000);
                        folding.execute();
                    }
                    assertThat(sums(election, election.regency()))
                            .as("not committed")
                            .isEqualTo(before);
                    jdbc.sql("select pg_terminate_backend(?)")
                            .param(backend)
                            .query(Boolean.class)
                            .single();
                }
                assertThatThrownBy(connection::commit).isNotNull();
            } catch (java.sql.SQLException killed) {
                // closing what was killed
            }
            return true;
        });
        assertThat(sums(election, election.regency())).isEqualTo(before);
        fold.run();
        assertThat(sums(election, election.regency())).isEqualTo(before);
        assertThat(recount.check("uji", electionId(election)).wrong()).isZero();
    }

    @Test
    void what_a_refused_transaction_wrote_is_not_counted() {
        TestElection election = opened(1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into desk.recap_delta (contest_id, ballot, village, measure, amount)
                            values (?, 1, ?, 'reported', 1)
                            """).params(contest(election).id(), election.village(1)).update();
            assertThat(sums(election, election.village(1)).whole().reported()).isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(sums(election, election.village(1)).whole().reported()).isZero();
    }

    @Test
    void a_wrong_sum_is_found_told_and_put_right_when_asked() throws Exception {
        TestElection election = opened(2);
        submitted(election, election.station(1, 1));
        fold.run();
        jdbc.sql(
                        "update desk.recap_total set amount = amount + 7 where contest_id = ? and region = ? and measure = 'V2'")
                .params(contest(election).id(), election.regency())
                .update();
        Answer found = Quietly.call(
                List.of(Recount.class.getName()),
                () -> post("admin", "/elections/" + election.code() + "/recap/recount", null));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.at("wrong").asInt()).isEqualTo(1);
        assertThat(found.at("sample").path(0).asString()).contains(election.regency(), "V2");
        assertThat(recount.last(electionId(election)).orElseThrow().wrong()).isEqualTo(1);
        assertThat(testElections.count(
                        "select count(*) from desk.audit_event where subject = ? and type = 'RecapMismatch'",
                        "election:" + electionId(election)))
                .isEqualTo(1);
        assertThat(post("admin", "/elections/" + election.code() + "/recap/rebuild", null)
                        .at("wrong")
                        .asInt())
                .isZero();
        assertThat(recount.check("uji", electionId(election)).wrong()).isZero();
        assertThat(post("supervisor", "/elections/" + election.code() + "/recap/rebuild", null)
                        .code())
                .isEqualTo("ROLE_MISSING");
        assertThatThrownBy(
                        () -> jdbc.sql("update desk.recap_delta set amount = 1").update())
                .hasMessageContaining("a delta is folded or left as it is");
    }

    @Test
    void an_import_that_changes_the_dpt_changes_what_is_outstanding() {
        TestElection election = opened(2);
        submitted(election, election.station(1, 1));
        jdbc.sql("update desk.station set dpt_l = 150, dpt_p = 150 where code = ? and election_id = ?")
                .params(election.station(1, 1), electionId(election))
                .update();
        jdbc.sql("update desk.station set dpt_l = null where code = ? and election_id = ?")
                .params(election.station(1, 2), electionId(election))
                .update();
        fold.run();
        Progress.Count desa = sums(election, election.village(1)).whole();
        assertThat(desa.voters().dpt()).isEqualTo(300);
        assertThat(desa.voters().unknown()).isEqualTo(1);
        assertThat(desa.voters().dptReported()).isEqualTo(300);
        assertThat(desa.voters().dptOutstanding()).isZero();
        assertThat(desa.open().missing())
                .as("the largest station and its reserve")
                .isEqualTo(615);
        assertThat(desa.open().unknown()).isEqualTo(615);
        assertThat(desa.open().unknownStations()).isEqualTo(1);
        assertThat(recount.check("uji", electionId(election)).sample()).isEmpty();
    }

    @Test
    void a_station_that_is_imported_after_the_opening_is_missing_at_once() {
        TestElection election = opened(1);
        jdbc.sql("insert into desk.station (election_id, code, village, dpt_l, dpt_p) values (?, ?, ?, 100, 100)")
                .params(electionId(election), election.station(1, 2), election.village(1))
                .update();
        Progress.Count desa = sums(election, election.village(1)).whole();
        assertThat(desa.all()).isEqualTo(2);
        assertThat(desa.missing()).isEqualTo(2);
        assertThat(desa.open().missing()).isEqualTo(297 + 615);
        assertThat(recount.check("uji", electionId(election)).sample()).isEmpty();
    }

    @Test
    void a_desk_that_had_no_recap_by_deltas_counts_everything_at_its_start() {
        TestElection election = opened(2);
        submitted(election, election.station(1, 1));
        approve("verifikator.satu", election.report("bupati", election.station(1, 1)));
        Totals.Sums before = sums(election, election.regency());
        for (String table : List.of("recap_delta", "recap_total", "recap_part")) {
            jdbc.sql("delete from desk." + table + " where contest_id = ?")
                    .param(contest(election).id())
                    .update();
        }
        assertThat(recount.neverCounted()).contains(electionId(election));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> recount.rebuild(Recount.BY_ITSELF, electionId(election)));
        assertThat(recount.neverCounted()).doesNotContain(electionId(election));
        assertThat(sums(election, election.regency())).isEqualTo(before);
        submitted(election, election.station(1, 2));
        assertThat(recount.check("uji", electionId(election)).sample()).isEmpty();
    }

    private static void until(AtomicBoolean done, Runnable work) {
        while (!done.get()) {
            work.run();
        }
    }

    private TestElection opened(int stationsPerVillage) {
        TestElection election = testElections.running(ContestType.BUPATI, stationsPerVillage);
        testElections.staff(election);
        testElections.assign("operator.melati", "OPERATOR", election.village(2));
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
        return election;
    }

    private void submitted(TestElection election, String station) {
        assertThat(submit("operator.melati", election.report("bupati", station), "kirim-" + station, good())
                        .status())
                .isEqualTo(201);
    }

    private int act(TestElection election, Random random) {
        String report = election.report("bupati", election.station(1 + random.nextInt(2), 1 + random.nextInt(5)));
        String verifier = random.nextBoolean() ? "verifikator.satu" : "verifikator.dua";
        Answer seen = get("supervisor", report);
        String last = "/corrections/" + Math.max(1, seen.at("corrections").size());
        String key = "acak-" + random.nextInt(1_000_000);
        return switch (seen.at("status").asString()) {
            case "AWAITED" ->
                submit("operator.melati", report, key, random.nextInt(3) == 0 ? grave() : good())
                        .status();
            case "LOCKED", "RECHECK", "REOPENED" -> {
                if (random.nextBoolean()) {
                    try {
                        yield approve(verifier, report).status();
                    } catch (IllegalStateException otherWasFaster) {
                        yield 409;
                    }
                }
                yield post(
                                verifier,
                                report + "/corrections",
                                Map.of("changes", Map.of("suara_1", random.nextInt(90)), "reason", "tampak lain"))
                        .status();
            }
            case "CORRECTION_REQUESTED" ->
                post(
                                "operator.melati",
                                report + last + "/confirmation",
                                Map.of(
                                        "answer",
                                        List.of("CONFIRMED", "AS_WRITTEN", "DISPUTED")
                                                .get(random.nextInt(3)),
                                        "comment",
                                        "begitu"))
                        .status();
            case "DISPUTED" ->
                post(
                                "supervisor",
                                report + last + "/decision",
                                Map.of("upheld", random.nextBoolean(), "reason", "foto jelas"))
                        .status();
            case "CORRECTION_CONFIRMED" ->
                post(verifier, report + last + "/application", null).status();
            default ->
                random.nextBoolean()
                        ? post(verifier, report + "/reopening", Map.of("cause", "MISREAD", "reason", "lain"))
                                .status()
                        : post("supervisor", report + "/reopening/decision", Map.of("granted", true))
                                .status();
        };
    }

    private static Map<String, Object> good() {
        return paper(TallyMother.consistentFigures());
    }

    /** More votes than the station can have ballots. */
    private static Map<String, Object> grave() {
        return paper(TallyMother.figuresWith("pemilih_dpt_j", 100));
    }

    private static Map<String, Object> paper(Map<String, Integer> figures) {
        Map<String, String> reasons = new HashMap<>();
        for (FindingCode code : FindingCode.values()) {
            reasons.put(code.name(), "tertulis begitu");
        }
        return Map.of(
                "figures", figures, "votes", TallyMother.consistentVotes(), "confirmed", true, "explanations", reasons);
    }

    private Contest contest(TestElection election) {
        return contests.get(election.code(), "bupati");
    }

    private long electionId(TestElection election) {
        return contest(election).election().id();
    }

    private Totals.Sums sums(TestElection election, String region) {
        Contest contest = contest(election);
        return totals.of(
                        List.of(new Totals.Counted(contest, 1, contest.choices())),
                        new RegionCode(region),
                        List.of(),
                        true)
                .get(contest.id());
    }
}
