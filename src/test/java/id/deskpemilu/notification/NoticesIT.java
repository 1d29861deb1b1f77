package id.deskpemilu.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class NoticesIT extends RunningDesk {

    private static TestElection election;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private Notices everywhere;
    private long electionId;

    /** One run of a test: keys and people of its own. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void an_election() {
        if (election == null) {
            election = testElections.running(ContestType.BUPATI, 1);
        }
        electionId = testElections.count("select id from desk.election where code = ?", election.code());
        transaction = new TransactionTemplate(transactions);
        everywhere = new Notices(
                jdbc,
                new JsonMapper(),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(1)), // due when the running desk has gone
                new MessageChannels(
                        List.of(road(Channel.PUSH), road(Channel.EMAIL), road(Channel.CHAT), road(Channel.WEBHOOK))));
        jdbc.sql("delete from desk.delivery where election_id = ?")
                .param(electionId)
                .update();
    }

    private static MessageChannel road(Channel channel) {
        return new MessageChannel() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public Outcome send(OutgoingMessage message) {
                throw new IllegalStateException("posting sends nothing");
            }
        };
    }

    private NewNotice notice(String key, Recipient recipient, Channel... channels) {
        return new NewNotice(
                run + ":" + key,
                electionId,
                new RegionCode(election.village(1)),
                "STAGE_REMINDER",
                List.of("Desa \"Uji\" 1", "{0} 'tiga'"),
                "/tasks",
                recipient,
                Set.of(channels));
    }

    private Recipient siti() {
        return new Recipient("siti." + run, "Siti", "0812-3456-7890", "siti@example.go.id");
    }

    private int post(Notices by, List<NewNotice> posted) {
        return transaction.execute(status -> by.post(posted));
    }

    @Test
    void twenty_threads_that_post_the_same_notices_post_each_once() throws Exception {
        int threads = 20;
        int number = 50;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> posters = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(thread -> () -> {
                        List<NewNotice> all = new ArrayList<>(IntStream.range(0, number)
                                .mapToObj(i -> notice("same:" + i, siti(), Channel.IN_APP, Channel.EMAIL, Channel.CHAT))
                                .toList());
                        Collections.shuffle(all); // each in an order of its own
                        start.await();
                        return post(everywhere, all);
                    })
                    .toList();
            int posted = 0;
            for (Future<Integer> poster : pool.invokeAll(posters)) {
                posted += poster.get();
            }
            assertThat(posted).isEqualTo(number);
        } finally {
            pool.shutdownNow();
        }
        assertThat(everywhere.withKeyPrefix(run + ":same:", 1_000))
                .hasSize(number)
                .allSatisfy(notice -> assertThat(notice.deliveries())
                        .extracting(Delivery::channel, Delivery::state)
                        .containsExactly(
                                tuple(Channel.CHAT, Delivery.State.QUEUED),
                                tuple(Channel.EMAIL, Delivery.State.QUEUED)));
    }

    @Test
    void a_key_is_posted_once_for_ever_and_once_in_a_list() {
        NewNotice one = notice("a", siti(), Channel.IN_APP);
        assertThat(post(notices, List.of(one, one, notice("b", siti(), Channel.IN_APP))))
                .isEqualTo(2);
        assertThat(post(notices, List.of(one, notice("c", siti(), Channel.IN_APP))))
                .isEqualTo(1);
        assertThat(transaction.<Boolean>execute(status -> notices.post(one))).isFalse();
        assertThat(transaction.<Boolean>execute(status -> notices.post(notice("d", siti(), Channel.IN_APP))))
                .isTrue();
        assertThat(post(notices, List.of())).isZero();
    }

    @Test
    void thousands_are_posted_in_a_few_statements() {
        List<NewNotice> many = IntStream.range(0, 2_500)
                .mapToObj(i -> notice("many:" + i, siti(), Channel.IN_APP, Channel.WEBHOOK))
                .toList();
        assertThat(post(everywhere, many)).isEqualTo(2_500);
        assertThat(everywhere.deliveries(electionId, new RegionCode(election.regency())))
                .containsExactly(new DeliveryCount(Channel.WEBHOOK, Delivery.State.QUEUED, 2_500));
        assertThat(everywhere.deliveries(electionId, new RegionCode(election.village(2))))
                .isEmpty();
    }

    @Test
    void what_is_undone_was_never_told() {
        transaction.executeWithoutResult(status -> {
            everywhere.post(notice("undone", siti(), Channel.IN_APP, Channel.EMAIL));
            status.setRollbackOnly();
        });
        assertThat(everywhere.withKeyPrefix(run + ":undone", 10)).isEmpty();
        assertThatThrownBy(() -> notices.post(notice("alone", siti(), Channel.IN_APP)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void a_road_that_is_closed_or_does_not_reach_the_person_gets_no_delivery() {
        Channel[] all = Channel.values();
        post(notices, List.of(notice("closed", siti(), all)));
        assertThat(notices.withKeyPrefix(run + ":closed", 10).get(0).deliveries())
                .as("the running desk has no road but push, and Siti has no browser")
                .isEmpty();

        post(
                everywhere,
                List.of(
                        notice("reached", siti(), all),
                        notice("nobody", new Recipient(null, "Pak Lurah", null, null), all),
                        notice("wrong", new Recipient(null, "Bu Camat", "0331-421234", "camat@"), all)));
        assertThat(channels("reached")).containsExactly(Channel.CHAT, Channel.EMAIL, Channel.WEBHOOK);
        assertThat(channels("nobody")).containsExactly(Channel.WEBHOOK);
        assertThat(channels("wrong")).containsExactly(Channel.WEBHOOK);
        assertThat(testElections.count(
                        "select count(*) from desk.delivery d join desk.notice n on n.id = d.notice_id"
                                + " where n.key = ? and d.address = '6281234567890'",
                        run + ":reached"))
                .as("WhatsApp and the webhook get the number in one spelling")
                .isEqualTo(2);
    }

    @Test
    void a_push_is_queued_for_whoever_has_a_browser() {
        jdbc.sql("""
                        insert into desk.push_subscription (endpoint, username, p256dh, auth, created_at)
                        values (?, ?, 'x', 'x', now())
                        """).params("https://push.example/" + run, "ada." + run).update();
        post(
                everywhere,
                List.of(
                        notice("with", new Recipient("ada." + run, "Ada", null, null), Channel.PUSH),
                        notice("without", new Recipient("tak.ada." + run, "Tak Ada", null, null), Channel.PUSH)));
        assertThat(channels("with")).containsExactly(Channel.PUSH);
        assertThat(channels("without")).isEmpty();
    }

    private List<Channel> channels(String key) {
        return everywhere.withKeyPrefix(run + ":" + key, 10).get(0).deliveries().stream()
                .map(Delivery::channel)
                .toList();
    }

    @Test
    void a_person_reads_their_own_notices_the_newest_first() {
        Recipient siti = siti();
        Recipient other = new Recipient("budi." + run, "Budi", null, null);
        for (String key : List.of("1", "2", "3")) {
            post(notices, List.of(notice(key, siti, Channel.IN_APP)));
        }
        post(notices, List.of(notice("quiet", siti, Channel.CHAT), notice("other", other, Channel.IN_APP)));
        assertThat(notices.unread("siti." + run)).isEqualTo(3);
        List<Notice> own = notices.of("siti." + run, 2);
        assertThat(own).extracting(Notice::key).containsExactly(run + ":3", run + ":2");
        Notice newest = own.get(0);
        assertThat(newest.values()).containsExactly("Desa \"Uji\" 1", "{0} 'tiga'");
        assertThat(newest.titleKey()).isEqualTo("notice.STAGE_REMINDER.title");
        assertThat(newest.textKey()).isEqualTo("notice.STAGE_REMINDER.text");
        assertThat(newest.readAt()).isNull();

        notices.read("budi." + run, newest.id());
        assertThat(notices.unread("siti." + run)).as("nobody reads for another").isEqualTo(3);
        notices.read("siti." + run, newest.id());
        assertThat(notices.unread("siti." + run)).isEqualTo(2);
        Notice read = notices.of("siti." + run, 1).get(0);
        assertThat(read.readAt()).isAfterOrEqualTo(read.createdAt());
        notices.read("siti." + run, newest.id());
        assertThat(notices.of("siti." + run, 1).get(0).readAt())
                .as("the first time counts")
                .isEqualTo(read.readAt());
    }

    @Test
    void a_prefix_is_taken_as_it_is_written() {
        post(
                notices,
                List.of(
                        notice("a_b%c\\d:1", siti(), Channel.IN_APP),
                        notice("axb%c\\d:2", siti(), Channel.IN_APP),
                        notice("a_bxc\\d:3", siti(), Channel.IN_APP)));
        assertThat(notices.withKeyPrefix(run + ":a_b%c\\d", 10))
                .extracting(Notice::key)
                .containsExactly(run + ":a_b%c\\d:1");
        assertThat(notices.withKeyPrefix(run + ":a", 2)).hasSize(2);
    }

    @Test
    void nobody_changes_afterwards_what_was_told() {
        post(notices, List.of(notice("proof", siti(), Channel.IN_APP)));
        for (String change : List.of(
                "delete from desk.notice where key = ?",
                "update desk.notice set created_at = created_at - interval '1 hour' where key = ?",
                "update desk.notice set name = 'lain' where key = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(run + ":proof").update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void what_is_no_key_no_template_and_no_path_of_the_desk_is_not_taken() {
        assertThatThrownBy(() -> notice("x".repeat(200), siti())).isInstanceOf(IllegalArgumentException.class);
        RegionCode region = new RegionCode("99");
        for (String link : List.of("tasks", "//evil.example", "/\\evil.example", "https://evil.example")) {
            assertThatThrownBy(() -> new NewNotice("k", 1, region, "T", List.of(), link, siti(), Set.of()))
                    .hasMessageContaining("not a path of the desk");
        }
        assertThatThrownBy(() -> new NewNotice("k", 1, region, "t-1", List.of(), "/", siti(), Set.of()))
                .hasMessageContaining("not a template");
    }

    @Test
    void the_queries_of_a_person_and_of_a_prefix_use_an_index() {
        assertThat(plan("select * from desk.notice where key like 'a:b%'")).contains("notice_key_key");
        assertThat(plan("select count(*) from desk.notice where username = 'a' and in_app and read_at is null"))
                .containsAnyOf("notice_unread", "notice_of_person");
        assertThat(plan("select count(*) from desk.delivery where election_id = 1 and region like '99%'"))
                .contains("delivery_by_region");
        assertThat(plan("select * from desk.delivery where channel = 'CHAT' and due_at <= now()"))
                .contains("delivery_due");
    }

    private String plan(String sql) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update(); // small tables
            return String.join(
                    "\n", jdbc.sql("explain " + sql).query(String.class).list());
        });
    }
}
