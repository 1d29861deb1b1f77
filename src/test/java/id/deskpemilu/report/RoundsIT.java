package id.deskpemilu.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Quietly;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Stations that vote or count again: the new result takes the place of the old one, which stays readable. */
class RoundsIT extends RunningDesk {

    private static final List<Map<String, Object>> CHANGED_BALLOT =
            List.of(Map.of("number", 1, "name", "Paslon 1"), Map.of("number", 2, "name", "Paslon Pengganti"));

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServletWebServerApplicationContext desk;

    private TestElection election = new TestElection("", "");

    @AfterEach
    void leave_nothing_behind() {
        jdbc.sql("drop trigger if exists round_fuse on desk.report").update();
        jdbc.sql("drop function if exists desk.blow_round_fuse()").update();
    }

    @Test
    void a_psu_with_another_ballot_supersedes_the_result_of_its_stations_and_of_no_others() {
        opened(2);
        for (String station : stations(2)) {
            approved(station, "1", TallyMother.consistentVotes());
        }
        assertThat(recap("").path("votes").path("2").asInt()).isEqualTo(4 * 108);

        Answer opened = order(psu("2025-04-19", election.station(1, 1), election.station(2, 1)), CHANGED_BALLOT);
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        assertThat(opened.at("round").asInt()).isEqualTo(2);
        assertThat(opened.at("created").asInt()).isEqualTo(2);

        // from this moment they have not reported, and their figures are in no sum
        assertThat(recap("").path("reported").asInt()).isEqualTo(2);
        assertThat(recap("").path("all").asInt()).isEqualTo(4);
        assertThat(recap("").path("votes")).isEmpty();
        assertThat(recap("").path("valid").asInt()).isZero();
        assertThat(recap("&ballot=1").path("votes").path("2").asInt()).isEqualTo(2 * 108);
        assertThat(recap("&ballot=1").path("votes").path("3").asInt()).isEqualTo(2 * 10);
        assertThat(recap("&ballot=1").path("valid").asInt()).isEqualTo(2 * 208);
        assertThat(get("supervisor", election.contest("bupati") + "/recap?ballot=3")
                        .code())
                .isEqualTo("ROUND_UNKNOWN");
        Answer progress = get("supervisor", election.contest("bupati") + "/progress?region=" + election.village(1));
        assertThat(progress.at("whole").path("missing").asInt()).isEqualTo(1);
        assertThat(get("operator.melati", "/inbox?role=operator").at("total").asInt())
                .isEqualTo(1);
        assertThat(get("operator.melati", "/inbox?role=operator")
                        .at("items")
                        .path(0)
                        .path("round")
                        .path("kind")
                        .asString())
                .isEqualTo("PSU");
        assertThat(get("supervisor", election.contest("bupati") + "/reports?state=AWAITED")
                        .at("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("supervisor", election.contest("bupati") + "/reports")
                        .at("total")
                        .asInt())
                .isEqualTo(4);
        one_report_counts_for_each_station(4);

        // the old one can be read, and nothing else
        String report = report(1, 1);
        Answer old = get("supervisor", report + "?round=1");
        assertThat(old.at("status").asString()).isEqualTo("APPROVED");
        assertThat(old.at("current").asBoolean()).isFalse();
        assertThat(old.at("votes").path("2").asInt()).isEqualTo(108);
        assertThat(old.at("actions")).isEmpty();
        assertThat(old.at("history").findValuesAsString("type"))
                .containsExactly("Submitted", "Locked", "CheckedBlind", "Approved", "Superseded");
        assertThat(get("supervisor", report + "/rounds").body())
                .extracting(round -> round.path("round").asInt() + " "
                        + round.path("status").asString() + " " + round.path("current"))
                .containsExactly("1 APPROVED false", "2 AWAITED true");
        assertThat(get("supervisor", report + "?round=7").code()).isEqualTo("ROUND_UNKNOWN");
        everything_is_refused_on(report, 1);

        // the form asks for the new ballot
        assertThat(submit("operator.melati", report, "lama", tally(TallyMother.consistentVotes()))
                        .code())
                .isEqualTo("FIGURES_INVALID");
        approved(election.station(1, 1), "2", Map.of(1, 100, 2, 108));
        assertThat(recap("").path("reported").asInt()).isEqualTo(3);
        assertThat(recap("").path("votes").path("1").asInt()).isEqualTo(100);
        assertThat(recap("").path("valid").asInt()).isEqualTo(208);
        assertThat(recap("&ballot=1").path("votes").path("2").asInt()).isEqualTo(2 * 108);
        Answer whole = get("supervisor", election.contest("bupati") + "/recap");
        assertThat(whole.at("choices").path(1).path("name").asString()).isEqualTo("Paslon Pengganti");
        assertThat(whole.at("ballot").path("kind").asString()).isEqualTo("PSU");

        // another PSU of one of the two, on the ballot that it had last
        assertThat(order(psu("2025-04-22", election.station(1, 1)), null)
                        .at("round")
                        .asInt())
                .isEqualTo(3);
        assertThat(recap("").path("votes")).isEmpty();
        everything_is_refused_on(report, 2);
        approved(election.station(1, 1), "3", Map.of(1, 98, 2, 110));
        assertThat(recap("").path("votes").path("2").asInt()).isEqualTo(110);
        assertThat(get("supervisor", report + "?round=2").at("votes").path("2").asInt())
                .isEqualTo(108);
        assertThat(get("auditor", election.contest("bupati") + "/rounds").body())
                .extracting(round -> round.path("round") + " " + round.path("ballotOf") + " " + round.path("stations")
                        + " " + round.path("reported") + " " + round.path("superseded"))
                .containsExactly("1 1 4 4 2", "2 2 2 1 1", "3 2 1 1 0");
        one_report_counts_for_each_station(4);
    }

    @Test
    void on_the_same_ballot_old_and_new_results_add_up() {
        opened(1);
        approved(election.station(1, 1), "1", TallyMother.consistentVotes());
        approved(election.station(2, 1), "1", TallyMother.consistentVotes());
        order(psu("2024-12-05", election.station(1, 1)), null);
        assertThat(recap("").path("votes").path("2").asInt()).isEqualTo(108);
        approved(election.station(1, 1), "2", Map.of(1, 98, 2, 100, 3, 10));
        assertThat(recap("").path("votes").path("2").asInt()).isEqualTo(208);
        assertThat(recap("").path("reported").asInt()).isEqualTo(2);
    }

    @Test
    void the_case_of_a_report_in_work_ends_and_a_late_act_is_refused() {
        opened(1);
        String report = report(1, 1);
        submit("operator.melati", report, "kunci", tally(TallyMother.consistentVotes()));
        assertThat(post("verifikator.satu", report + "/claim", null).status()).isEqualTo(200);
        Answer seen = get("verifikator.satu", report);
        int version = seen.at("version").asInt();
        String id = seen.at("reportId").asString();

        order(psu("2024-12-05", election.station(1, 1)), null);

        assertThat(running(id)).isZero();
        assertThat(testElections.count(
                        "select count(*) from camunda.act_hi_procinst where business_key_ = ? and delete_reason_ like 'PSU%'",
                        id))
                .isEqualTo(1);
        assertThat(testElections.count("select count(*) from desk.inbox_item where report_id = ?::uuid", id))
                .isZero();
        assertThat(post("verifikator.satu", report + "/approval", Map.of("version", version))
                        .code())
                .isEqualTo("STALE");
        assertThat(submit("operator.melati", report, "kunci", tally(TallyMother.consistentVotes()))
                        .code())
                .isEqualTo("KEY_REUSED");
        assertThat(get("operator.melati", report).at("status").asString()).isEqualTo("AWAITED");
        assertThat(running(get("operator.melati", report).at("reportId").asString()))
                .isEqualTo(1);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        opened(1);
        String station = election.station(1, 1);
        Map<String, Object> wrong = Map.of(
                "kind",
                "PUSS",
                "heldOn",
                "2024-11-26",
                "reason",
                " ",
                "stations",
                List.of(station, station, "12", "9999012001001"),
                "regions",
                List.of("9999"),
                "ballot",
                List.of(Map.of("number", 0, "name", "x"), Map.of("number", 2, "name", " "), Map.of("number", 2)));
        Answer refused = post("admin", election.contest("bupati") + "/rounds", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ROUND_INVALID");
        assertThat(refused.at("errors"))
                .extracting(error -> error.path("field").asString() + " "
                        + error.path("value").asString() + " "
                        + error.path("code").asString())
                .containsExactlyInAnyOrder(
                        "heldOn 2024-11-26 DATE_EARLY",
                        "reason  REASON_MISSING",
                        "stations " + station + " STATION_TWICE",
                        "stations 12 STATION_INVALID",
                        "stations 9999012001001 STATION_UNKNOWN",
                        "stations 9999 REGION_UNKNOWN",
                        "ballot PUSS BALLOT_OF_RECOUNT",
                        "ballot 0 BALLOT_NUMBER_INVALID",
                        "ballot 2 BALLOT_NAME_MISSING",
                        "ballot 2 BALLOT_NUMBER_TWICE",
                        "ballot 2 BALLOT_NAME_MISSING");
        assertThat(post("admin", election.contest("bupati") + "/rounds", Map.of())
                        .at("errors"))
                .extracting(error -> error.path("code").asString())
                .containsExactlyInAnyOrder("KIND_MISSING", "DATE_MISSING", "REASON_MISSING", "STATIONS_MISSING");
        testElections.count("""
                with s as (insert into desk.station (election_id, code, village)
                           select id, ?, ? from desk.election where code = ? returning 1)
                select count(*) from s
                """, election.station(1, 9), election.village(1), election.code());
        assertThat(order(psu("2024-12-05", election.station(1, 9)), null)
                        .at("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("STATION_WITHOUT_CASE");
        assertThat(rounds()).isZero();
    }

    @Test
    void stations_with_different_ballots_need_one_that_is_named() {
        opened(1);
        order(psu("2024-12-05", election.station(1, 1)), CHANGED_BALLOT);
        Map<String, Object> both =
                Map.of("kind", "PSL", "heldOn", "2024-12-09", "reason", "uji", "regions", List.of(election.regency()));
        assertThat(order(both, null).at("errors").path(0).path("code").asString())
                .isEqualTo("BALLOTS_DIFFER");
        assertThat(order(both, CHANGED_BALLOT).at("created").asInt()).isEqualTo(2);
    }

    @Test
    void only_the_admin_of_the_area_opens_a_round_and_only_of_an_open_contest() {
        opened(1);
        Map<String, Object> order = psu("2024-12-05", election.station(1, 1));
        String rounds = election.contest("bupati") + "/rounds";
        for (String person : List.of("operator.melati", "verifikator.satu", "supervisor", "auditor")) {
            assertThat(post(person, rounds, order).code()).as(person).isEqualTo("ROLE_MISSING");
        }
        TestElection other = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(other);
        assertThat(post("admin", rounds, order).code()).isEqualTo("REGION_FOREIGN");
        assertThat(post("admin", other.contest("bupati") + "/rounds", psu("2024-12-05", other.station(1, 1)))
                        .code())
                .isEqualTo("CONTEST_NOT_OPEN");
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/close", null);
        assertThat(post("admin", rounds, order).code()).isEqualTo("CONTEST_NOT_OPEN");
        post("admin", election.contest("bupati") + "/open", null);
        phase("LOCKED");
        assertThat(post("admin", rounds, order).code()).isEqualTo("PHASE_NOT_RUNNING");
        phase("ACTIVE");
        assertThat(rounds()).isZero();
        assertThat(post("admin", rounds, order).status()).isEqualTo(201);
    }

    @Test
    void the_same_order_again_changes_nothing() throws Exception {
        opened(2);
        Map<String, Object> order = psu("2024-12-05", election.station(1, 1), election.station(2, 2));
        token("admin");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Answer>> clicks = IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(i -> () -> order(order, CHANGED_BALLOT))
                    .toList();
            Set<Integer> numbers = new HashSet<>();
            int created = 0;
            for (Future<Answer> answer : threads.invokeAll(clicks)) {
                assertThat(answer.get().status()).as("%s", answer.get().body()).isEqualTo(201);
                numbers.add(answer.get().at("round").asInt());
                created += answer.get().at("created").asInt();
            }
            assertThat(numbers).containsExactly(2);
            assertThat(created).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(order(order, null).code()).isEqualTo("ROUND_EXISTS");
        assertThat(rounds()).isEqualTo(1);
        one_report_counts_for_each_station(4);
    }

    @Test
    void who_sends_while_the_round_is_opened_never_sends_into_a_report_that_gave_way() throws Exception {
        opened(20);
        token("admin");
        token("operator.melati");
        token("operator.kenanga");
        Map<String, Object> order =
                Map.of("kind", "PSU", "heldOn", "2024-12-05", "reason", "uji", "regions", List.of(election.regency()));
        ExecutorService threads = Executors.newFixedThreadPool(9);
        try {
            Future<Answer> opening = threads.submit(() -> order(order, null));
            List<Callable<Answer>> sending = stations(20).stream()
                    .<Callable<Answer>>map(station -> () -> submit(
                            operator(station),
                            election.report("bupati", station),
                            station,
                            tally(TallyMother.consistentVotes())))
                    .toList();
            threads.invokeAll(sending);
            assertThat(opening.get().status()).isEqualTo(201);
        } finally {
            threads.shutdownNow();
        }
        one_report_counts_for_each_station(40);
        assertThat(testElections.count("""
                        select count(*) from desk.report r
                        where r.station like ? and (r.status = 'SUBMITTED' or r.round = 1 and r.current)
                        """, election.regency() + "%")).isZero();
    }

    @Test
    void interrupted_between_batches_the_next_start_goes_on() throws Exception {
        opened(60);
        fuse(election.station(2, 50));
        Map<String, Object> order =
                Map.of("kind", "PSU", "heldOn", "2024-12-05", "reason", "uji", "regions", List.of(election.regency()));
        Answer blown = Quietly.call(
                List.of("org.hibernate.orm.jdbc.error", "id.deskpemilu.shared.web.ApiErrors"),
                () -> order(order, null));
        assertThat(blown.status()).isEqualTo(500);
        assertThat(inRound(2)).isEqualTo(100);
        one_report_counts_for_each_station(120);
        assertThat(order(psu("2024-12-06", election.station(1, 1)), null).code())
                .isEqualTo("ROUND_UNFINISHED");
        jdbc.sql("drop trigger round_fuse on desk.report").update();

        desk.publishEvent(new ServletWebServerInitializedEvent(desk.getWebServer(), desk)); // as a start does
        for (int i = 0; i < 400 && !finished(); i++) {
            Thread.sleep(50);
        }
        assertThat(finished()).isTrue();
        assertThat(inRound(2)).isEqualTo(120);
        assertThat(order(order, null).at("created").asInt()).isZero();
        one_report_counts_for_each_station(120);
        assertThat(testElections.count("""
                        select count(*) from camunda.act_ru_execution e join desk.report r on r.id::text = e.business_key_
                        where r.station like ? and e.parent_id_ is null and r.current
                        """, election.regency() + "%")).isEqualTo(120);
        assertThat(testElections.count("""
                        select count(*) from camunda.act_ru_execution e join desk.report r on r.id::text = e.business_key_
                        where r.station like ? and not r.current
                        """, election.regency() + "%")).isZero();
        assertThat(testElections.count(
                        "select count(*) from desk.inbox_item where station like ?", election.regency() + "%"))
                .isEqualTo(120);
    }

    @Test
    void the_database_itself_lets_no_two_reports_of_a_station_count() {
        opened(1);
        order(psu("2024-12-05", election.station(1, 1)), null);
        assertThat(catchAny(() -> jdbc.sql("update desk.report set current = true where station = ?")
                        .param(election.station(1, 1))
                        .update()))
                .hasMessageContaining("report_current");
    }

    private static Throwable catchAny(Runnable act) {
        return org.assertj.core.api.Assertions.catchThrowable(act::run);
    }

    private void opened(int stationsPerVillage) {
        election = testElections.running(ContestType.BUPATI, stationsPerVillage);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
    }

    private List<String> stations(int perVillage) {
        return IntStream.rangeClosed(1, 2)
                .boxed()
                .flatMap(village ->
                        IntStream.rangeClosed(1, perVillage).mapToObj(number -> election.station(village, number)))
                .toList();
    }

    private String report(int village, int number) {
        return election.report("bupati", election.station(village, number));
    }

    private static Map<String, Object> psu(String day, String... stations) {
        return Map.of("kind", "PSU", "heldOn", day, "reason", "Putusan MK", "stations", List.of(stations));
    }

    private Answer order(Map<String, Object> order, @org.jspecify.annotations.Nullable Object ballot) {
        Map<String, Object> body = new HashMap<>(order);
        if (ballot != null) {
            body.put("ballot", ballot);
        }
        return post("admin", election.contest("bupati") + "/rounds", body);
    }

    private String operator(String station) {
        return station.startsWith(election.village(1)) ? "operator.melati" : "operator.kenanga";
    }

    private void approved(String station, String round, Map<Integer, Integer> votes) {
        String report = election.report("bupati", station);
        Answer receipt = submit(operator(station), report, station + "-" + round, tally(votes));
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
        readPhoto("verifikator.satu", report);
        Answer approved = post("verifikator.satu", report + "/approval?round=" + round, null);
        assertThat(approved.status()).as("%s", approved.body()).isEqualTo(200);
        assertThat(approved.at("status").asString()).isEqualTo("APPROVED");
    }

    private static Map<String, Object> tally(Map<Integer, Integer> votes) {
        return Map.of("figures", TallyMother.consistentFigures(), "votes", votes, "confirmed", true);
    }

    private JsonNode recap(String parameters) {
        Answer recap =
                get("supervisor", election.contest("bupati") + "/recap?region=" + election.regency() + parameters);
        assertThat(recap.status()).as("%s", recap.body()).isEqualTo(200);
        return recap.at("whole");
    }

    private void everything_is_refused_on(String report, int round) {
        String old = "?round=" + round;
        Map<String, Object> correction = Map.of("changes", Map.of("suara_1", 91), "reason", "uji");
        List<Answer> answers = List.of(
                send(
                        "operator.melati",
                        "POST",
                        report + "/submission" + old,
                        tally(Map.of()),
                        Map.of("Idempotency-Key", "x")),
                post("verifikator.satu", report + "/claim" + old, null),
                send("verifikator.satu", "DELETE", report + "/claim" + old, null, Map.of()),
                post("verifikator.satu", report + "/claim" + old, Map.of("reason", "uji")),
                post("verifikator.dua", report + "/approval" + old, null),
                post("verifikator.dua", report + "/corrections" + old, correction),
                post("operator.melati", report + "/corrections/1/confirmation" + old, null),
                post("verifikator.dua", report + "/corrections/1/application" + old, null));
        assertThat(answers).extracting(Answer::code).containsOnly("SUPERSEDED");
        assertThat(answers).extracting(Answer::status).containsOnly(409);
    }

    private void one_report_counts_for_each_station(int stations) {
        assertThat(testElections.count(
                        "select count(*) from desk.report where current and station like ?", election.regency() + "%"))
                .isEqualTo(stations);
        assertThat(testElections.count("""
                        select count(*) from (select station from desk.report where current and station like ?
                                              group by contest_id, station having count(*) > 1) twice
                        """, election.regency() + "%")).isZero();
    }

    private long running(String report) {
        return testElections.count(
                "select count(*) from camunda.act_ru_execution where business_key_ = ? and parent_id_ is null", report);
    }

    private long rounds() {
        return testElections.count("""
                select count(*) from desk.round r join desk.contest c on c.id = r.contest_id
                join desk.election e on e.id = c.election_id where e.code = ?
                """, election.code());
    }

    private long inRound(int round) {
        return testElections.count(
                "select count(*) from desk.report where round = ? and station like ?", round, election.regency() + "%");
    }

    private boolean finished() {
        return testElections.count("""
                        select count(*) from desk.round r join desk.contest c on c.id = r.contest_id
                        join desk.election e on e.id = c.election_id where e.code = ? and r.finished_at is not null
                        """, election.code()) == 1;
    }

    private void phase(String phase) {
        jdbc.sql("update desk.election set phase = ? where code = ?")
                .params(phase, election.code())
                .update();
    }

    private void fuse(String station) {
        jdbc.sql("""
                        create function desk.blow_round_fuse() returns trigger language plpgsql as
                        'begin raise exception ''the fuse has blown''; end'
                        """).update();
        jdbc.sql("create trigger round_fuse before insert on desk.report for each row when (new.station = '" + station
                        + "' and new.round > 1) execute function desk.blow_round_fuse()")
                .update();
    }
}
