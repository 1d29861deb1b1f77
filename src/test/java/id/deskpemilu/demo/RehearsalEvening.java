package id.deskpemilu.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.deskpemilu.demo.FictionalRegency.Tps;
import id.deskpemilu.demo.Paper.Slip;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Phase;
import id.deskpemilu.election.imports.ImportFiles;
import id.deskpemilu.election.imports.ImportKind;
import id.deskpemilu.election.imports.ImportProgress;
import id.deskpemilu.election.usecase.ApplyImport;
import id.deskpemilu.election.usecase.CreateElection;
import id.deskpemilu.election.usecase.SetRehearsalClock;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.report.BlindCheck;
import id.deskpemilu.report.Correction;
import id.deskpemilu.report.Figures;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.Tally;
import id.deskpemilu.report.usecase.AnswerCorrection;
import id.deskpemilu.report.usecase.ApplyCorrection;
import id.deskpemilu.report.usecase.ApproveReport;
import id.deskpemilu.report.usecase.CheckBlind;
import id.deskpemilu.report.usecase.OpenContest;
import id.deskpemilu.report.usecase.ReportAddress;
import id.deskpemilu.report.usecase.RequestCorrection;
import id.deskpemilu.report.usecase.SubmitReport;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole election night in minutes, on the clock of a rehearsal: operators send when they really do, a few never, some
 * figures are wrong and are corrected; the calendars, the escalations and the board run as they would. In the end the
 * database is asked whether anybody was forgotten, and whether anybody was told twice.
 */
public final class RehearsalEvening {

    private static final LocalDate DAY = LocalDate.of(2024, 11, 27);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final LocalTime BEGIN = LocalTime.of(13, 0);
    private static final LocalTime END = LocalTime.of(23, 0);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");

    /** Which part of the reports is in at which hour: a first wave in the afternoon, a lull, a long evening. */
    private static final double[][] ARRIVAL = {
        {13.0, 0},
        {14, 0.01},
        {15, 0.06},
        {16, 0.14},
        {17, 0.22},
        {18, 0.33},
        {19, 0.47},
        {20, 0.65},
        {21, 0.81},
        {22, 0.93},
        {22.8, 1}
    };

    private static final double NEVER = 0.03;
    private static final double WRONG = 0.05;
    private static final int HANDS = 6;
    private static final Map<String, double[]> SHARES =
            Map.of("gubernur", new double[] {0.52, 0.48}, "bupati", new double[] {0.39, 0.37, 0.24});

    /** What a desk that is being rehearsed is asked in the end. */
    public record Outcome(List<String> lines, List<String> mistakes) {}

    private final ConfigurableApplicationContext desk;
    private final RehearsalRegency regency;
    private final double speed;
    private final Consumer<String> say;
    private final String election;
    private final Actor admin;
    private final Random random = new Random(23);
    private final JdbcClient jdbc;
    private final ElectionClocks clocks;
    private final AtomicInteger behindMillis = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger samples = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> mistakes = new ConcurrentLinkedQueue<>();
    private final Map<String, Acts> acts = new TreeMap<>();

    /** How often something was done, and how long it took in all. */
    private static final class Acts {
        private final AtomicInteger count = new AtomicInteger();
        private final AtomicLong nanos = new AtomicLong();
    }

    /**
     * An evening that has not begun.
     *
     * @param speed how many times as fast as a real one
     * @param say what is told while it runs, line by line
     */
    RehearsalEvening(
            ConfigurableApplicationContext desk, RehearsalRegency regency, double speed, Consumer<String> say) {
        this.desk = desk;
        this.regency = regency;
        this.speed = speed;
        this.say = say;
        this.jdbc = desk.getBean(JdbcClient.class);
        this.clocks = desk.getBean(ElectionClocks.class);
        this.election = "latihan-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                        .withZone(ZoneId.of("UTC"))
                        .format(desk.getBean(Clock.class).instant());
        this.admin = DemoAdmin.of(desk, RehearsalRegency.PROVINCE, regency.accounts());
        for (String act : List.of("kirim", "baca buta", "setujui", "minta koreksi", "jawab", "terapkan")) {
            acts.put(act, new Acts());
        }
    }

    /** The evening of a large regency in ten minutes, and what came of it. */
    public static Outcome large(ConfigurableApplicationContext desk, Consumer<String> say) throws InterruptedException {
        return new RehearsalEvening(desk, RehearsalRegency.large(), 60, say).pass();
    }

    String election() {
        return election;
    }

    /** Prepares the election, lets the evening pass, and asks what came of it. */
    Outcome pass() throws InterruptedException {
        prepare();
        SetRehearsalClock clock = desk.getBean(SetRehearsalClock.class);
        long id = electionId();
        clock.execute(admin, election, at(BEGIN), speed);
        ScheduledExecutorService hands = Executors.newScheduledThreadPool(HANDS);
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        try {
            watch.scheduleWithFixedDelay(this::compare, 500, 1_000, TimeUnit.MILLISECONDS);
            plan(hands, id);
            report(id);
            while (clocks.now(id).isBefore(at(END))) {
                Thread.sleep(Math.max(200, Math.min(30_000, (long) (3_600_000 / speed / 2))));
                report(id);
            }
        } finally {
            hands.shutdown();
            hands.awaitTermination(2, TimeUnit.MINUTES);
            watch.shutdown();
            watch.awaitTermination(10, TimeUnit.SECONDS);
        }
        clock.execute(admin, election, null, 0);
        compare();
        return outcome(id);
    }

    private long electionId() {
        return jdbc.sql("select id from desk.election where code = ?")
                .param(election)
                .query(Long.class)
                .single();
    }

    private static Instant at(LocalTime hour) {
        return DAY.atTime(hour).atZone(ZONE).toInstant();
    }

    private void prepare() {
        long begin = System.nanoTime();
        desk.getBean(CreateElection.class).execute(admin, election, "Latihan malam pemilihan", DAY, Phase.REHEARSAL);
        desk.getBean(ApplyImport.class)
                .execute(
                        admin,
                        election,
                        new ImportFiles(Map.of(
                                ImportKind.REGIONS, regency.regionsFile().getBytes(UTF_8),
                                ImportKind.STATIONS, regency.stationsFile().getBytes(UTF_8),
                                ImportKind.BALLOTS, regency.ballotsFile().getBytes(UTF_8),
                                ImportKind.OPERATORS, regency.operatorsFile().getBytes(UTF_8))),
                        ImportProgress.NOBODY);
        desk.getBean(SetRehearsalClock.class).execute(admin, election, at(BEGIN.minusMinutes(1)), 0);
        for (String contest : SHARES.keySet()) {
            desk.getBean(OpenContest.class).execute(admin, election, contest);
        }
        say.accept("%s: %,d TPS, %d pemilihan, siap dalam %.0f s"
                .formatted(election, regency.stations().size(), SHARES.size(), (System.nanoTime() - begin) / 1e9));
    }

    /** Lays down for every form when it is sent, and whether with a mistake. */
    private void plan(ScheduledExecutorService hands, long id) {
        for (String contest : new TreeMap<>(SHARES).keySet()) {
            for (Tps tps : regency.stations()) {
                Paper paper = Paper.of(Paper.turnout(tps, random), SHARES.get(contest), random);
                boolean wrong = random.nextDouble() < WRONG;
                double share = random.nextDouble();
                if (random.nextDouble() < NEVER) {
                    continue;
                }
                Case one = new Case(
                        new ReportAddress(election, contest, StationCode.of(tps.code())),
                        tps,
                        paper,
                        wrong,
                        random.nextBoolean());
                later(hands, id, hourOf(share), () -> send(hands, id, one));
            }
        }
    }

    /** One TPS with one contest. */
    private record Case(ReportAddress address, Tps tps, Paper paper, boolean wrong, boolean even) {}

    private static Instant hourOf(double share) {
        for (int i = 1; i < ARRIVAL.length; i++) {
            if (share <= ARRIVAL[i][1]) {
                double part = (share - ARRIVAL[i - 1][1]) / (ARRIVAL[i][1] - ARRIVAL[i - 1][1]);
                double hour = ARRIVAL[i - 1][0] + part * (ARRIVAL[i][0] - ARRIVAL[i - 1][0]);
                return at(LocalTime.MIDNIGHT).plusSeconds(Math.round(hour * 3600));
            }
        }
        return at(END);
    }

    private void later(ScheduledExecutorService hands, long id, Instant shown, Runnable act) {
        Duration wait = Duration.between(clock().instant(), clocks.real(id, shown));
        Instant due = clock().instant().plus(wait);
        try {
            hands.schedule(
                    () -> {
                        behindMillis.accumulateAndGet(
                                (int) Duration.between(due, clock().instant()).toMillis(), Math::max);
                        try {
                            act.run();
                        } catch (Refusal refusal) {
                            refused.incrementAndGet();
                            mistakes.add("ditolak: " + refusal.code());
                        } catch (RuntimeException e) {
                            mistakes.add("gagal: " + e);
                        }
                    },
                    Math.max(0, wait.toMillis()),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            return; // the evening is over: what would follow is left undone
        }
    }

    private Clock clock() {
        return desk.getBean(Clock.class);
    }

    private Instant soon(long id, int fromMinutes, int toMinutes) {
        return clocks.now(id).plus(Duration.ofMinutes(fromMinutes + random.nextInt(toMinutes - fromMinutes)));
    }

    private void send(ScheduledExecutorService hands, long id, Case one) {
        Actor operator = operator(one.tps());
        Paper sent = one.wrong() ? one.paper().with(Slip.VOTES) : one.paper();
        timed(
                "kirim",
                () -> desk.getBean(SubmitReport.class)
                        .execute(
                                operator,
                                one.address(),
                                election + "-" + one.address().contest() + "-"
                                        + one.tps().code(),
                                new SubmitReport.Command(
                                        sent.figures(), sent.votes(), true, Simulation.explanations())));
        if (clocks.now(id).isBefore(at(END.minusMinutes(40)))) {
            later(hands, id, soon(id, 5, 40), () -> verify(hands, id, one));
        }
    }

    private void verify(ScheduledExecutorService hands, long id, Case one) {
        Actor verifier = verifier(one.even());
        readPhoto(verifier, one.address());
        if (!one.wrong()) {
            timed("setujui", () -> desk.getBean(ApproveReport.class).execute(verifier, one.address(), null));
            return;
        }
        timed(
                "minta koreksi",
                () -> desk.getBean(RequestCorrection.class)
                        .execute(
                                verifier,
                                one.address(),
                                Map.of(Slip.VOTES.field(), one.paper().get(Slip.VOTES.field())),
                                "Foto C.Hasil menunjukkan angka lain.",
                                null,
                                null));
        later(hands, id, soon(id, 3, 35), () -> {
            timed(
                    "jawab",
                    () -> desk.getBean(AnswerCorrection.class)
                            .execute(operator(one.tps()), one.address(), 1, Correction.Answer.CONFIRMED, null, null));
            timed("terapkan", () -> desk.getBean(ApplyCorrection.class).execute(verifier, one.address(), 1, null));
            Actor other = verifier(!one.even());
            readPhoto(other, one.address());
            timed("setujui", () -> desk.getBean(ApproveReport.class).execute(other, one.address(), null));
        });
    }

    private void readPhoto(Actor verifier, ReportAddress address) {
        new TransactionTemplate(desk.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            Contest contest = desk.getBean(Contests.class).get(election, address.contest());
            Report report = desk.getBean(Reports.class).get(contest.id(), address.station());
            if (report.isVeiledFor(verifier)) {
                Tally tally = report.current().tally();
                Map<String, Integer> keyed = new TreeMap<>();
                BlindCheck.fields(desk.getBean(Figures.class).form(contest), tally)
                        .forEach(field -> keyed.put(field, tally.get(field)));
                timed("baca buta", () -> desk.getBean(CheckBlind.class).execute(verifier, address, keyed, null));
            }
        });
    }

    private void timed(String act, Runnable run) {
        long begin = System.nanoTime();
        run.run();
        Acts done = acts.get(act);
        done.count.incrementAndGet();
        done.nanos.addAndGet(System.nanoTime() - begin);
    }

    private static Actor operator(Tps tps) {
        return actor(tps.village().operator(), Role.OPERATOR, tps.village().code());
    }

    private static Actor verifier(boolean even) {
        return actor(even ? "verifikator.satu" : "verifikator.dua", Role.VERIFIER, RehearsalRegency.REGENCY);
    }

    private static Actor actor(String username, Role role, String region) {
        return new Actor(username, username, Set.of(role), List.of(new Actor.Scope(role, RegionCode.of(region))));
    }

    /** Holds what the board counts against the reports themselves, both as of one moment. */
    private void compare() {
        Actor supervisor = actor("supervisor", Role.SUPERVISOR, RehearsalRegency.REGENCY);
        TransactionTemplate moment = new TransactionTemplate(desk.getBean(PlatformTransactionManager.class));
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
        try {
            moment.executeWithoutResult(status -> {
                for (String slug : SHARES.keySet()) {
                    Contest contest = desk.getBean(Contests.class).get(election, slug);
                    Progress board = desk.getBean(Recap.class)
                            .progress(supervisor, contest, RegionCode.of(RehearsalRegency.REGENCY));
                    compare(contest, "", board.whole());
                    board.parts().forEach(part -> compare(contest, part.code().digits(), part.count()));
                }
            });
            samples.incrementAndGet();
        } catch (RuntimeException e) {
            mistakes.add("papan tidak terbaca: " + e);
        }
    }

    private void compare(Contest contest, String district, Progress.Count board) {
        String truth = jdbc.sql("""
                        select count(*) || ' ' || count(*) filter (where status <> 'AWAITED') || ' '
                            || count(*) filter (where status = 'APPROVED')
                        from desk.report where contest_id = ? and station like ? and current
                        """)
                .params(contest.id(), district + "%")
                .query(String.class)
                .single();
        String shown = board.all() + " " + board.reported() + " " + board.approved();
        if (!truth.equals(shown) || board.reported() + board.missing() != board.all()) {
            mistakes.add(
                    "papan %s %s: %s, seharusnya %s".formatted(contest.type().slug(), district, shown, truth));
        }
    }

    private void report(long id) {
        String hour = HOUR.withZone(ZONE).format(clocks.now(id));
        long in = count(
                "select count(*) from desk.report r join desk.contest c on c.id = r.contest_id"
                        + " where c.election_id = ? and r.status <> 'AWAITED'",
                id);
        long flags = count(
                "select count(*) from desk.late_flag f join desk.contest c on c.id = f.contest_id where c.election_id = ?",
                id);
        long open = count("select count(*) from desk.escalation where election_id = ? and state <> 'ENDED'", id);
        long told = count("select count(*) from desk.notice where election_id = ?", id);
        say.accept(
                "%s  masuk %,6d  ditandai terlambat %,6d  eskalasi terbuka %,4d  pemberitahuan %,6d  tertinggal %,d ms"
                        .formatted(hour, in, flags, open, told, behindMillis.getAndSet(0)));
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /** What the database says in the end. */
    private Outcome outcome(long id) {
        List<String> lines = new ArrayList<>();
        lines.add("Papan dibandingkan dengan basis data %d kali, di kabupaten dan setiap kecamatan."
                .formatted(samples.get()));
        acts.forEach((act, done) -> lines.add("%-14s %,6d kali, rata-rata %.1f ms"
                .formatted(act, done.count.get(), done.nanos.get() / 1e6 / Math.max(1, done.count.get()))));
        // a report that is being sent at the moment of the stage may be on either side of it
        long forgotten = count("""
                select count(*) from desk.stage_passed p
                join desk.deadline d on d.id = p.deadline_id
                join desk.contest c on c.id = d.contest_id
                join desk.report r on r.contest_id = c.id and r.station like d.district || '%' and r.current
                where c.election_id = ? and (r.locked_at is null or r.locked_at > p.at + interval '5 seconds')
                  and not exists (select from desk.late_flag f
                                  where f.contest_id = c.id and f.station = r.station and f.stage_id = p.stage_id)
                """, id);
        long wronged = count("""
                select count(*) from desk.late_flag f
                join desk.contest c on c.id = f.contest_id
                join desk.report r on r.contest_id = c.id and r.station = f.station and r.current
                where c.election_id = ? and r.locked_at < f.at - interval '5 seconds'
                """, id);
        long passed = count("""
                select count(*) from desk.stage_passed p join desk.deadline d on d.id = p.deadline_id
                join desk.contest c on c.id = d.contest_id where c.election_id = ?
                """, id);
        long expected = count("""
                select count(*) * (select count(*) from desk.stage where election_id = ? and not withdrawn)
                from desk.deadline d join desk.contest c on c.id = d.contest_id where c.election_id = ?
                """, id, id);
        lines.add("Tahap yang dilalui: %,d dari %,d (kecamatan × pemilihan × tahap).".formatted(passed, expected));
        lines.add("TPS yang diam dan tidak ditandai: %,d. Ditandai padahal sudah lapor: %,d."
                .formatted(forgotten, wronged));
        check(passed == expected, "tidak semua tahap dilalui");
        check(forgotten == 0, forgotten + " TPS terlupakan");
        check(wronged == 0, wronged + " TPS salah ditandai");
        jdbc.sql("""
                        select to_char(s.at, 'HH24.MI') as hour, s.kind, count(*) flags, count(distinct substr(f.station, 1, 10)) villages
                        from desk.late_flag f join desk.stage s on s.id = f.stage_id
                        where s.election_id = ? group by s.id order by s.next_day, s.at
                        """)
                .param(id)
                .query((row, n) -> lines.add("  %s %-9s %,6d TPS ditandai di %,4d desa"
                        .formatted(
                                row.getString("hour"),
                                row.getString("kind"),
                                row.getLong("flags"),
                                row.getLong("villages"))))
                .list();
        told(id, lines);
        long open = count("select count(*) from desk.escalation where election_id = ? and state <> 'ENDED'", id);
        long silent = count("""
                select count(distinct (r.contest_id, substr(r.station, 1, 10))) from desk.report r
                join desk.contest c on c.id = r.contest_id where c.election_id = ? and r.status = 'AWAITED' and r.current
                """, id);
        long chased = count(
                "select count(*) from desk.escalation where election_id = ? and state <> 'ENDED' and kind = 'UNREPORTED'",
                id);
        lines.add("Eskalasi yang masih terbuka: %,d, di antaranya %,d untuk %,d desa yang belum lengkap."
                .formatted(open, chased, silent));
        check(chased == silent, "eskalasi terbuka tidak sama dengan desa yang diam");
        lines.add("Tindakan yang ditolak atau gagal: %,d.".formatted(refused.get()));
        return new Outcome(lines, List.copyOf(mistakes));
    }

    /** Each of those responsible at a stage was told once for each desa that was silent then. */
    private void told(long id, List<String> lines) {
        long wrong = count("""
                with silent as (
                    select distinct f.stage_id, s.kind, substr(f.station, 1, 10) village
                    from desk.late_flag f join desk.stage s on s.id = f.stage_id
                    join desk.deadline d on d.contest_id = f.contest_id and d.district = substr(f.station, 1, 6)
                    join desk.stage_passed p on p.deadline_id = d.id and p.stage_id = s.id
                    where s.election_id = :id
                      -- of several stages that came at once only the last one is told
                      and not exists (select from desk.stage_passed q where q.deadline_id = d.id and q.stage_id <> s.id
                                      and q.at between p.at and p.at + interval '1 second')),
                due as (
                    select distinct s.stage_id, a.username,
                           case when s.kind in ('KABUPATEN', 'CUTOFF') then substr(s.village, 1, 6) else s.village end about,
                           case s.kind when 'REMINDER' then 'RESPONSIBLE' when 'KECAMATAN' then 'KECAMATAN'
                                                        else 'KABUPATEN' end as level
                    from silent s join desk.assignment a on a.valid_until is null
                     and (s.kind = 'REMINDER' and a.role = 'OPERATOR' and a.region = s.village
                       or s.kind = 'KECAMATAN' and a.role = 'COORDINATOR' and a.region = substr(s.village, 1, 6)
                       or s.kind in ('KABUPATEN', 'CUTOFF') and a.role = 'SUPERVISOR' and a.region = substr(s.village, 1, 4)))
                select count(*) from due d
                where 1 <> (select count(*) from desk.notice n
                            where n.key = 'late:' || :id || ':' || d.about || ':' || d.stage_id || ':' || d.level
                                          || ':0.0:' || d.username)
                """.replace(":id", Long.toString(id)));
        long notices = count("select count(*) from desk.notice where election_id = ?", id);
        long distinct = count("select count(distinct key) from desk.notice where election_id = ?", id);
        lines.add("Pemberitahuan: %,d, semuanya berbeda: %s. Yang seharusnya diberi tahu tepat sekali dan tidak: %,d."
                .formatted(notices, notices == distinct ? "ya" : "tidak", wrong));
        check(notices == distinct, "ada pemberitahuan ganda");
        check(wrong == 0, wrong + " pemberitahuan hilang");
        check(notices > 0, "tidak ada yang diberi tahu");
    }

    private void check(boolean so, String otherwise) {
        if (!so) {
            mistakes.add(otherwise);
        }
    }
}
