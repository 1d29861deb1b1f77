package id.deskpemilu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.Snapshot;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.dispatch.snapshot.SnapshotReader;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.shared.RegionCode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * How long a snapshot takes of a regency with five contests and 50,000 reports, and of one of its kecamatan; and whether
 * the large tables are read through indexes.
 */
class SnapshotBenchmark extends RunningDesk {

    private static final int WARM_UP = 8;
    private static final int MEASURED = 20;

    // an idle connection reports what it read after ten seconds
    private static final long STATISTICS_MILLIS = 11_000;

    @Autowired
    private SnapshotReader reader;

    @Autowired
    private SnapshotJson json;

    @Autowired
    private Elections elections;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Recount recount;

    @Autowired
    private PlatformTransactionManager transactions;

    /** How often a table was read from end to end, and through an index. */
    private record Scans(long whole, long index) {}

    @Test
    void a_regency_and_a_kecamatan() throws InterruptedException {
        ManyReports reports = ManyReports.of(50_000);
        reports.write(jdbc, recount, transactions);
        Election election = elections.get(reports.election());
        time("kecamatan, 5 contests, 400 TPS", election, reports.district());
        time("regency, 5 contests, 10,000 TPS", election, reports.regency());
    }

    private void time(String what, Election election, String region) throws InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            reader.read(new UUID(1, i), election, new RegionCode(region));
        }
        Thread.sleep(STATISTICS_MILLIS);
        List<String> tables = List.of("report", "revision", "station", "audit_event", "escalation");
        List<Scans> before = tables.stream().map(this::scans).toList();
        long[] read = new long[MEASURED];
        long[] frozen = new long[MEASURED];
        Frozen last = null;
        for (int i = 0; i < MEASURED; i++) {
            long begin = System.nanoTime();
            Snapshot snapshot = reader.read(new UUID(1, i), election, new RegionCode(region));
            read[i] = System.nanoTime() - begin;
            begin = System.nanoTime();
            last = json.freeze(snapshot);
            frozen[i] = System.nanoTime() - begin;
        }
        assertThat(last).isNotNull();
        assertThat(json.read(last.json())).isEqualTo(last.snapshot());
        System.out.printf(
                "%-34s read %6.0f ms (median), frozen %5.0f ms, %,d bytes%n",
                what, median(read), median(frozen), last.json().length);
        Thread.sleep(STATISTICS_MILLIS);
        for (int i = 0; i < tables.size(); i++) {
            Scans after = scans(tables.get(i));
            System.out.printf(
                    "  %-12s read whole %4d times, by index %6d times%n",
                    tables.get(i),
                    after.whole() - before.get(i).whole(),
                    after.index() - before.get(i).index());
        }
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private Scans scans(String table) {
        return jdbc.sql("""
                        select coalesce(seq_scan, 0) whole, coalesce(idx_scan, 0) index
                        from pg_stat_user_tables where schemaname = 'desk' and relname = ?
                        """)
                .param(table)
                .query((row, n) -> new Scans(row.getLong("whole"), row.getLong("index")))
                .single();
    }
}
