package id.deskpemilu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import id.deskpemilu.dispatch.paper.LetterDocument;
import id.deskpemilu.dispatch.paper.LetterPaper;
import id.deskpemilu.dispatch.paper.PaperMother;
import id.deskpemilu.dispatch.paper.Printed;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long the letter of a large regency takes and how much heap: 31 kecamatan, 248 desa, 4,046 TPS, all annexes. */
class LetterBenchmark {

    private static final int MEASURED = 10;
    private static final long LONGEST_MILLIS = 3_000;
    private static final long MOST_BYTES = 200L * 1024 * 1024;
    private static final double MEGABYTE = 1024 * 1024;

    @Test
    void a_large_letter() throws Exception {
        LetterPaper paper = PaperMother.paper();
        LetterDocument document = PaperMother.large().document();
        long begin = System.nanoTime();
        Printed printed = paper.print(document);
        long first = (System.nanoTime() - begin) / 1_000_000;
        long[] millis = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            begin = System.nanoTime();
            paper.print(document);
            millis[i] = (System.nanoTime() - begin) / 1_000_000;
        }
        Arrays.sort(millis);
        long most = mostHeap(() -> paper.print(document));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        paper.print(document);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        System.out.printf(
                "%nletter of %d pages, %d KB: first %d ms, median %d ms, slowest %d ms; at most %.0f MB of extra heap "
                        + "(%.0f MB allocated in all)%n",
                printed.pages(),
                printed.pdf().length / 1024,
                first,
                millis[MEASURED / 2],
                millis[MEASURED - 1],
                most / MEGABYTE,
                allocated / MEGABYTE);
        assertThat(millis[MEASURED / 2]).isLessThan(LONGEST_MILLIS);
        assertThat(most).isLessThan(MOST_BYTES);
        begin = System.nanoTime();
        ExecutorService ten = Executors.newFixedThreadPool(MEASURED);
        List<Callable<Printed>> letters = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            letters.add(() -> paper.print(document));
        }
        for (Future<Printed> one : ten.invokeAll(letters)) {
            assertThat(Arrays.equals(one.get().pdf(), printed.pdf())).isTrue();
        }
        ten.shutdown();
        System.out.printf("ten at a time: %d ms%n", (System.nanoTime() - begin) / 1_000_000);
    }

    /** The most heap in use while the work is done, above what is in use before, collected as often as can be. */
    private static long mostHeap(Callable<?> work) throws Exception {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        AtomicBoolean working = new AtomicBoolean(true);
        AtomicLong most = new AtomicLong();
        Thread watcher = new Thread(() -> {
            while (working.get()) {
                System.gc();
                most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory() - before, Math::max);
            }
        });
        watcher.start();
        Object result = work.call();
        working.set(false);
        watcher.join();
        assertThat(result).isNotNull();
        return most.get();
    }
}
