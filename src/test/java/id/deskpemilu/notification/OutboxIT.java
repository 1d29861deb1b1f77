package id.deskpemilu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.Quietly;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestClock;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.notification.Delivery.State;
import id.deskpemilu.shared.RegionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The worker on a road of the test's own, e-mail, which the running desk does not have. */
class OutboxIT extends RunningDesk {

    private static final int UNHURRIED = 600_000;
    private static final List<String> SILENT = List.of("id.deskpemilu.notification");

    private static TestElection election;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DeliveryReports reports;

    private final TestClock clock = new TestClock("2024-11-27T08:00:00Z");
    private final Road road = new Road();
    private final List<Postman> postmen = new ArrayList<>();
    private Notices notices;
    private long electionId;

    /** A provider that answers as it is told, and remembers how often it saw each message. */
    private static final class Road implements MessageChannel {

        final Map<Long, AtomicInteger> seen = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<OutgoingMessage> messages = new ConcurrentLinkedQueue<>();
        volatile Function<OutgoingMessage, Outcome> answer = message -> new Outcome.Sent("ref-" + message.noticeId());

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }

        @Override
        public Outcome send(OutgoingMessage message) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            seen.computeIfAbsent(message.noticeId(), id -> new AtomicInteger()).incrementAndGet();
            messages.add(message);
            return answer.apply(message);
        }
    }

    @BeforeEach
    void an_empty_outbox() {
        if (election == null) {
            election = testElections.running(ContestType.BUPATI, 1);
        }
        electionId = testElections.count("select id from desk.election where code = ?", election.code());
        jdbc.sql("delete from desk.delivery where channel = 'EMAIL'").update();
        jdbc.sql("delete from desk.delivery_pace where channel = 'EMAIL'").update();
        notices = new Notices(jdbc, new JsonMapper(), clock, new MessageChannels(List.of(road)));
    }

    @AfterEach
    void the_postmen_go_home() {
        postmen.forEach(Postman::destroy);
        jdbc.sql("update desk.election set phase = 'ACTIVE' where id = ?")
                .param(electionId)
                .update();
    }

    private Outbox outbox(int perMinute) {
        return new Outbox(
                jdbc, new JsonMapper(), clock, MessageSettingsMother.settings(perMinute), transactions, () -> 1.0);
    }

    private Postman postman(int perMinute) {
        StaticMessageSource texts = new StaticMessageSource();
        texts.addMessage("notice.UJI.title", Locale.forLanguageTag("id"), "Belum lapor: {0}");
        texts.addMessage("notice.UJI.text", Locale.forLanguageTag("id"), "{0} belum melapor.");
        texts.addMessage("notice.simulation", Locale.forLanguageTag("id"), "SIMULASI – {0}");
        Postman postman = new Postman(
                outbox(perMinute),
                new Wording(texts, MessageSettingsMother.settings(perMinute)),
                new MessageChannels(List.of(road)),
                clock);
        postmen.add(postman);
        return postman;
    }

    private void post(int number, String template, String value) {
        String run = UUID.randomUUID().toString();
        List<NewNotice> posted = IntStream.range(0, number)
                .mapToObj(i -> new NewNotice(
                        run + ":" + i,
                        electionId,
                        new RegionCode(election.district()),
                        template,
                        List.of(value),
                        "/tasks",
                        new Recipient(null, "Siti", null, "siti@example.go.id"),
                        Set.of(Channel.EMAIL)))
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(status -> notices.post(posted));
    }

    private void post(int number) {
        post(number, "UJI", "Desa Uji");
    }

    private record Row(String state, int attempts, String error, Instant due, String reference) {}

    private List<Row> rows() {
        return jdbc.sql("select state, attempts, error, due_at, reference from desk.delivery"
                        + " where channel = 'EMAIL' order by notice_id")
                .query((row, n) -> new Row(
                        row.getString("state"),
                        row.getInt("attempts"),
                        row.getString("error"),
                        row.getTimestamp("due_at") == null
                                ? null
                                : row.getTimestamp("due_at").toInstant(),
                        row.getString("reference")))
                .list();
    }

    private Row row() {
        assertThat(rows()).hasSize(1);
        return rows().get(0);
    }

    @Test
    void a_message_is_worded_at_the_moment_it_is_sent_and_recorded_as_sent() throws Exception {
        post(1);
        assertThat(outbox(UNHURRIED).due(Set.of(Channel.EMAIL, Channel.CHAT))).containsExactly(Channel.EMAIL);
        assertThat(postman(UNHURRIED).carry(Channel.EMAIL)).isEqualTo(1);
        OutgoingMessage message = road.messages.element();
        assertThat(message.title()).isEqualTo("Belum lapor: Desa Uji");
        assertThat(message.text()).isEqualTo("Desa Uji belum melapor.");
        assertThat(message.link()).isEqualTo("https://desk.example.go.id/tasks");
        assertThat(message.address()).isEqualTo("siti@example.go.id");
        assertThat(message).hasToString("OutgoingMessage[" + message.noticeId() + "]");
        assertThat(row().state()).isEqualTo("SENT");
        assertThat(row().reference()).isEqualTo("ref-" + message.noticeId());
        assertThat(row().due()).isNull();
        assertThat(outbox(UNHURRIED).due(Set.of(Channel.EMAIL))).isEmpty();
        assertThat(postman(UNHURRIED).carry(Channel.EMAIL)).isZero();
        assertThat(postman(UNHURRIED).carry(Channel.CHAT)).as("a closed road").isZero();
    }

    @Test
    void a_rehearsal_says_so_in_the_title_and_no_title_has_two_lines() throws Exception {
        jdbc.sql("update desk.election set phase = 'REHEARSAL' where id = ?")
                .param(electionId)
                .update();
        post(1, "UJI", "Desa\r\nBcc: lain@example.go.id");
        postman(UNHURRIED).carry(Channel.EMAIL);
        assertThat(road.messages.element().rehearsal()).isTrue();
        assertThat(road.messages.element().title()).isEqualTo("SIMULASI – Belum lapor: Desa Bcc: lain@example.go.id");
    }

    @Test
    void a_long_text_is_cut_where_a_provider_would_refuse_it() throws Exception {
        post(1, "UJI", "🗳".repeat(2_000));
        postman(UNHURRIED).carry(Channel.EMAIL);
        String text = road.messages.element().text();
        assertThat(text.codePointCount(0, text.length())).isEqualTo(900);
        assertThat(text).endsWith("🗳…");
    }

    @Test
    void what_failed_is_tried_again_ever_later_and_then_given_up() throws Exception {
        post(1);
        road.answer = message -> Outcome.tryLater("HTTP_503");
        Postman postman = postman(UNHURRIED);
        for (int seconds : new int[] {10, 20, 30}) { // 30 instead of 40: the longest wait
            postman.carry(Channel.EMAIL);
            assertThat(row().state()).isEqualTo("FAILED");
            assertThat(row().error()).isEqualTo("HTTP_503");
            assertThat(row().due()).isEqualTo(clock.instant().plusSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds - 1));
            assertThat(postman.carry(Channel.EMAIL)).as("not yet").isZero();
            clock.advance(Duration.ofSeconds(1));
        }
        Quietly.call(SILENT, () -> postman.carry(Channel.EMAIL));
        assertThat(row().state()).isEqualTo("GIVEN_UP");
        assertThat(row().attempts()).isEqualTo(4);
        clock.advance(Duration.ofDays(1));
        assertThat(postman.carry(Channel.EMAIL)).isZero();
    }

    @Test
    void what_failed_once_arrives_with_the_second_attempt() throws Exception {
        post(1);
        road.answer = message -> Outcome.tryLater("TIMEOUT");
        postman(UNHURRIED).carry(Channel.EMAIL);
        road.answer = message -> new Outcome.Sent(null);
        clock.advance(Duration.ofSeconds(10));
        postman(UNHURRIED).carry(Channel.EMAIL);
        assertThat(row().state()).isEqualTo("SENT");
        assertThat(row().error()).isNull();
        assertThat(row().attempts()).isEqualTo(2);
    }

    @Test
    void a_provider_that_asks_for_patience_gets_it_within_bounds() throws Exception {
        post(1);
        road.answer = message -> new Outcome.TryLater("HTTP_429", Duration.ofSeconds(25));
        postman(UNHURRIED).carry(Channel.EMAIL);
        assertThat(row().due()).isEqualTo(clock.instant().plusSeconds(25));
        clock.advance(Duration.ofSeconds(25));
        road.answer = message -> new Outcome.TryLater("HTTP_429", Duration.ofDays(25));
        postman(UNHURRIED).carry(Channel.EMAIL);
        assertThat(row().due()).isEqualTo(clock.instant().plusSeconds(30));
    }

    @Test
    void what_would_be_refused_again_is_given_up_at_once() throws Exception {
        post(1);
        road.answer = message -> new Outcome.Refused("SMTP_550");
        Quietly.call(SILENT, () -> postman(UNHURRIED).carry(Channel.EMAIL));
        assertThat(row().state()).isEqualTo("GIVEN_UP");
        assertThat(row().attempts()).isEqualTo(1);
        assertThat(row().error()).isEqualTo("SMTP_550");
    }

    @Test
    void an_adapter_that_fails_inside_is_tried_again_and_a_notice_without_text_is_not() throws Exception {
        post(1);
        road.answer = message -> {
            throw new IllegalStateException("telepon 081234567890");
        };
        Quietly.call(SILENT, () -> postman(UNHURRIED).carry(Channel.EMAIL));
        assertThat(row().state()).isEqualTo("FAILED");
        assertThat(row().error()).isEqualTo("FAULT");

        an_empty_outbox();
        post(1, "TANPA_TEKS", "x");
        Quietly.call(SILENT, () -> postman(UNHURRIED).carry(Channel.EMAIL));
        assertThat(row().state()).isEqualTo("GIVEN_UP");
        assertThat(row().error()).isEqualTo("NO_TEXT");
    }

    @Test
    void a_message_of_a_node_that_died_is_sent_after_its_lease_and_the_dead_one_records_nothing() throws Exception {
        post(1);
        List<Claimed> dead = outbox(UNHURRIED).claim(Channel.EMAIL);
        assertThat(dead).hasSize(1);
        clock.advance(Duration.ofSeconds(119));
        assertThat(postman(UNHURRIED).carry(Channel.EMAIL)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(outbox(UNHURRIED).due(Set.of(Channel.EMAIL))).containsExactly(Channel.EMAIL);
        List<Claimed> heir = outbox(UNHURRIED).claim(Channel.EMAIL);
        assertThat(heir).extracting(Claimed::attempt).containsExactly(2);
        assertThat(outbox(UNHURRIED).record(dead.get(0), Outcome.tryLater("LATE")))
                .isEmpty();
        assertThat(outbox(UNHURRIED).record(heir.get(0), new Outcome.Sent("x"))).contains(State.SENT);
        assertThat(outbox(UNHURRIED).record(dead.get(0), new Outcome.Sent("y"))).isEmpty();
        assertThat(row().state()).isEqualTo("SENT");
        assertThat(row().reference()).isEqualTo("x");
        assertThat(row().attempts()).isEqualTo(2);
    }

    @Test
    void a_message_that_ends_every_node_is_given_up_too() {
        post(1);
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(outbox(UNHURRIED).claim(Channel.EMAIL)).hasSize(1);
            clock.advance(Duration.ofMinutes(2));
        }
        assertThat(outbox(UNHURRIED).claim(Channel.EMAIL)).isEmpty();
        assertThat(row().state()).isEqualTo("GIVEN_UP");
        assertThat(row().error()).isEqualTo("NO_RECORD");
    }

    @Test
    void what_would_not_be_done_before_the_lease_ends_goes_back_untried() throws Exception {
        post(1);
        List<Claimed> claimed = outbox(UNHURRIED).claim(Channel.EMAIL);
        outbox(UNHURRIED).release(claimed.get(0));
        assertThat(row().attempts()).isZero();
        assertThat(row().state()).isEqualTo("QUEUED");
        assertThat(postman(UNHURRIED).carry(Channel.EMAIL)).isEqualTo(1);
        assertThat(row().state()).isEqualTo("SENT");
    }

    @Test
    void a_channel_keeps_its_pace_for_all_nodes_together_and_makes_up_for_no_silence() throws Exception {
        post(10);
        int perMinute = 120; // two a second
        assertThat(postman(perMinute).carry(Channel.EMAIL)).isEqualTo(2);
        assertThat(postman(perMinute).carry(Channel.EMAIL)).as("another node").isZero();
        clock.advance(Duration.ofMillis(500));
        assertThat(postman(perMinute).carry(Channel.EMAIL)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(postman(perMinute).carry(Channel.EMAIL)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(20));
        assertThat(postman(perMinute).carry(Channel.EMAIL)).isEqualTo(2);
        assertThat(road.messages).hasSize(7);
    }

    @Test
    void a_pace_below_one_a_second_is_kept_too() throws Exception {
        post(3);
        Postman slow = postman(12);
        assertThat(slow.carry(Channel.EMAIL)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(4));
        assertThat(slow.carry(Channel.EMAIL)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(slow.carry(Channel.EMAIL)).isEqualTo(1);
    }

    @Test
    void four_nodes_at_once_never_send_a_message_twice() throws Exception {
        post(400);
        int nodes = 4;
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Integer>> work = IntStream.range(0, nodes)
                    .<Callable<Integer>>mapToObj(node -> {
                        Postman postman = postman(3_000); // fifty at a time
                        return () -> {
                            int carried = 0;
                            for (int i = 0; i < 200 && queued() > 0; i++) {
                                carried += postman.carry(Channel.EMAIL);
                                clock.advance(Duration.ofMillis(200));
                            }
                            return carried;
                        };
                    })
                    .toList();
            int carried = 0;
            for (Future<Integer> node : pool.invokeAll(work)) {
                carried += node.get();
            }
            assertThat(carried).isEqualTo(400);
        } finally {
            pool.shutdownNow();
        }
        assertThat(road.seen).hasSize(400);
        assertThat(road.seen.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(rows()).allSatisfy(row -> assertThat(row.state()).isEqualTo("SENT"));
    }

    private long queued() {
        return testElections.count("select count(*) from desk.delivery where channel = 'EMAIL' and state = 'QUEUED'");
    }

    @Test
    void a_provider_may_report_later_that_a_message_arrived_or_was_lost() throws Exception {
        post(1);
        postman(UNHURRIED).carry(Channel.EMAIL);
        String reference = row().reference();
        assertThat(reports.arrived(Channel.EMAIL, "tidak-ada")).isFalse();
        assertThat(reports.arrived(Channel.CHAT, reference)).isFalse();
        assertThat(reports.arrived(Channel.EMAIL, reference)).isTrue();
        assertThat(row().state()).isEqualTo("DELIVERED");
        assertThat(reports.lost(Channel.EMAIL, reference, "META_131026", false)).isTrue();
        assertThat(row().state()).as("what has arrived stays so").isEqualTo("DELIVERED");

        an_empty_outbox();
        post(2);
        postman(UNHURRIED).carry(Channel.EMAIL);
        reports.lost(Channel.EMAIL, rows().get(0).reference(), "META_131026", false);
        reports.lost(Channel.EMAIL, rows().get(1).reference(), "META_131056", true);
        assertThat(rows()).extracting(Row::state).containsExactly("GIVEN_UP", "FAILED");
        assertThat(rows()).extracting(Row::error).containsExactly("META_131026", "META_131056");
        assertThat(rows().get(1).due()).isNotNull();
        assertThat(notices.deliveries(electionId, new RegionCode(election.regency())))
                .containsExactly(
                        new DeliveryCount(Channel.EMAIL, State.FAILED, 1),
                        new DeliveryCount(Channel.EMAIL, State.GIVEN_UP, 1));
    }
}
