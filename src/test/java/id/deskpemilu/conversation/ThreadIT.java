package id.deskpemilu.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.report.TallyMother;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What operator and desk say to each other about a report, and who gets to know of it. */
class ThreadIT extends RunningDesk {

    private static final String OPERATOR = "operator.melati";
    private static final String VERIFIER = "verifikator.satu";
    private static final String SECOND = "verifikator.dua";
    private static final String NAMED = "Suara paslon 1 di C.Hasil: 90";

    @Autowired
    private JdbcClient jdbc;

    private TestElection election = new TestElection("", "");
    private String report = "";

    @BeforeEach
    void an_election_whose_reports_are_awaited() {
        election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
        report = election.report("bupati", election.station(1, 1));
    }

    @Test
    void operator_and_verifier_talk_and_each_is_told_of_the_other() {
        sent();
        readPhoto(VERIFIER, report);
        assertThat(post(VERIFIER, report + "/claim", null).status()).isEqualTo(200);
        say(OPERATOR, NAMED);
        assertThat(told(VERIFIER)).containsExactly("COMMENT_OF_OPERATOR");
        assertThat(told(SECOND)).isEmpty();
        assertThat(thread(VERIFIER).at("unanswered").asBoolean()).isTrue();

        say(VERIFIER, "Terima kasih, halaman 2 tolong difoto lagi.");
        assertThat(told(OPERATOR)).containsExactly("COMMENT_OF_DESK");
        assertThat(told("operator.kenanga")).isEmpty();
        Answer thread = thread(OPERATOR);
        assertThat(thread.at("access").asString()).isEqualTo("WRITE");
        assertThat(thread.at("unanswered").asBoolean()).isFalse();
        assertThat(thread.at("comments").findValuesAsString("text"))
                .containsExactly(NAMED, "Terima kasih, halaman 2 tolong difoto lagi.");
        assertThat(thread.at("comments").findValuesAsString("role")).containsExactly("operator", "verifier");
        // what was said stands in the thread and in no notice
        assertThat(testElections.count("select count(*) from desk.notice where values::text like '%paslon 1%'"))
                .isZero();
        assertThat(testElections.count(
                        "select count(*) from desk.audit_event where type = 'CommentWritten' and subject ="
                                + " (select 'thread:' || r.id from desk.report r join desk.contest c on c.id = r.contest_id"
                                + " join desk.election e on e.id = c.election_id where e.code = ? and r.station = ?)",
                        election.code(),
                        election.station(1, 1)))
                .isEqualTo(2);
    }

    @Test
    void an_answer_goes_to_whoever_sent_the_report_else_to_whoever_operates_there_now() {
        say("supervisor", "Kapan laporan masuk?");
        assertThat(told(OPERATOR)).containsExactly("COMMENT_OF_DESK");
        sent();
        testElections.unassign(OPERATOR);
        testElections.assign("operator.kenanga", "OPERATOR", election.village(1));
        say("koordinator", "Siapa yang menggantikan Melati?");
        assertThat(told(OPERATOR)).hasSize(1);
        assertThat(told("operator.kenanga")).containsExactly("COMMENT_OF_DESK");
        assertThat(told("supervisor")).as("who asked is told of what follows").containsExactly("COMMENT_OF_DESK");
        say("operator.kenanga", "Saya.");
        assertThat(told("supervisor")).containsExactly("COMMENT_OF_DESK", "COMMENT_OF_OPERATOR");
        assertThat(told("koordinator")).containsExactly("COMMENT_OF_OPERATOR");
    }

    @Test
    void a_word_that_nobody_is_told_of_is_marked_in_the_inbox_until_somebody_answers() {
        sent();
        say(OPERATOR, "Foto halaman 3 menyusul.");
        assertThat(told(VERIFIER)).isEmpty();
        assertThat(commented()).isTrue();
        readPhoto(VERIFIER, report);
        say(VERIFIER, "Baik.");
        assertThat(commented()).isFalse();
        say(OPERATOR, "Sudah terunggah.");
        assertThat(told(VERIFIER)).as("a verifier who took part").containsExactly("COMMENT_OF_OPERATOR");
        assertThat(commented()).isTrue();
    }

    @Test
    void whoever_has_yet_to_read_the_photo_neither_reads_nor_writes() {
        say(OPERATOR, NAMED);
        // nobody can be veiled before there are figures, but one of the verifiers will be asked to read blind
        hidden_from(VERIFIER);
        assertThat(thread("supervisor").at("comments")).hasSize(1);
        sent();
        hidden_from(VERIFIER);
        hidden_from(SECOND);
        assertThat(told(VERIFIER)).isEmpty();
        assertThat(thread("auditor").at("access").asString()).isEqualTo("READ");

        readPhoto(VERIFIER, report);
        assertThat(thread(VERIFIER).at("access").asString()).isEqualTo("ANSWER");
        assertThat(thread(VERIFIER).at("comments").findValuesAsString("text")).containsExactly(NAMED);
        hidden_from(SECOND);
    }

    @Test
    void a_thread_is_read_in_the_own_region_and_written_by_those_who_work_on_the_report() {
        sent();
        assertThat(thread("auditor").at("access").asString()).isEqualTo("READ");
        assertThat(thread("admin").at("access").asString()).isEqualTo("READ");
        for (String watches : List.of("auditor", "admin")) {
            assertThat(post(watches, report + "/comments", Map.of("text", "Halo"))
                            .code())
                    .isEqualTo("ROLE_MISSING");
        }
        for (String stranger : List.of("operator.kenanga")) {
            assertThat(thread(stranger).code()).isEqualTo("REGION_FOREIGN");
            assertThat(post(stranger, report + "/comments", Map.of("text", "Halo"))
                            .code())
                    .isEqualTo("REGION_FOREIGN");
        }
    }

    @Test
    void what_is_said_has_words_and_not_too_many() {
        assertThat(post(OPERATOR, report + "/comments", Map.of("text", " ")).code())
                .isEqualTo("COMMENT_EMPTY");
        assertThat(post(OPERATOR, report + "/comments", Map.of("text", "a".repeat(1001)))
                        .code())
                .isEqualTo("TEXT_TOO_LONG");
        assertThat(post(OPERATOR, report + "/comments", Map.of("text", "sa\u0000lin"))
                        .code())
                .as("what no database keeps")
                .isEqualTo("CHARACTERS_INVALID");
        say(OPERATOR, "a".repeat(1000));
        assertThat(send(
                                OPERATOR,
                                "POST",
                                report + "/comments",
                                Map.of("text", "Halo"),
                                Map.of("Idempotency-Key", "k".repeat(101)))
                        .code())
                .isEqualTo("KEY_INVALID");
    }

    @Test
    void sent_again_under_its_key_it_is_said_once() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", "ulang-" + election.code());
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Answer>> presses = IntStream.range(0, 4)
                    .<Callable<Answer>>mapToObj(
                            i -> () -> send(OPERATOR, "POST", report + "/comments", Map.of("text", "Sekali"), key))
                    .toList();
            for (var press : hands.invokeAll(presses)) {
                assertThat(press.get().status()).isEqualTo(201);
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(thread(OPERATOR).at("comments")).hasSize(1);
        assertThat(send(OPERATOR, "POST", report + "/comments", Map.of("text", "Lain"), key)
                        .code())
                .isEqualTo("KEY_REUSED");
    }

    @Test
    void the_thread_of_a_superseded_report_can_be_read_and_nothing_else() {
        sent();
        say(OPERATOR, "Putaran pertama");
        Answer opened = post(
                "admin",
                election.contest("bupati") + "/rounds",
                Map.of(
                        "kind", "PSU",
                        "heldOn", "2025-04-19",
                        "reason", "Putusan MK",
                        "stations", List.of(election.station(1, 1))));
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        Answer old = get(OPERATOR, report + "/comments?round=1");
        assertThat(old.at("access").asString()).isEqualTo("READ");
        assertThat(old.at("comments").findValuesAsString("text")).containsExactly("Putaran pertama");
        assertThat(thread(OPERATOR).at("comments")).isEmpty();
        assertThat(get(OPERATOR, report + "/comments?round=5").code()).isEqualTo("ROUND_UNKNOWN");
        say(OPERATOR, "Putaran kedua");
        assertThat(get(OPERATOR, report + "/comments?round=1").at("comments")).hasSize(1);
    }

    @Test
    void nothing_is_said_about_an_election_that_does_not_run() {
        jdbc.sql("update desk.election set phase = 'LOCKED' where code = ?")
                .param(election.code())
                .update();
        assertThat(post(OPERATOR, report + "/comments", Map.of("text", "Halo")).code())
                .isEqualTo("PHASE_NOT_RUNNING");
        assertThat(thread(OPERATOR).at("access").asString()).isEqualTo("READ");
    }

    @Test
    void what_was_said_is_never_changed() {
        say(OPERATOR, "Halo");
        assertThatThrownBy(() ->
                        jdbc.sql("update desk.report_comment set text = 'lain'").update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from desk.report_comment").update())
                .hasMessageContaining("append-only");
    }

    private void hidden_from(String verifier) {
        Answer thread = thread(verifier);
        assertThat(thread.at("access").asString()).isEqualTo("VEILED");
        assertThat(thread.at("comments")).isEmpty();
        assertThat(post(verifier, report + "/comments", Map.of("text", "Halo")).code())
                .isEqualTo("THREAD_VEILED");
    }

    private void sent() {
        assertThat(submit(
                                OPERATOR,
                                report,
                                "obrolan-" + election.code(),
                                TallyMother.submission(TallyMother.consistent()))
                        .status())
                .isEqualTo(201);
    }

    private void say(String who, String text) {
        Answer said = post(who, report + "/comments", Map.of("text", text));
        assertThat(said.status()).as("%s", said.body()).isEqualTo(201);
    }

    private Answer thread(String who) {
        return get(who, report + "/comments");
    }

    private boolean commented() {
        return get("supervisor", "/inbox?role=verifier&region=" + election.village(1))
                .at("items")
                .path(0)
                .path("commented")
                .asBoolean();
    }

    /** The templates of what the person was told in this election. */
    private List<String> told(String username) {
        return jdbc.sql("""
                        select n.template from desk.notice n join desk.election e on e.id = n.election_id
                        where n.username = ? and e.code = ? and n.template like 'COMMENT%' order by n.id
                        """)
                .params(username, election.code())
                .query(String.class)
                .list();
    }
}
