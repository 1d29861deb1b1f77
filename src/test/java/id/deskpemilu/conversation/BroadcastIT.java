package id.deskpemilu.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.conversation.usecase.AcknowledgeAll;
import id.deskpemilu.conversation.usecase.AcknowledgeMessage;
import id.deskpemilu.conversation.usecase.ListBroadcasts;
import id.deskpemilu.conversation.usecase.PreviewBroadcast;
import id.deskpemilu.conversation.usecase.ReadBroadcast;
import id.deskpemilu.conversation.usecase.ReadMessages;
import id.deskpemilu.conversation.usecase.SendBroadcast;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk says to many operators: to whom, once, and who has read it. */
class BroadcastIT extends RunningDesk {

    private static final String TEXT = "Laporan ditunggu sampai pukul 20.00.";

    /** The regency of Jember has as many stations, and a desk may have an operator at each. */
    private static final int OPERATORS_OF_JEMBER = 4_046;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SendBroadcast sendBroadcast;

    @Autowired
    private PreviewBroadcast previewBroadcast;

    @Autowired
    private ReadBroadcast readBroadcast;

    @Autowired
    private ListBroadcasts listBroadcasts;

    @Autowired
    private ReadMessages readMessages;

    @Autowired
    private AcknowledgeMessage acknowledgeMessage;

    @Autowired
    private AcknowledgeAll acknowledgeAll;

    @Autowired
    private Mailbox mailbox;

    private TestElection election = new TestElection("", "");

    @BeforeEach
    void an_election_whose_reports_are_awaited() {
        election = testElections.running(ContestType.BUPATI, 1);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
    }

    @Test
    void it_reaches_the_operators_of_the_region_in_force_now_each_once() {
        testElections.assign("operator.melati", "OPERATOR", election.village(2)); // two desa, one person
        testElections.assign("uji.kecamatan." + election.regency(), "OPERATOR", election.district());
        testElections.assign("uji.lalu." + election.regency(), "OPERATOR", election.village(1));
        testElections.unassign("uji.lalu." + election.regency());

        assertThat(reached(send(supervisor(), election.regency(), Audience.ALL, null, TEXT)))
                .containsExactlyInAnyOrder(
                        "operator.melati", "operator.kenanga", "uji.kecamatan." + election.regency());
        // whoever acts for the whole kecamatan acts for each of its desa
        assertThat(reached(send(supervisor(), election.village(1), Audience.ALL, null, TEXT)))
                .containsExactlyInAnyOrder("operator.melati", "uji.kecamatan." + election.regency());
        assertThat(mailbox.of("operator.melati", Broadcast.TEMPLATE, 0).get(0).values())
                .containsExactly("Supervisor", TEXT);
    }

    @Test
    void it_reaches_only_those_who_still_owe_a_report() {
        submit(
                "operator.melati",
                election.report("bupati", election.station(1, 1)),
                "umum-" + election.code(),
                TallyMother.submission(TallyMother.consistent()));
        assertThat(previewBroadcast
                        .execute(supervisor(), plan(election.regency(), Audience.SILENT, null, TEXT))
                        .recipients())
                .isEqualTo(1);
        assertThat(reached(send(supervisor(), election.regency(), Audience.SILENT, ContestType.BUPATI, TEXT)))
                .containsExactly("operator.kenanga");
        assertThat(reached(send(supervisor(), election.regency(), Audience.SILENT, null, TEXT)))
                .containsExactly("operator.kenanga");
        refused("BROADCAST_FOR_NOBODY", () -> send(supervisor(), election.village(1), Audience.SILENT, null, TEXT));
        refused(
                "BROADCAST_FOR_NOBODY",
                () -> send(supervisor(), election.regency(), Audience.SILENT, ContestType.GUBERNUR, TEXT));
    }

    @Test
    void a_supervisor_speaks_to_the_own_regency_and_a_coordinator_to_the_own_kecamatan() {
        Actor coordinator = actor("koordinator", Role.COORDINATOR, election.district());
        assertThat(reached(send(coordinator, election.district(), Audience.ALL, null, TEXT)))
                .hasSize(2);
        refused("REGION_FOREIGN", () -> send(coordinator, election.regency(), Audience.ALL, null, TEXT));
        TestElection foreign = testElections.running(ContestType.BUPATI, 1);
        refused("REGION_FOREIGN", () -> send(supervisor(), foreign.regency(), Audience.ALL, null, TEXT));
        refused(
                "ROLE_MISSING",
                () -> send(
                        actor("auditor", Role.AUDITOR, election.regency()),
                        election.regency(),
                        Audience.ALL,
                        null,
                        TEXT));
        refused("REGION_UNKNOWN", () -> send(supervisor(), election.district() + "2999", Audience.ALL, null, TEXT));

        Broadcast sent = send(supervisor(), election.regency(), Audience.ALL, null, TEXT);
        refused("REGION_FOREIGN", () -> readBroadcast.execute(coordinator, sent.id(), null, false, 0));
        refused("ROLE_MISSING", () -> readBroadcast.execute(melati(), sent.id(), null, false, 0));
        refused("BROADCAST_UNKNOWN", () -> readBroadcast.execute(supervisor(), UUID.randomUUID(), null, false, 0));
        refused("ROLE_MISSING", () -> listBroadcasts.execute(melati(), 0));
        assertThat(listBroadcasts.execute(supervisor(), 0).broadcasts())
                .extracting(Broadcast::regionName)
                .containsExactly("Kabupaten Uji " + election.regency(), "Kecamatan Uji");
        assertThat(listBroadcasts.execute(coordinator, 0).total()).isEqualTo(1);
    }

    @Test
    void a_text_has_words_and_not_too_many() {
        refused("BROADCAST_EMPTY", () -> send(supervisor(), election.regency(), Audience.ALL, null, " \n "));
        refused("TEXT_TOO_LONG", () -> send(supervisor(), election.regency(), Audience.ALL, null, "a".repeat(501)));
        assertThat(send(supervisor(), election.regency(), Audience.ALL, null, "a".repeat(500))
                        .recipients())
                .isEqualTo(2);
        refused(
                "KEY_INVALID",
                () -> sendBroadcast.execute(supervisor(), plan(election.regency(), Audience.ALL, null, TEXT), " "));
        jdbc.sql("update desk.election set phase = 'LOCKED' where code = ?")
                .param(election.code())
                .update();
        refused("PHASE_NOT_RUNNING", () -> send(supervisor(), election.regency(), Audience.ALL, null, TEXT));
    }

    @Test
    void pressed_twice_at_the_same_moment_it_is_sent_once() throws Exception {
        String key = UUID.randomUUID().toString();
        BroadcastPlan plan = plan(election.regency(), Audience.ALL, null, TEXT);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Future<Broadcast>> presses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                presses.add(hands.submit(() -> sendBroadcast.execute(supervisor(), plan, key)));
            }
            Set<UUID> sent = presses.stream()
                    .map(press -> {
                        try {
                            return press.get().id();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .collect(Collectors.toSet());
            assertThat(sent).hasSize(1);
        } finally {
            hands.shutdownNow();
        }
        assertThat(testElections.count(
                        "select count(*) from desk.notice n join desk.election e on e.id = n.election_id"
                                + " where e.code = ? and n.template = 'BROADCAST'",
                        election.code()))
                .isEqualTo(2);
        refused(
                "KEY_REUSED",
                () -> sendBroadcast.execute(
                        supervisor(), plan(election.regency(), Audience.ALL, null, "Lain sekali"), key));
        assertThat(sendBroadcast.execute(supervisor(), plan, key).recipients()).isEqualTo(2);
    }

    @Test
    void the_sender_sees_who_has_read_it_and_who_has_not() {
        Broadcast sent = send(supervisor(), election.regency(), Audience.ALL, null, TEXT);
        ReadBroadcast.Reached before = readBroadcast.execute(supervisor(), sent.id(), null, false, 0);
        assertThat(before.got()).isEqualTo(2);
        assertThat(before.read()).isZero();
        assertThat(before.readers()).hasSize(2);

        Mailbox.Glance glance = mailbox.glance("operator.melati");
        Message urgent = java.util.Objects.requireNonNull(glance.urgent());
        assertThat(urgent.values()).contains(TEXT);
        refused(
                "MESSAGE_UNKNOWN",
                () -> acknowledgeMessage.execute(
                        actor("operator.kenanga", Role.OPERATOR, election.village(2)), urgent.id()));
        acknowledgeMessage.execute(melati(), urgent.id());
        acknowledgeMessage.execute(melati(), urgent.id()); // a second time changes nothing
        assertThat(mailbox.glance("operator.melati").unread()).isEqualTo(glance.unread() - 1);

        ReadBroadcast.Reached after = readBroadcast.execute(supervisor(), sent.id(), null, false, 0);
        assertThat(after.read()).isEqualTo(1);
        assertThat(after.readers()).hasSize(1);
        assertThat(after.readers().get(0).place()).isEqualTo("Desa Uji 2");
        assertThat(readBroadcast
                        .execute(supervisor(), sent.id(), null, true, 0)
                        .readers()
                        .get(0)
                        .readAt())
                .isNotNull();
        ReadBroadcast.Reached desa =
                readBroadcast.execute(supervisor(), sent.id(), RegionCode.of(election.village(1)), false, 0);
        assertThat(desa.got()).isEqualTo(1);
        assertThat(desa.readers()).isEmpty();
    }

    @Test
    void all_that_was_seen_is_marked_as_read_and_nothing_that_came_later() {
        send(supervisor(), election.regency(), Audience.ALL, null, "Pertama");
        ReadMessages.Page page = readMessages.execute(melati(), false, 0);
        send(supervisor(), election.regency(), Audience.ALL, null, "Kedua");
        acknowledgeAll.execute(melati(), page.messages().get(0).id());
        ReadMessages.Page now = readMessages.execute(melati(), false, 0);
        assertThat(now.unread()).isEqualTo(1);
        assertThat(now.messages().get(0).readAt()).isNull();
        assertThat(now.messages().get(1).readAt()).isNotNull();
        Answer api = get("operator.melati", "/messages");
        assertThat(api.status()).isEqualTo(200);
        assertThat(api.at("unread").asInt()).isEqualTo(1);
        assertThat(api.at("messages").path(0).path("text").asString()).isEqualTo("Kedua");
        assertThat(api.at("messages").path(0).path("title").asString()).isEqualTo("Pengumuman dari Supervisor");
    }

    @Test
    void what_was_said_is_never_changed() {
        Broadcast sent = send(supervisor(), election.regency(), Audience.ALL, null, TEXT);
        assertThatThrownBy(() -> jdbc.sql("update desk.broadcast set text = 'lain' where id = ?")
                        .param(sent.id())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from desk.broadcast_recipient where broadcast_id = ?")
                        .param(sent.id())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void four_thousand_operators_are_told_in_a_moment() {
        jdbc.sql("""
                        insert into desk.assignment (username, role, region, valid_from)
                        select 'uji.banyak.' || :regency || '.' || n, 'OPERATOR',
                               :regency || '01' || (2001 + n % 2), now() - interval '1 minute'
                        from generate_series(1, :n) n
                        """)
                .param("regency", election.regency())
                .param("n", OPERATORS_OF_JEMBER - 2)
                .update();
        jdbc.sql("""
                        insert into desk.account (username, name, phone)
                        select 'uji.banyak.' || :regency || '.' || n, 'Operator ' || n, '0812' || lpad(n::text, 8, '0')
                        from generate_series(1, :n) n
                        """)
                .param("regency", election.regency())
                .param("n", OPERATORS_OF_JEMBER - 2)
                .update();
        long begin = System.nanoTime();
        Broadcast sent = sendBroadcast.execute(
                supervisor(),
                new BroadcastPlan(
                        election.code(), RegionCode.of(election.regency()), Audience.SILENT, null, TEXT, true),
                UUID.randomUUID().toString());
        long sending = (System.nanoTime() - begin) / 1_000_000;
        assertThat(sent.recipients()).isEqualTo(OPERATORS_OF_JEMBER);
        begin = System.nanoTime();
        ReadBroadcast.Reached reached = readBroadcast.execute(supervisor(), sent.id(), null, false, 3);
        long reading = (System.nanoTime() - begin) / 1_000_000;
        assertThat(reached.got()).isEqualTo(OPERATORS_OF_JEMBER);
        assertThat(reached.readers()).hasSize(Broadcasts.PAGE_SIZE);
        System.out.println("a broadcast to " + sent.recipients() + " operators: sent in " + sending
                + " ms, its page read in " + reading + " ms");
        assertThat(sending).isLessThan(5_000); // about half a second; the machine of the tests does other things too
        jdbc.sql("update desk.assignment set valid_until = now() where username like ?")
                .param("uji.banyak." + election.regency() + ".%")
                .update();
    }

    private Broadcast send(Actor sender, String region, Audience audience, @Nullable ContestType contest, String text) {
        return sendBroadcast.execute(
                sender, plan(region, audience, contest, text), UUID.randomUUID().toString());
    }

    private BroadcastPlan plan(String region, Audience audience, @Nullable ContestType contest, String text) {
        return new BroadcastPlan(election.code(), RegionCode.of(region), audience, contest, text, false);
    }

    private List<String> reached(Broadcast broadcast) {
        return jdbc.sql("select n.username from desk.notice n where n.key like ? order by 1")
                .param("broadcast:" + broadcast.id() + ":%")
                .query(String.class)
                .list();
    }

    private Actor supervisor() {
        return actor("supervisor", Role.SUPERVISOR, election.regency());
    }

    private Actor melati() {
        return actor("operator.melati", Role.OPERATOR, election.village(1));
    }

    private static Actor actor(String username, Role role, String region) {
        return new Actor(
                username,
                Character.toUpperCase(username.charAt(0)) + username.substring(1),
                Set.of(role),
                List.of(new Actor.Scope(role, RegionCode.of(region))));
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
