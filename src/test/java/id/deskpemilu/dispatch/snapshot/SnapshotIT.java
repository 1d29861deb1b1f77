package id.deskpemilu.dispatch.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.deskpemilu.RunningDesk;
import id.deskpemilu.TestElections.TestElection;
import id.deskpemilu.dispatch.snapshot.Snapshot.Counted;
import id.deskpemilu.dispatch.snapshot.Snapshot.Figures;
import id.deskpemilu.dispatch.snapshot.Snapshot.OfContest;
import id.deskpemilu.dispatch.snapshot.Snapshot.Part;
import id.deskpemilu.dispatch.snapshot.Snapshot.Sexes;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Region;
import id.deskpemilu.election.Regions;
import id.deskpemilu.election.RoundKind;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.escalation.SilentDesa;
import id.deskpemilu.incident.IncidentKind;
import id.deskpemilu.recap.Progress;
import id.deskpemilu.recap.Recap;
import id.deskpemilu.recap.Totals;
import id.deskpemilu.report.TallyMother;
import id.deskpemilu.report.finding.FindingCode;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A snapshot has everything that a letter says, and all of it is of one moment. */
class SnapshotIT extends RunningDesk {

    private static final UUID LETTER = new UUID(7, 7);
    private static final int VALID = 208;
    private static final int VOTED = 210;

    @Autowired
    private SnapshotReader reader;

    @Autowired
    private SnapshotJson json;

    @Autowired
    private SnapshotCsv csv;

    @Autowired
    private Elections elections;

    @Autowired
    private Contests contests;

    @Autowired
    private Regions regions;

    @Autowired
    private Recap recap;

    @Autowired
    private Totals totals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationContext desk;

    private TestElection election = new TestElection("", "");

    @AfterEach
    void go_home() {
        testElections.dismiss();
    }

    @Test
    void an_evening_is_read_with_all_that_happened() throws Exception {
        Instant begin = Instant.now().minus(Duration.ofMinutes(1));
        opened(4);
        approved(1, 1);
        corrected(1, 2);
        sent(1, 3, paper(TallyMother.consistentFigures(), Map.of(1, 90, 2, 108, 3, 9)));
        sent(2, 1, paper(TallyMother.figuresWith("pemilih_dpt_j", 100), TallyMother.consistentVotes()));
        sent(2, 2, good());
        assertThat(post(
                                "admin",
                                election.contest("bupati") + "/rounds",
                                Map.of(
                                        "kind",
                                        "PSU",
                                        "heldOn",
                                        "2024-12-05",
                                        "reason",
                                        "Putusan MK",
                                        "stations",
                                        List.of(election.station(2, 2))))
                        .status())
                .isEqualTo(201);
        SilentDesa.at(desk, election, "bupati", 2, Level.KECAMATAN);
        UUID flood = happened();
        jdbc.sql("update desk.station set dpt_l = null where code = ?")
                .param(election.station(1, 4))
                .update();
        await_told(2);

        Snapshot snapshot = read(election.regency());

        assertThat(snapshot.letter()).isEqualTo(LETTER);
        assertThat(snapshot.election())
                .isEqualTo(new Snapshot.OfElection(
                        election.code(), "Pemilihan Uji " + election.regency(), LocalDate.of(2024, 11, 27), false));
        assertThat(snapshot.region().code().digits()).isEqualTo(election.regency());
        assertThat(snapshot.at()).isBetween(begin, Instant.now());
        assertThat(snapshot.shown()).isEqualTo(snapshot.at());
        assertThat(snapshot.coverage())
                .isEqualTo(new Snapshot.Coverage(1, 1, 2, 8, new Sexes(7 * 134, 7 * 155, 7 * 289), 1, 1));
        OfContest bupati = snapshot.contests().get(0);
        assertThat(snapshot.contests()).hasSize(1);
        assertThat(bupati.type()).isEqualTo(ContestType.BUPATI);
        assertThat(bupati.ballot()).isEqualTo(1);
        assertThat(bupati.choices()).extracting(Snapshot.Option::number).containsExactly(1, 2, 3);
        Figures whole = bupati.whole();
        assertThat(whole.stations()).isEqualTo(8);
        assertThat(whole.reported()).isEqualTo(4);
        assertThat(whole.missing()).isEqualTo(4);
        assertThat(whole.verified()).isEqualTo(1);
        assertThat(whole.apart()).isEqualTo(1);
        assertThat(whole.inconsistent()).isEqualTo(1 + apart_that_are_inconsistent());
        assertThat(whole.votes())
                .isEqualTo(new TreeMap<>(Map.of(1, 90L + 98 + 90, 2, 108L + 100 + 108, 3, 10L + 10 + 9)));
        assertThat(whole.valid()).isEqualTo(3 * VALID);
        assertThat(whole.invalid()).isEqualTo(3 * 2);
        assertThat(whole.dpt()).isEqualTo(7 * 289);
        assertThat(whole.turnout().registered()).isEqualTo(new Sexes(3 * 134, 3 * 155, 3 * 289));
        assertThat(whole.turnout().listed()).isEqualTo(new Sexes(3 * 95, 3 * 103, 3 * 198));
        assertThat(whole.turnout().moved()).isEqualTo(new Sexes(3 * 6, 3 * 3, 3 * 9));
        assertThat(whole.turnout().unlisted()).isEqualTo(new Sexes(3 * 2, 3, 3 * 3));
        assertThat(whole.turnout().voted()).isEqualTo(new Sexes(3 * 103, 3 * 107, 3 * VOTED));
        assertThat(whole.turnout().disabled()).isEqualTo(Sexes.NONE);
        assertThat(bupati.parts()).extracting(part -> part.code().digits()).containsExactly(election.district());
        assertThat(bupati.details())
                .extracting(part -> part.code().digits() + " " + part.figures().reported() + " "
                        + part.figures().apart())
                .containsExactly(election.village(1) + " 3 0", election.village(2) + " 1 1");
        assertThat(bupati.details().get(1).figures().votes()).isEqualTo(new TreeMap<>(Map.of(1, 0L, 2, 0L, 3, 0L)));
        assertThat(bupati.rounds())
                .containsExactly(new Snapshot.Round(2, RoundKind.PSU, LocalDate.of(2024, 12, 5), 1, 0));
        assertThat(bupati.arrivals().get(bupati.arrivals().size() - 1).reported())
                .isEqualTo(4);
        assertThat(bupati.revisions())
                .extracting(counted -> counted.station() + " " + counted.revision())
                .containsExactly(
                        election.station(1, 1) + " 1", election.station(1, 2) + " 2", election.station(1, 3) + " 1");
        assertThat(bupati.revisions().get(0).report().toString())
                .isEqualTo(get("supervisor", report(1, 1)).at("reportId").asString());

        assertThat(snapshot.corrections()).hasSize(1);
        Snapshot.Correction correction = snapshot.corrections().get(0);
        assertThat(correction.station()).isEqualTo(new StationCode(election.station(1, 2)));
        assertThat(correction.villageName()).isEqualTo("Desa Uji 1");
        assertThat(correction.districtName()).isEqualTo("Kecamatan Uji");
        assertThat(correction.reason()).isEqualTo("tampak lain");
        assertThat(correction.at()).isBetween(begin, snapshot.at());
        assertThat(correction.changes())
                .containsExactlyInAnyOrder(
                        new Snapshot.Change("suara_1", "IV.1 Paslon 1", 90, 98),
                        new Snapshot.Change("suara_2", "IV.2 Paslon 2", 108, 100));
        assertThat(snapshot.explained())
                .extracting(finding -> finding.station() + " " + finding.code() + " " + finding.reason())
                .contains(
                        election.station(1, 3) + " H3 tertulis begitu", election.station(2, 1) + " S2 tertulis begitu");
        assertThat(snapshot.explained()).allMatch(finding -> !finding.formula().isBlank());
        assertThat(snapshot.unreported())
                .extracting(desa -> desa.name() + " " + desa.districtName() + " " + desa.stations())
                .containsExactly(
                        "Desa Uji 1 Kecamatan Uji [" + election.station(1, 4) + "]",
                        "Desa Uji 2 Kecamatan Uji [" + election.station(2, 2) + ", " + election.station(2, 3) + ", "
                                + election.station(2, 4) + "]");
        assertThat(snapshot.unreported().get(0).told()).isEmpty();
        assertThat(snapshot.unreported().get(1).told()).isNotEmpty().allSatisfy(told -> {
            assertThat(told.level()).isEqualTo(Level.KECAMATAN);
            assertThat(told.at()).isBetween(begin, snapshot.at());
        });
        assertThat(snapshot.escalations())
                .containsExactly(new Snapshot.Escalated(EscalationKind.UNREPORTED, Level.KECAMATAN, 1, 0));
        assertThat(snapshot.incidents())
                .containsExactly(new Snapshot.Incident(
                        flood,
                        IncidentKind.DISASTER,
                        new RegionCode(election.village(1)),
                        new StationCode(election.station(1, 4)),
                        "TPS 004, Desa Uji 1, Kecamatan Uji",
                        Instant.parse("2024-11-27T02:15:00Z"),
                        "Banjir di TPS",
                        "Dipindahkan ke balai desa.",
                        true));
        assertThat(snapshot.sources()).isEmpty();
        assertThat(snapshot.omitted()).isEqualTo(Snapshot.Omitted.NOTHING);

        equals_the_recap(snapshot);
        assertThat(json.read(json.freeze(snapshot).json())).isEqualTo(snapshot);
        assertThat(new String(csv.write(snapshot), UTF_8).lines()).hasSize(1 + 1 + 1 + 2);
        String text = new String(json.freeze(snapshot).json(), UTF_8);
        assertThat(text).doesNotContain("melati", "verifikator", "koordinator", "supervisor");

        Snapshot district = read(election.district());
        assertThat(district.contests().get(0).whole()).isEqualTo(whole);
        assertThat(district.contests().get(0).parts()).isEqualTo(bupati.details());
        assertThat(district.contests().get(0).details()).isEmpty();
        assertThat(district.unreported()).isEqualTo(snapshot.unreported());
        assertThat(district.coverage()).isEqualTo(snapshot.coverage());
        equals_the_recap(district);

        Snapshot province = read(election.regency().substring(0, 2));
        assertThat(province.contests().get(0).whole()).isEqualTo(whole);
        assertThat(province.contests().get(0).parts())
                .containsExactly(
                        new Part(snapshot.region().code(), snapshot.region().name(), whole));
        assertThat(province.contests().get(0).details()).isEqualTo(bupati.parts());
        assertThat(province.incidents()).isEqualTo(snapshot.incidents());
        equals_the_recap(province);
    }

    @Test
    void votes_on_a_new_ballot_are_not_added_to_those_on_the_old() {
        opened(2);
        sent(1, 1, good());
        sent(1, 2, good());
        List<Map<String, Object>> ballot =
                List.of(Map.of("number", 1, "name", "Paslon 1"), Map.of("number", 2, "name", "Paslon Pengganti"));
        Map<String, Object> order = new HashMap<>(Map.of(
                "kind",
                "PSU",
                "heldOn",
                "2025-04-19",
                "reason",
                "Putusan MK",
                "stations",
                List.of(election.station(1, 1), election.station(2, 1))));
        order.put("ballot", ballot);
        assertThat(post("admin", election.contest("bupati") + "/rounds", order).status())
                .isEqualTo(201);
        Snapshot before = read(election.regency());
        assertThat(before.contests().get(0).ballot()).isEqualTo(2);
        assertThat(before.contests().get(0).whole().reported()).isEqualTo(1);
        assertThat(before.contests().get(0).whole().votes()).isEqualTo(new TreeMap<>(Map.of(1, 0L, 2, 0L)));
        assertThat(before.contests().get(0).whole().turnout()).isEqualTo(Snapshot.Turnout.NONE);
        assertThat(before.contests().get(0).revisions()).isEmpty();
        sent(1, 1, paper(TallyMother.consistentFigures(), Map.of(1, 100, 2, 108)));
        Snapshot after = read(election.regency());
        OfContest bupati = after.contests().get(0);
        assertThat(bupati.choices()).extracting(Snapshot.Option::name).containsExactly("Paslon 1", "Paslon Pengganti");
        assertThat(bupati.whole().votes()).isEqualTo(new TreeMap<>(Map.of(1, 100L, 2, 108L)));
        assertThat(bupati.whole().reported()).isEqualTo(2);
        assertThat(bupati.whole().turnout().voted().j()).isEqualTo(VOTED);
        assertThat(bupati.revisions()).hasSize(1);
        assertThat(bupati.rounds())
                .containsExactly(new Snapshot.Round(2, RoundKind.PSU, LocalDate.of(2025, 4, 19), 2, 1));
        equals_the_recap(after);
    }

    @Test
    void the_hours_of_a_rehearsal_are_those_of_its_clock() {
        election = testElections.rehearsal(ContestType.BUPATI, 1);
        testElections.staff(election);
        post("admin", election.contest("bupati") + "/open", null);
        jdbc.sql("""
                        insert into desk.rehearsal_clock (election_id, real_from, shown_from, speed, set_by)
                        select id, now() - interval '1 minute', '2024-11-27T08:00:00Z', 60, 'admin'
                        from desk.election where code = ?
                        """).param(election.code()).update();
        sent(1, 1, good());
        Snapshot snapshot = read(election.regency());
        assertThat(snapshot.election().rehearsal()).isTrue();
        assertThat(snapshot.shown())
                .isBetween(Instant.parse("2024-11-27T09:00:00Z"), Instant.parse("2024-11-27T10:30:00Z"));
        assertThat(snapshot.contests().get(0).arrivals().get(0).at())
                .isBetween(Instant.parse("2024-11-27T09:00:00Z"), Instant.parse("2024-11-27T10:30:00Z"));
    }

    @Test
    void it_is_read_beside_the_callers_transaction() {
        opened(1);
        Snapshot inside = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("update desk.station set dpt_l = 1 where code = ?")
                    .param(election.station(1, 1))
                    .update();
            return read(election.regency());
        });
        assertThat(inside.coverage().dpt().l()).isEqualTo(2 * 134);
        assertThat(read(election.regency()).coverage().dpt().l()).isEqualTo(134 + 1);
    }

    @Test
    void a_region_that_nobody_knows_is_refused_and_a_desa_writes_no_letter() {
        opened(1);
        assertThatThrownBy(() -> read("8799")).isInstanceOf(Refusal.class).hasMessage("REGION_UNKNOWN");
        assertThatIllegalArgumentException().isThrownBy(() -> read(election.village(1)));
    }

    @Test
    void sums_that_contradict_each_other_become_no_letter() {
        opened(1);
        sent(1, 1, good());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> jdbc.sql("""
                        insert into desk.recap_total (contest_id, region, measure, ballot, amount)
                        select c.id, ?, 'V1', 1, 7 from desk.contest c join desk.election e on e.id = c.election_id
                        where e.code = ?
                        on conflict (contest_id, region, measure, ballot) do update set amount = recap_total.amount + 7
                        """)
                        .params(election.regency(), election.code())
                        .update());
        assertThatThrownBy(() -> read(election.regency()))
                .isInstanceOf(Refusal.class)
                .hasMessage("SNAPSHOT_INCONSISTENT");
        post("admin", "/elections/" + election.code() + "/recap/rebuild", null);
        assertThat(read(election.regency()).contests().get(0).whole().votes().get(1))
                .isEqualTo(90);
    }

    @Test
    void while_reports_come_in_every_snapshot_is_of_one_moment() throws Exception {
        int each = 25;
        opened(each);
        testElections.assign("operator.melati", "OPERATOR", election.village(2));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger read = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> {
                    while (!done.get()) {
                        of_one_moment(read(election.regency()));
                        read.incrementAndGet();
                    }
                }));
            }
            List<Callable<Integer>> submissions = new ArrayList<>();
            for (int n = 1; n <= each; n++) {
                for (int village : new int[] {1, 2}) {
                    String station = election.station(village, n);
                    submissions.add(() -> submit(
                                    "operator.melati", election.report("bupati", station), "sekali-" + station, good())
                            .status());
                }
            }
            for (Future<Integer> submission : threads.invokeAll(submissions)) {
                assertThat(submission.get()).isEqualTo(201);
            }
            done.set(true);
            for (Future<?> one : readers) {
                one.get();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        System.out.printf("%d snapshots while %d reports came in%n", read.get(), 2 * each);
        assertThat(read.get()).isGreaterThan(3);
        Snapshot last = read(election.regency());
        assertThat(last.contests().get(0).whole().valid()).isEqualTo(2L * each * VALID);
        of_one_moment(last);
    }

    /** Sums, revisions, turnout, arrivals and the silent are all of the same reports. */
    private void of_one_moment(Snapshot snapshot) {
        OfContest contest = snapshot.contests().get(0);
        Figures whole = contest.whole();
        assertThat(contest.parts().stream()
                        .map(Part::figures)
                        .reduce(Figures.NONE, Figures::plus)
                        .valid())
                .isEqualTo(whole.valid());
        assertThat(contest.revisions()).hasSize(whole.reported() - whole.apart());
        assertThat(whole.turnout().voted().j())
                .isEqualTo((long) VOTED * contest.revisions().size());
        assertThat(snapshot.unreported().stream()
                        .mapToInt(desa -> desa.stations().size())
                        .sum())
                .isEqualTo(whole.missing());
        assertThat(
                        contest.arrivals().isEmpty()
                                ? 0
                                : contest.arrivals()
                                        .get(contest.arrivals().size() - 1)
                                        .reported())
                .isEqualTo(whole.reported());
        Map<Integer, Long> votes = new TreeMap<>(Map.of(1, 0L, 2, 0L, 3, 0L));
        jdbc.sql("""
                        select v.key::int number, sum(v.value::int) votes
                        from unnest(?::uuid[], ?::int[]) c(report, revision)
                        join desk.revision x on x.report_id = c.report and x.number = c.revision
                        cross join lateral jsonb_each_text(x.votes) v group by 1
                        """)
                .params(
                        contest.revisions().stream()
                                .map(Counted::report)
                                .map(UUID::toString)
                                .toArray(String[]::new),
                        contest.revisions().stream().map(Counted::revision).toArray(Integer[]::new))
                .query(row -> {
                    votes.put(row.getInt("number"), row.getLong("votes"));
                });
        assertThat(whole.votes()).isEqualTo(votes);
    }

    /** In this quiet moment the recap says the same, for the region and each part. */
    private void equals_the_recap(Snapshot snapshot) {
        Contest contest = contests.get(election.code(), "bupati");
        var ballots = recap.ballots(contest);
        var ballot = ballots.get(ballots.size() - 1);
        List<Region> below = regions.below(snapshot.region().code());
        Totals.Sums sums = totals.of(
                        List.of(new Totals.Counted(contest, ballot.number(), recap.choices(contest, ballot))),
                        snapshot.region().code(),
                        below,
                        true)
                .get(contest.id());
        OfContest read = snapshot.contests().get(0);
        same(read.whole(), sums.whole());
        assertThat(read.parts())
                .extracting(Part::code)
                .isEqualTo(sums.parts().stream().map(Progress.Part::code).toList());
        for (int n = 0; n < read.parts().size(); n++) {
            same(read.parts().get(n).figures(), sums.parts().get(n).count());
        }
    }

    private static void same(Figures figures, Progress.Count count) {
        assertThat(List.of(
                        figures.stations(),
                        figures.reported(),
                        figures.verified(),
                        figures.correcting(),
                        figures.apart(),
                        figures.asWritten(),
                        figures.inconsistent()))
                .isEqualTo(List.of(
                        count.all(),
                        count.reported(),
                        count.approved(),
                        count.corrections(),
                        count.apart(),
                        count.asWritten(),
                        count.findings().inconsistent()));
        figures.votes()
                .forEach((number, votes) ->
                        assertThat(votes).isEqualTo(count.votes().getOrDefault(number, 0L)));
        assertThat(figures.votes().keySet()).containsAll(count.votes().keySet());
        assertThat(figures.valid()).isEqualTo(count.valid());
        assertThat(figures.invalid()).isEqualTo(count.invalid());
        assertThat(figures.dpt()).isEqualTo(count.voters().dpt());
        assertThat(figures.turnout().registered().j()).isEqualTo(count.voters().registered());
        assertThat(figures.turnout().voted().j()).isEqualTo(count.voters().voted());
        assertThat(figures.turnout().percent()).isEqualTo(count.voters().turnout());
    }

    private Snapshot read(String region) {
        Election of = elections.get(election.code());
        return reader.read(LETTER, of, new RegionCode(region));
    }

    private void opened(int stationsPerVillage) {
        election = testElections.running(ContestType.BUPATI, stationsPerVillage);
        testElections.staff(election);
        assertThat(post("admin", election.contest("bupati") + "/open", null).status())
                .isEqualTo(200);
    }

    private String report(int village, int number) {
        return election.report("bupati", election.station(village, number));
    }

    private void sent(int village, int number, Map<String, Object> paper) {
        Answer receipt = submit(
                village == 1 ? "operator.melati" : "operator.kenanga",
                report(village, number),
                UUID.randomUUID().toString(),
                paper);
        assertThat(receipt.status()).as("%s", receipt.body()).isEqualTo(201);
    }

    private void approved(int village, int number) {
        sent(village, number, good());
        assertThat(approve("verifikator.satu", report(village, number)).status())
                .isEqualTo(200);
    }

    /** Ten votes more for the first and as many fewer for the second; nobody has looked at it since. */
    private void corrected(int village, int number) {
        sent(village, number, good());
        String report = report(village, number);
        readPhoto("verifikator.satu", report);
        List<Answer> answers = List.of(
                post(
                        "verifikator.satu",
                        report + "/corrections",
                        Map.of("changes", Map.of("suara_1", 98, "suara_2", 100), "reason", "tampak lain")),
                post(
                        "operator.melati",
                        report + "/corrections/1/confirmation",
                        Map.of("answer", "CONFIRMED", "comment", "benar")),
                post("verifikator.satu", report + "/corrections/1/application", null));
        assertThat(answers).extracting(Answer::status).as("%s", answers).containsOnly(200, 201);
    }

    private static Map<String, Object> good() {
        return paper(TallyMother.consistentFigures(), TallyMother.consistentVotes());
    }

    private static Map<String, Object> paper(Map<String, Integer> figures, Map<Integer, Integer> votes) {
        Map<String, String> reasons = new HashMap<>();
        for (FindingCode code : FindingCode.values()) {
            reasons.put(code.name(), "tertulis begitu");
        }
        return Map.of("figures", figures, "votes", votes, "confirmed", true, "explanations", reasons);
    }

    /** A flood that is over, and one station that is known to have opened. */
    private UUID happened() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into desk.incident (id, election_id, kind, region, station, happened_at, text, entered_by,
                                                   entered_name, entered_at, settled_at, key)
                        select ?, id, 'DISASTER', ?, ?, '2024-11-27T02:15:00Z', 'Banjir di TPS', 'operator.melati', 'Melati',
                               now(), now(), ? from desk.election where code = ?
                        """)
                .params(id, election.village(1), election.station(1, 4), id.toString(), election.code())
                .update();
        jdbc.sql("""
                        insert into desk.incident_follow_up (incident_id, text, settled, author, author_name, at, key)
                        values (?, 'Dipindahkan ke balai desa', true, 'operator.melati', 'Melati', now(), ?)
                        """).params(id, id.toString()).update();
        jdbc.sql("""
                        insert into desk.station_opening (election_id, station, opened_at, entered_by, entered_at)
                        select id, ?, '2024-11-27T00:00:00Z', 'operator.melati', now() from desk.election where code = ?
                        """).params(election.station(1, 1), election.code()).update();
        return id;
    }

    private long apart_that_are_inconsistent() {
        return testElections.count(
                "select count(*) from desk.report where station = ? and current and inconsistent",
                election.station(2, 1));
    }

    private void await_told(int village) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            if (testElections.count("""
                            select count(*) from desk.audit_event a
                            join desk.escalation e on a.subject = 'escalation:' || e.id
                            where e.region = ? and a.type = 'EscalationTold'
                            """, election.village(village)) > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nobody was told");
    }
}
