package id.deskpemilu.dispatch.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.Quietly;
import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestClock;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.audit.AuditEvent;
import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterMother;
import id.deskpemilu.dispatch.LetterReceipted;
import id.deskpemilu.dispatch.LetterSent;
import id.deskpemilu.dispatch.LetterStatus;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Road.Outcome;
import id.deskpemilu.dispatch.sending.Transfer.Act;
import id.deskpemilu.dispatch.sending.Transfer.State;
import id.deskpemilu.dispatch.sending.TransferQueue.Claimed;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.shared.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters on their way, by roads of the test's own: the running desk has no receivers. */
class TransferQueueIT extends RunningDesk {

    private static final List<String> SILENT = List.of("id.deskpemilu.dispatch.sending");
    private static final String PROVINCE = "uji-provinsi";
    private static final String ARCHIVE = "uji-arsip";
    private static final String BY_HAND = "uji-bupati";
    private static final int MOST_ATTEMPTS = 4;
    private static final TransferSettings SETTINGS = new TransferSettings(
            List.of(
                    receiver(PROVINCE, TransferChannel.DESK),
                    receiver(ARCHIVE, TransferChannel.SFTP),
                    receiver(BY_HAND, TransferChannel.DOWNLOAD),
                    new Receiver("uji-lain", "Yang lain", TransferChannel.DESK, List.of("11.11"), null, null, null)),
            new TransferSettings.Transfers(
                    Duration.ofMinutes(3), MOST_ATTEMPTS, Duration.ofSeconds(10), Duration.ofSeconds(30)));

    private static TestElection election;

    @Autowired
    private ApplicationContext desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Letters letters;

    @Autowired
    private Parcels parcels;

    @Autowired
    private AuditLog log;

    private final TestClock clock = new TestClock("2024-11-27T11:00:00Z");
    private final TestRoad road = new TestRoad();
    private final List<Object> told = new ArrayList<>();
    private Transfers transfers;

    private static Receiver receiver(String name, TransferChannel channel) {
        return new Receiver(name, "Penerima " + name, channel, List.of(), null, null, null);
    }

    /** A receiver that answers as it is told, and remembers how often it saw each letter. */
    private static final class TestRoad implements Road {

        final Map<LetterId, AtomicInteger> seen = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<Parcel> parcels = new ConcurrentLinkedQueue<>();
        volatile Function<Parcel, Outcome> answer = parcel -> arrived();

        static Outcome arrived() {
            return new Outcome.Arrived("Desk Provinsi", new byte[] {1, 2}, "Segel Provinsi");
        }

        @Override
        public Outcome carry(Parcel parcel) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            seen.computeIfAbsent(parcel.letter(), id -> new AtomicInteger()).incrementAndGet();
            parcels.add(parcel);
            return answer.apply(parcel);
        }
    }

    @BeforeEach
    void nothing_is_on_its_way() {
        if (election == null) {
            election = testElections.running(ContestType.BUPATI, 1);
        }
        jdbc.sql("delete from desk.transfer where receiver like 'uji-%'").update();
        transfers = new Transfers(
                jdbc,
                SETTINGS,
                letters,
                event -> {
                    told.add(event);
                    desk.publishEvent(event);
                },
                clock);
    }

    private TransferQueue queue() {
        return new TransferQueue(jdbc, transfers, SETTINGS, log, clock, transactions);
    }

    private Carrier carrier() {
        return new Carrier(queue(), parcels, Map.of(PROVINCE, road, ARCHIVE, road));
    }

    private void inTransaction(Runnable act) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> act.run());
    }

    /** A signed letter on its way; it is the youngest. */
    private LetterId letter() {
        clock.advance(Duration.ofMillis(10));
        LetterId letter = LetterMother.signed(desk, election.code(), election.regency());
        inTransaction(() -> transfers.enqueue(letter));
        return letter;
    }

    private Transfer of(LetterId letter, Act act, String receiver) {
        return transfers.of(letter).stream()
                .filter(one -> one.act() == act && one.receiver().equals(receiver))
                .findFirst()
                .orElseThrow();
    }

    private Transfer of(LetterId letter) {
        return of(letter, Act.LETTER, PROVINCE);
    }

    private Claimed claim() {
        return queue().claim(PROVINCE).orElseThrow();
    }

    private List<String> logged(LetterId letter) {
        return log.of("letter:" + letter).stream().map(AuditEvent::type).toList();
    }

    @Test
    void each_receiver_of_the_region_gets_it_once_however_often_it_is_queued() {
        LetterId letter = letter();
        inTransaction(() -> transfers.enqueue(letter));
        assertThat(transfers.of(letter))
                .extracting(Transfer::receiver)
                .containsExactlyInAnyOrder(PROVINCE, ARCHIVE, BY_HAND);
        assertThat(of(letter).state()).isEqualTo(State.WAITING);
        assertThat(of(letter).title()).isEqualTo("Penerima " + PROVINCE);
        assertThat(of(letter, Act.LETTER, BY_HAND).state()).isEqualTo(State.BY_HAND);
        assertThat(of(letter, Act.LETTER, BY_HAND).nextAt()).isNull();
        assertThat(queue().due(List.of(PROVINCE, ARCHIVE, BY_HAND, "uji-lain")))
                .containsExactlyInAnyOrder(PROVINCE, ARCHIVE);
    }

    @Test
    void what_was_carried_is_recorded_with_its_receipt_and_the_letter_knows() {
        LetterId letter = letter();
        Carrier carrier = carrier();
        assertThat(carrier.receivers()).containsExactlyInAnyOrder(PROVINCE, ARCHIVE);
        assertThat(carrier.carry("uji-lain")).as("no road").isZero();
        assertThat(carrier.carry(PROVINCE)).isEqualTo(1);
        assertThat(carrier.carry(PROVINCE)).as("nothing more").isZero();

        Parcel parcel = road.parcels.element();
        assertThat(parcel.number()).endsWith("/" + election.regency());
        assertThat(parcel.place()).isEqualTo("Kabupaten Uji " + election.regency());
        assertThat(parcel.rehearsal()).isFalse();
        assertThat(parcel.pdf()).isEqualTo(ParcelMother.PDF);
        Transfer done = of(letter);
        assertThat(done.state()).isEqualTo(State.RECEIPTED);
        assertThat(done.answer()).isEqualTo("Desk Provinsi");
        assertThat(done.receiptNote()).isEqualTo("Segel Provinsi");
        assertThat(done.receiptBy()).isNull();
        assertThat(done.sentAt()).isEqualTo(clock.instant());
        assertThat(done.nextAt()).isNull();
        assertThat(transfers.receipt(letter, PROVINCE)).hasValue(new byte[] {1, 2});
        assertThat(told).containsExactly(new LetterReceipted(letter));
        assertThat(letters.get(letter).status()).isEqualTo(LetterStatus.RECEIPTED);

        road.answer = parcel2 -> new Outcome.Arrived("ada", null, null);
        carrier.carry(ARCHIVE);
        assertThat(of(letter, Act.LETTER, ARCHIVE).state()).isEqualTo(State.SENT);
        inTransaction(() -> transfers.handedOver(letter, Act.LETTER, BY_HAND, "supervisor", "Ajudan"));
        assertThat(told).as("the last one has it").containsExactly(new LetterReceipted(letter), new LetterSent(letter));
        assertThat(letters.get(letter).sentAt()).isNotNull();
        assertThat(logged(letter)).containsExactly("LetterDelivered", "LetterDelivered");
    }

    @Test
    void what_failed_is_tried_again_ever_later_and_then_given_up() throws Exception {
        LetterId letter = letter();
        road.answer = parcel -> Outcome.tryLater("HTTP_503", "<html>\u0000" + "x".repeat(2_000));
        Carrier carrier = carrier();
        for (int longest : new int[] {10, 20, 30}) { // 30 instead of 40: the longest wait
            assertThat(carrier.carry(PROVINCE)).isEqualTo(1);
            Transfer failed = of(letter);
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.error()).isEqualTo("HTTP_503");
            assertThat(failed.answer()).startsWith("<html> x").hasSize(1_000);
            assertThat(failed.nextAt())
                    .isBetween(
                            clock.instant().plusMillis(longest * 500L),
                            clock.instant().plusSeconds(longest));
            assertThat(carrier.carry(PROVINCE)).as("not yet").isZero();
            clock.advance(Duration.ofSeconds(longest));
        }
        Quietly.call(SILENT, () -> carrier.carry(PROVINCE));
        assertThat(of(letter).state()).isEqualTo(State.GIVEN_UP);
        assertThat(of(letter).attempts()).isEqualTo(MOST_ATTEMPTS);
        assertThat(logged(letter)).as("once").containsExactly("LetterNotDelivered");
        clock.advance(Duration.ofDays(1));
        assertThat(carrier.carry(PROVINCE)).isZero();

        inTransaction(() -> transfers.resend(letter));
        road.answer = parcel -> TestRoad.arrived();
        assertThat(carrier.carry(PROVINCE)).as("a person wants it").isEqualTo(1);
        assertThat(of(letter).state()).isEqualTo(State.RECEIPTED);
        assertThat(of(letter).attempts()).isEqualTo(1);
        assertThat(of(letter).error()).isNull();
    }

    @Test
    void whoever_asks_for_patience_gets_it_within_bounds_and_a_person_need_not_wait() {
        LetterId letter = letter();
        road.answer = parcel -> new Outcome.TryLater("HTTP_429", null, Duration.ofSeconds(25));
        carrier().carry(PROVINCE);
        assertThat(of(letter).nextAt()).isEqualTo(clock.instant().plusSeconds(25));
        transfers.nudge(letter);
        assertThat(of(letter).nextAt()).isEqualTo(clock.instant());
        road.answer = parcel -> new Outcome.TryLater("HTTP_429", null, Duration.ofDays(25));
        carrier().carry(PROVINCE);
        assertThat(of(letter).nextAt()).isEqualTo(clock.instant().plusSeconds(30));
    }

    @Test
    void what_would_be_refused_again_is_not_tried_again_and_its_withdrawal_is_not_sent() throws Exception {
        LetterId letter = letter();
        road.answer = parcel -> new Outcome.Refused("LETTER_SIGNER_UNKNOWN", "Sertifikat\u0007 tidak dikenal.");
        Quietly.call(SILENT, () -> carrier().carry(PROVINCE));
        assertThat(of(letter).state()).isEqualTo(State.REFUSED);
        assertThat(of(letter).error()).isEqualTo("LETTER_SIGNER_UNKNOWN");
        assertThat(of(letter).answer()).isEqualTo("Sertifikat  tidak dikenal.");
        assertThat(of(letter).nextAt()).isNull();
        assertThat(told).isEmpty();
        inTransaction(() -> transfers.withdraw(letter, "salah angka"));
        assertThat(transfers.of(letter))
                .filteredOn(transfer -> transfer.act() == Act.WITHDRAWAL)
                .extracting(Transfer::receiver)
                .containsExactlyInAnyOrder(ARCHIVE, BY_HAND);
    }

    @Test
    void a_road_that_fails_inside_is_tried_again_and_tells_nothing() throws Exception {
        LetterId letter = letter();
        road.answer = parcel -> {
            throw new IllegalStateException("sandi: rahasia");
        };
        Quietly.call(SILENT, () -> carrier().carry(PROVINCE));
        assertThat(of(letter).state()).isEqualTo(State.FAILED);
        assertThat(of(letter).error()).isEqualTo("FAULT");
        assertThat(of(letter).answer()).isNull();
    }

    @Test
    void a_letter_of_a_node_that_died_is_sent_after_its_lease_and_the_dead_one_records_nothing() {
        LetterId letter = letter();
        Claimed dead = claim();
        assertThat(dead.leaseEnds()).isEqualTo(clock.instant().plus(Duration.ofMinutes(3)));
        clock.advance(Duration.ofSeconds(179));
        assertThat(queue().claim(PROVINCE)).isEmpty();
        assertThat(queue().due(List.of(PROVINCE))).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(queue().due(List.of(PROVINCE))).containsExactly(PROVINCE);
        Claimed heir = claim();
        assertThat(heir.attempt()).isEqualTo(2);
        assertThat(queue().record(dead, Outcome.tryLater("LATE", null))).isEmpty();
        assertThat(queue().record(heir, TestRoad.arrived())).contains(State.RECEIPTED);
        assertThat(queue().record(dead, new Outcome.Refused("LATE", null))).isEmpty();
        assertThat(of(letter).state()).isEqualTo(State.RECEIPTED);
        assertThat(of(letter).attempts()).isEqualTo(2);
        assertThat(logged(letter)).containsExactly("LetterDelivered");
    }

    @Test
    void a_letter_that_ends_every_node_is_given_up_too_and_that_is_in_the_log() {
        LetterId letter = letter();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            assertThat(claim().attempt()).isEqualTo(attempt);
            clock.advance(Duration.ofMinutes(3));
        }
        assertThat(queue().claim(PROVINCE)).isEmpty();
        assertThat(of(letter).state()).isEqualTo(State.GIVEN_UP);
        assertThat(of(letter).error()).isEqualTo("NO_RECORD");
        AuditEvent event = log.of("letter:" + letter).get(0);
        assertThat(event.type()).isEqualTo("LetterNotDelivered");
        assertThat(event.data().path("receiver").asString()).isEqualTo(PROVINCE);
        assertThat(event.data().path("error").asString()).isEqualTo("NO_RECORD");
        assertThat(event.data().path("attempts").asInt()).isEqualTo(MOST_ATTEMPTS);
    }

    @Test
    void what_is_sent_again_while_it_is_on_its_way_begins_anew() {
        LetterId letter = letter();
        Claimed before = claim();
        inTransaction(() -> transfers.resend(letter));
        assertThat(queue().record(before, Outcome.tryLater("HTTP_500", null))).isEmpty();
        assertThat(of(letter).state()).isEqualTo(State.WAITING);
        assertThat(claim().attempt()).isEqualTo(1);
    }

    @Test
    void what_is_due_longest_goes_first_and_a_withdrawal_only_after_its_letter() {
        LetterId first = letter();
        LetterId second = letter();
        inTransaction(() -> transfers.withdraw(first, "salah angka"));
        Claimed one = claim();
        Claimed other = claim();
        assertThat(one.letter()).isEqualTo(first);
        assertThat(one.act()).isEqualTo(Act.LETTER);
        assertThat(other.letter()).isEqualTo(second);
        assertThat(queue().claim(PROVINCE)).as("the withdrawal waits").isEmpty();
        queue().record(one, Outcome.tryLater("HTTP_500", null));
        assertThat(queue().claim(PROVINCE)).as("and still").isEmpty();
        clock.advance(Duration.ofSeconds(10));
        queue().record(claim(), TestRoad.arrived());
        Claimed withdrawal = claim();
        assertThat(withdrawal.letter()).isEqualTo(first);
        assertThat(withdrawal.act()).isEqualTo(Act.WITHDRAWAL);
        assertThat(withdrawal.reason()).isEqualTo("salah angka");
        told.clear();
        queue().record(withdrawal, new Outcome.Arrived("HTTP 204", null, null));
        assertThat(of(first, Act.WITHDRAWAL, PROVINCE).state()).isEqualTo(State.SENT);
        assertThat(told).as("of a withdrawal nobody waits to hear").isEmpty();
    }

    @Test
    void four_nodes_at_once_never_send_a_letter_twice() throws Exception {
        List<LetterId> all = IntStream.range(0, 40).mapToObj(i -> letter()).toList();
        int nodes = 4;
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Integer>> work = IntStream.range(0, nodes)
                    .<Callable<Integer>>mapToObj(node -> {
                        Carrier carrier = carrier();
                        return () -> {
                            int carried = 0;
                            while (carrier.carry(PROVINCE) > 0) {
                                carried++;
                            }
                            return carried;
                        };
                    })
                    .toList();
            int carried = 0;
            for (Future<Integer> node : pool.invokeAll(work)) {
                carried += node.get();
            }
            assertThat(carried).isEqualTo(all.size());
        } finally {
            pool.shutdownNow();
        }
        assertThat(road.seen.keySet()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(road.seen.values()).allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(all).allSatisfy(letter -> assertThat(of(letter).state()).isEqualTo(State.RECEIPTED));
    }

    @Test
    void a_round_carries_until_nothing_is_due_and_outlives_a_database_that_does_not_answer() throws Exception {
        CountDownLatch carried = new CountDownLatch(3);
        road.answer = parcel -> {
            carried.countDown();
            return TestRoad.arrived();
        };
        IntStream.range(0, 3).forEach(i -> letter());
        TransferRounds rounds = new TransferRounds(queue(), new Carrier(queue(), parcels, Map.of(PROVINCE, road)));
        rounds.look();
        assertThat(carried.await(20, TimeUnit.SECONDS)).isTrue();
        rounds.destroy();

        TransferQueue silent = new TransferQueue(
                JdbcClient.create(new AbstractDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        throw new SQLException("no answer");
                    }

                    @Override
                    public Connection getConnection(String username, String password) throws SQLException {
                        return getConnection();
                    }
                }),
                transfers,
                SETTINGS,
                log,
                clock,
                transactions);
        TransferRounds again = new TransferRounds(silent, carrier());
        Quietly.call(SILENT, () -> {
            again.look();
            return true;
        });
        new TransferRounds(silent, new Carrier(silent, parcels, Map.of())).look(); // with no receiver nothing is asked
        again.destroy();
    }

    @Test
    void what_a_person_notes_has_to_fit_to_what_became_of_it() {
        LetterId letter = letter();
        refused("TRANSFER_UNKNOWN", () -> transfers.handedOver(letter, Act.LETTER, "uji-lain", "supervisor", "x"));
        refused("TRANSFER_UNKNOWN", () -> transfers.handedOver(letter, Act.WITHDRAWAL, BY_HAND, "supervisor", "x"));
        refused("TRANSFER_NOT_BY_HAND", () -> transfers.handedOver(letter, Act.LETTER, PROVINCE, "supervisor", "x"));
        refused("TRANSFER_NOT_SENT", () -> transfers.receiptNoted(letter, PROVINCE, "supervisor", "x", null));
        refused("TRANSFER_UNKNOWN", () -> transfers.receiptNoted(letter, "uji-lain", "supervisor", "x", null));
        inTransaction(() -> transfers.handedOver(letter, Act.LETTER, BY_HAND, "supervisor", "Ajudan"));
        refused("TRANSFER_DONE", () -> transfers.handedOver(letter, Act.LETTER, BY_HAND, "supervisor", "lagi"));
        inTransaction(() -> transfers.receiptNoted(letter, BY_HAND, "supervisor", "Agenda 12", null));
        refused("TRANSFER_DONE", () -> transfers.receiptNoted(letter, BY_HAND, "supervisor", "Agenda 13", null));
        assertThat(of(letter, Act.LETTER, BY_HAND).receiptNote()).isEqualTo("Agenda 12");
        inTransaction(() -> transfers.resend(letter));
        assertThat(of(letter, Act.LETTER, BY_HAND).state())
                .as("a person's word stands")
                .isEqualTo(State.RECEIPTED);
    }

    private void refused(String code, Runnable act) {
        assertThatThrownBy(() -> inTransaction(act))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
