package id.deskpemilu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.FigureSource;
import id.deskpemilu.dispatch.Letter;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.LetterPrinter;
import id.deskpemilu.dispatch.paper.Printed;
import id.deskpemilu.dispatch.paper.Signatory;
import id.deskpemilu.dispatch.signature.Credentials;
import id.deskpemilu.dispatch.signature.Signer;
import id.deskpemilu.dispatch.signature.SigningRequest;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.shared.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Ten letters of a large regency at a time, frozen, printed with all annexes and signed, beside operators who send their
 * forms: how long each letter takes, and what the operators notice of it.
 */
class LettersBesideSubmissionsBenchmark extends RunningDesk {

    private static final int LETTERS = 10;
    private static final int OPERATORS = 4;
    private static final int BEFORE = 300;
    private static final int STATIONS = 600;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Recount recount;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Elections elections;

    @Autowired
    private FigureSource figures;

    @Autowired
    private LetterPrinter printer;

    @Autowired
    private Signer signer;

    @Test
    void ten_letters_at_a_time_do_not_stop_the_submissions() throws Exception {
        ManyReports large = new ManyReports("9703", 31, 8, 16);
        large.write(jdbc, recount, transactions);
        Election reported = elections.get(large.election());
        TestElection busy = testElections.running(ContestType.BUPATI, STATIONS);
        testElections.staff(busy);
        assertThat(post("admin", busy.contest("bupati") + "/open", null).status())
                .isEqualTo(200);

        AtomicInteger next = new AtomicInteger();
        send(busy, next, () -> next.get() >= 100); // to warm up
        letter(reported, large.regency());
        double[] before = send(busy, next, () -> next.get() >= 100 + BEFORE);

        ExecutorService desks = Executors.newFixedThreadPool(LETTERS);
        List<Future<Double>> letters = new ArrayList<>();
        long begin = System.nanoTime();
        for (int n = 0; n < LETTERS; n++) {
            letters.add(desks.submit((Callable<Double>) () -> {
                letter(reported, large.regency());
                return (System.nanoTime() - begin) / 1e9;
            }));
        }
        double[] during = send(
                busy, next, () -> letters.stream().allMatch(Future::isDone) || next.get() >= 2 * STATIONS - OPERATORS);
        List<Double> seconds = new ArrayList<>();
        for (Future<Double> letter : letters) {
            seconds.add(letter.get());
        }
        desks.shutdown();
        seconds.sort(null);
        System.out.printf(
                "%n%s: %d letters asked for at once; the first after %.1f s, the last after %.1f s%n",
                large, LETTERS, seconds.get(0), seconds.get(LETTERS - 1));
        print("forms sent before", before);
        print("forms sent during", during);
    }

    /** Freezes, prints and signs, as the desk does it. */
    private void letter(Election election, String regency) {
        Letter letter = Letter.plan(election, new RegionCode(regency), LetterKind.FULL, Instant.now(), false);
        Frozen frozen = figures.freeze(letter);
        letter.frozen(frozen.snapshot().shown());
        Printed printed =
                printer.original(letter, frozen, new Signatory(List.of("KEPALA BADAN"), "Dr. Ukur, M.Si.", null, null));
        byte[] signed = signer.sign(new SigningRequest(
                letter.id().value(),
                printed.pdf(),
                printed.box(),
                "Dr. Ukur",
                "ukur",
                "Ukur",
                Instant.now(),
                Credentials.none()));
        assertThat(signed.length).isGreaterThan(printed.pdf().length);
    }

    /** Sends forms one after the other, by several operators at once, until it is enough; how long each took, sorted, in ms. */
    private double[] send(TestElection election, AtomicInteger next, BooleanSupplier enough) throws Exception {
        ExecutorService operators = Executors.newFixedThreadPool(OPERATORS);
        List<Future<List<Double>>> all = new ArrayList<>();
        for (int n = 0; n < OPERATORS; n++) {
            all.add(operators.submit(() -> {
                List<Double> times = new ArrayList<>();
                while (!enough.getAsBoolean()) {
                    int number = next.getAndIncrement();
                    boolean first = number < STATIONS;
                    String station = election.station(first ? 1 : 2, 1 + number % STATIONS);
                    long begin = System.nanoTime();
                    Answer sent = submit(
                            first ? "operator.melati" : "operator.kenanga",
                            election.report("bupati", station),
                            "ukur-" + station,
                            Map.of(
                                    "figures", TallyMother.consistentFigures(),
                                    "votes", Map.of("1", 90, "2", 108, "3", 10),
                                    "confirmed", true));
                    times.add((System.nanoTime() - begin) / 1e6);
                    assertThat(sent.status()).as("%s", sent.body()).isEqualTo(201);
                }
                return times;
            }));
        }
        List<Double> times = new ArrayList<>();
        for (Future<List<Double>> one : all) {
            times.addAll(one.get());
        }
        operators.shutdown();
        return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static void print(String what, double[] sorted) {
        System.out.printf(
                "%-20s %5d, ms: median %.0f, 95 %% %.0f, 99 %% %.0f, most %.0f; %s%n",
                what,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1],
                Arrays.stream(sorted).filter(time -> time > 1000).count() + " over 1 s");
    }
}
