package id.deskpemilu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.board.Board;
import id.deskpemilu.board.BoardReader;
import id.deskpemilu.recap.Recount;
import id.deskpemilu.shared.RegionCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.context.WebApplicationContext;

/**
 * How long the server takes for the inbox and the progress page, whole pages with all filters and the template, and for
 * the data of the board and its events, with 1,000 and with 50,000 reports; and whether their queries read the large
 * tables through indexes.
 */
class PagesBenchmark extends RunningDesk {

    private static final int WARM_UP = 60;
    private static final int MEASURED = 200;
    private static final String VERIFIER = "verifikator.satu";

    // an idle connection reports what it read after ten seconds
    private static final long STATISTICS_MILLIS = 11_000;

    @Autowired
    private WebApplicationContext desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Recount recount;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private BoardReader board;

    private MockMvc pages;

    /** What is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    /** Times of one page in milliseconds. */
    private record Times(double median, double p95, double p99) {

        static Times of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Times(
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 95 / 100] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6);
        }
    }

    /** How often a table was read from end to end, and through an index. */
    private record Scans(long whole, long index) {}

    @BeforeEach
    void open_the_pages() {
        pages = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
    }

    @Test
    void inbox_and_progress() throws Exception {
        Map<String, Times> small = measure(ManyReports.of(1_000));
        Map<String, Times> large = measure(ManyReports.of(50_000));
        System.out.printf(
                "%nserver time in ms, median (95 %%, 99 %%)%n%-36s %25s %25s %6s%n", "", "1,000", "50,000", "ratio");
        small.forEach((page, times) -> System.out.printf(
                "%-36s %7.1f (%6.1f, %6.1f) %7.1f (%6.1f, %6.1f) %5.1fx%n",
                page,
                times.median(),
                times.p95(),
                times.p99(),
                large.get(page).median(),
                large.get(page).p95(),
                large.get(page).p99(),
                large.get(page).median() / times.median()));
    }

    private Map<String, Times> measure(ManyReports reports) throws Exception {
        testElections.unassign(VERIFIER);
        long begin = System.nanoTime();
        reports.write(jdbc, recount, transactions);
        testElections.assign(VERIFIER, "VERIFIER", reports.regency());
        System.out.printf("%s written in %.1f s%n", reports, (System.nanoTime() - begin) / 1e9);
        String progress = "/progress?election=" + reports.election() + "&contest=ppwp&region=";
        Map<String, String> filtered = new LinkedHashMap<>();
        filtered.put("inbox, one kecamatan", "/inbox?kecamatan=" + reports.district());
        filtered.put("inbox, one desa", "/inbox?kecamatan=" + reports.district() + "&desa=" + reports.village());
        filtered.put(
                "inbox, kecamatan, contest, finding", "/inbox?contest=ppwp&finding=H3&kecamatan=" + reports.district());
        filtered.put("progress, one kecamatan", progress + reports.district());
        filtered.put("progress, one desa", progress + reports.village());
        Map<String, Times> times = new LinkedHashMap<>();
        times.put("inbox", time("/inbox"));
        times.put("inbox, page 3", time("/inbox?page=2"));
        times.put("progress, regency", time(progress + reports.regency()));
        String board = "/board/version?election=" + reports.election() + "&region=";
        times.put("board and its event, regency", time(() -> read(reports, reports.regency())));
        times.put("board and its event, kecamatan", time(() -> read(reports, reports.district())));
        times.put("board and its event, desa", time(() -> read(reports, reports.village())));
        times.put("the same while reports come in", time(() -> {
            reports.send(jdbc);
            read(reports, reports.regency());
        }));
        times.put("version for those who poll", time(board + reports.regency()));
        for (Map.Entry<String, String> page : filtered.entrySet()) {
            Scans inboxBefore = scans("inbox_item");
            Scans reportBefore = scans("report");
            times.put(page.getKey(), time(page.getValue()));
            if (reports.stationsEach() > 5) {
                Thread.sleep(STATISTICS_MILLIS);
                print(page.getKey(), "inbox_item", inboxBefore);
                print(page.getKey(), "report", reportBefore);
            }
        }
        return times;
    }

    private void print(String page, String table, Scans before) {
        Scans after = scans(table);
        System.out.printf(
                "%-34s %-11s read whole %4d times, by index %4d times%n",
                page, table, after.whole() - before.whole(), after.index() - before.index());
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

    private void read(ManyReports reports, String region) {
        Board read = board.read(reports.election(), new RegionCode(region));
        assertThat(read.contests()).hasSize(5);
    }

    private Times time(String page) throws Exception {
        return time(() -> load(page));
    }

    private static Times time(Work work) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            work.run();
        }
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long begin = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begin;
        }
        return Times.of(nanos);
    }

    private void load(String page) throws Exception {
        var answer = pages.perform(MockMvcRequestBuilders.get(page).with(verifier()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus())
                .as("%s: %s", page, answer.getContentAsString())
                .isEqualTo(200);
    }

    private static RequestPostProcessor verifier() {
        List<SimpleGrantedAuthority> authorities = List.of(new SimpleGrantedAuthority("ROLE_VERIFIER"));
        OidcIdToken token = OidcIdToken.withTokenValue("unused")
                .subject("unused")
                .claim("preferred_username", VERIFIER)
                .claim("name", "Satu Verifikator")
                .build();
        return oidcLogin().oidcUser(new DefaultOidcUser(authorities, token, "preferred_username"));
    }
}
