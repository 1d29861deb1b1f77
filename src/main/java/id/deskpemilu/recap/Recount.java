package id.deskpemilu.recap;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the recap again from the reports and their revisions, in SQL of its own that shares nothing with what writes the
 * deltas, and compares. A difference is an alarm: in the log of the server, in the log of events, in the metric
 * {@code desk.recap.wrong} and on the board. Nothing is put right by itself; {@link #rebuild} does when somebody asks.
 */
@Component
public class Recount {

    /** Who did it where nobody asked. */
    public static final String BY_ITSELF = "system";

    private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
    private static final int SAMPLE = 10;

    // what each report contributes, for one contest, a measure a row
    private static final String TRUTH = """
            with base as (
                select r.id, left(r.station, 10) village, r.status, r.round, coalesce(o.ballot, 1) ballot,
                       r.status <> 'AWAITED' sent, r.inconsistent, r.findings, p.arrived,
                       r.second_look and r.status not in ('AWAITED', 'APPROVED', 'REOPENED') apart,
                       r.status in ('CORRECTION_REQUESTED', 'DISPUTED', 'CORRECTION_CONFIRMED') corrected,
                       x.votes, coalesce((x.figures ->> 'suara_total')::bigint, 0) cast_votes,
                       coalesce((x.figures ->> 'suara_sah')::bigint, 0) valid,
                       coalesce((x.figures ->> 'suara_tidak_sah')::bigint, 0) invalid,
                       coalesce((x.figures ->> 'pemilih_dpt_j')::bigint, 0) registered,
                       coalesce((x.figures ->> 'pengguna_total_j')::bigint, 0) voted,
                       s.dpt_l + s.dpt_p dpt,
                       s.dpt_l + s.dpt_p is null or right(r.station, 3) > '900' unknown
                from desk.report r
                join desk.contest c on c.id = r.contest_id
                left join desk.round o on o.contest_id = r.contest_id and o.number = r.round
                left join desk.revision x on x.report_id = r.id and x.number = r.revision
                left join desk.station s on s.election_id = c.election_id and s.code = r.station
                left join desk.recap_part p on p.report_id = r.id
                where r.contest_id = :contest and r.current
            ), sized as (
                select *, case when unknown then greatest(coalesce(dpt, 0), :largest) else dpt end voters,
                       apart or corrected or status = 'REOPENED' held
                from base
            ), judged as (
                select *, voters + (voters * :permille + 999) / 1000 most,
                       greatest(voters + (voters * :permille + 999) / 1000, cast_votes,
                                (select sum(v.value::bigint) from jsonb_each_text(votes) v)) held_most
                from sized
            ), truth as (
                select j.id, j.ballot, j.village, m.measure, m.amount
                from judged j cross join lateral (
                    values ('cases', 1::bigint), ('awaited', (not sent)::int), ('reported', sent::int),
                           ('approved', (status = 'APPROVED')::int), ('corrections', corrected::int),
                           ('as_written', (status = 'APPROVED' and inconsistent)::int),
                           ('apart', apart::int), ('apart_votes', case when apart then cast_votes end),
                           ('counted', (sent and not apart)::int),
                           ('valid', case when sent and not apart then valid end),
                           ('invalid', case when sent and not apart then invalid end),
                           ('registered', case when sent and not apart then registered end),
                           ('voted', case when sent and not apart then voted end),
                           ('dpt_reported', case when sent then dpt end),
                           ('findings', (sent and cardinality(findings) > 0)::int),
                           ('inconsistent', (sent and inconsistent)::int),
                           ('out_votes', case when not sent then most end),
                           ('held', held::int), ('held_most', case when held then held_most end),
                           ('unknown', (unknown and (held or not sent))::int),
                           ('unknown_most', case when unknown and held then held_most
                                                 when unknown and not sent then most end),
                           ('A' || arrived, (sent and arrived is not null)::int),
                           ('R' || round, (round > 1)::int)
                    union all select 'V' || v.key, v.value::bigint from jsonb_each_text(votes) v where sent and not apart
                    union all select 'H' || v.key, v.value::bigint from jsonb_each_text(votes) v where held and not apart
                    union all select 'F' || code, 1 from unnest(findings) code where sent
                ) m(measure, amount)
                where m.amount <> 0
            ), part_truth as (
                select id, jsonb_object_agg(measure, amount) amounts from truth group by id
            )
            """;

    private final JdbcClient jdbc;
    private final Contests contests;
    private final Forms forms;
    private final ElectionClocks clocks;
    private final Deltas deltas;
    private final AuditLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AtomicInteger wrongNow = new AtomicInteger();

    Recount(
            JdbcClient jdbc,
            Contests contests,
            Forms forms,
            ElectionClocks clocks,
            Deltas deltas,
            AuditLog log,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.contests = contests;
        this.forms = forms;
        this.clocks = clocks;
        this.deltas = deltas;
        this.log = log;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Gauge.builder("desk.recap.wrong", wrongNow, AtomicInteger::get)
                .description("Sums of the recap that the last recount found wrong")
                .register(meters);
    }

    /**
     * What a recount found.
     *
     * @param at when
     * @param wrong how many sums and contributions differ; 0 if all is well
     * @param sample the first of them in words
     */
    public record Result(Instant at, int wrong, List<String> sample) {}

    /** What the last recount of the election found, if there was one. */
    public Optional<Result> last(long electionId) {
        return jdbc.sql("""
                        select at, wrong, array(select jsonb_array_elements_text(sample)) sample from desk.recap_check
                        where election_id = ? order by id desc limit 1
                        """)
                .param(electionId)
                .query((row, n) -> new Result(
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("wrong"), List.of((String[])
                                row.getArray("sample").getArray())))
                .optional();
    }

    /**
     * Recounts and compares. A sum counts as wrong if it differs twice, for a report is counted again only a moment after
     * an import has changed the DPT of its station.
     *
     * @param by who asked
     */
    public Result check(String by, long electionId) {
        List<String> wrong = compare(electionId);
        if (!wrong.isEmpty()) {
            transaction.executeWithoutResult(status -> deltas.refresh());
            wrong = compare(electionId);
        }
        Result result = new Result(clock.instant(), wrong.size(), first(wrong));
        transaction.executeWithoutResult(status -> keep(by, electionId, result));
        return result;
    }

    /**
     * Counts the sums of the election anew from its reports. Reports that are being sent wait until it is done.
     *
     * @param by who asked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rebuild(String by, long electionId) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(Fold.LOCK).query(row -> {});
        jdbc.sql("lock table desk.recap_part in exclusive mode").update();
        // what is joined here was written a moment ago and the planner knows nothing of its size
        jdbc.sql("select set_config('enable_nestloop', 'off', true)").query(row -> {});
        for (Contest contest : contests.of(electionId)) {
            rebuild(contest);
        }
        jdbc.sql("delete from desk.recap_place where election_id = ?")
                .param(electionId)
                .update();
        jdbc.sql("""
                        insert into desk.recap_place
                        select election_id, left(code, l), count(*), coalesce(sum(dpt_l + dpt_p), 0),
                               count(*) filter (where dpt_l + dpt_p is null)
                        from desk.station, unnest(array[2, 4, 6, 10]) l where election_id = ? group by 1, 2
                        """).param(electionId).update();
        log.append(by, "election:" + electionId, "RecapRebuilt", Map.of("election", electionId));
        keep(by, electionId, new Result(clock.instant(), 0, List.of()));
    }

    /** Elections that have reports which were never counted: those of a desk that had no recap by deltas. */
    List<Long> neverCounted() {
        return jdbc.sql("""
                        select distinct c.election_id from desk.contest c
                        where exists (select from desk.report r where r.contest_id = c.id)
                          and not exists (select from desk.recap_part p where p.contest_id = c.id)
                        order by 1
                        """).query(Long.class).list();
    }

    /** Elections whose reports can change. */
    List<Long> running() {
        return jdbc.sql("select id from desk.election where phase not in ('PREPARATION', 'ARCHIVED') order by id")
                .query(Long.class)
                .list();
    }

    private void keep(String by, long electionId, Result result) {
        wrongNow.set(result.wrong());
        jdbc.sql("""
                        insert into desk.recap_check (election_id, at, wrong, sample)
                        values (?, ?, ?, to_jsonb(?::varchar[]))
                        """)
                .params(
                        electionId,
                        result.at().atOffset(ZoneOffset.UTC),
                        result.wrong(),
                        result.sample().toArray(String[]::new))
                .update();
        if (result.wrong() > 0) {
            LOG.error(
                    "The recap of election {} is wrong in {} places: {}", electionId, result.wrong(), result.sample());
            log.append(
                    by,
                    "election:" + electionId,
                    "RecapMismatch",
                    Map.of("wrong", result.wrong(), "sample", result.sample()));
        }
    }

    private static List<String> first(List<String> wrong) {
        return List.copyOf(wrong.subList(0, Math.min(SAMPLE, wrong.size())));
    }

    private List<String> compare(long electionId) {
        List<String> wrong = new ArrayList<>();
        for (Contest contest : contests.of(electionId)) {
            wrong.addAll(counted(contest, TRUTH + """
                    , kept as (
                        select region, ballot, measure, sum(amount) amount
                        from (select region, ballot, measure, amount from desk.recap_total where contest_id = :contest
                              union all
                              select left(village, l), ballot, measure, amount
                              from desk.recap_delta, unnest(array[2, 4, 6, 10]) l where contest_id = :contest) k
                        group by 1, 2, 3 having sum(amount) <> 0
                    ), counted as (
                        select left(village, l) region, ballot, measure, sum(amount) amount
                        from truth, unnest(array[2, 4, 6, 10]) l group by 1, 2, 3 having sum(amount) <> 0
                    )
                    select format('%s, surat suara %s, %s: %s, mestinya %s', region, ballot, measure,
                                  coalesce(k.amount, 0), coalesce(c.amount, 0)) difference
                    from counted c full join kept k using (region, ballot, measure)
                    where c.amount is distinct from k.amount
                    union all
                    select format('laporan %s: %s, mestinya %s', coalesce(p.report_id, t.id), p.amounts, t.amounts)
                    from part_truth t
                    full join (select report_id, amounts from desk.recap_part
                               where contest_id = :contest and amounts <> '{}') p on p.report_id = t.id
                    where t.amounts is distinct from p.amounts
                    """).query(String.class).list());
        }
        wrong.addAll(
                jdbc.sql("""
                        select format('%s: %s TPS, mestinya %s', coalesce(p.region, s.region), p.stations, s.stations)
                        from (select left(code, l) region, count(*) stations, coalesce(sum(dpt_l + dpt_p), 0) dpt,
                                     count(*) filter (where dpt_l + dpt_p is null) unknown
                              from desk.station, unnest(array[2, 4, 6, 10]) l where election_id = :election group by 1) s
                        full join (select * from desk.recap_place where election_id = :election and stations <> 0) p
                             on p.region = s.region
                        where (p.stations, p.dpt, p.unknown) is distinct from (s.stations, s.dpt, s.unknown)
                        """).param("election", electionId).query(String.class).list());
        return wrong;
    }

    private void rebuild(Contest contest) {
        keepArrivals(contest);
        counted(contest, TRUTH + """
                update desk.recap_part p set amounts = coalesce(t.amounts, '{}')
                from desk.report r left join part_truth t on t.id = r.id
                where r.contest_id = :contest and p.report_id = r.id and p.amounts is distinct from coalesce(t.amounts, '{}')
                """).update();
        jdbc.sql("delete from desk.recap_delta where contest_id = ?")
                .param(contest.id())
                .update();
        jdbc.sql("delete from desk.recap_total where contest_id = ?")
                .param(contest.id())
                .update();
        jdbc.sql("""
                        insert into desk.recap_total (contest_id, region, measure, ballot, amount)
                        select p.contest_id, left(p.station, l), a.key, p.ballot, sum(a.value::bigint)
                        from desk.recap_part p, jsonb_each_text(p.amounts) a, unnest(array[2, 4, 6, 10]) l
                        where p.contest_id = ? group by 1, 2, 3, 4
                        """).param(contest.id()).update();
    }

    /** Gives every report a part that says when it came; the clock of a rehearsal is not known to the database. */
    private void keepArrivals(Contest contest) {
        ElectionClocks.Timeline timeline = clocks.of(contest.election().id());
        List<String> ids = new ArrayList<>();
        List<Long> arrived = new ArrayList<>();
        jdbc.sql("""
                        select r.id, r.locked_at from desk.report r left join desk.recap_part p on p.report_id = r.id
                        where r.contest_id = ? and p.arrived is null
                        """).param(contest.id()).query(row -> {
            OffsetDateTime sent = row.getObject("locked_at", OffsetDateTime.class);
            ids.add(row.getString("id"));
            arrived.add(sent == null ? null : Deltas.step(timeline.shown(sent.toInstant())));
        });
        jdbc.sql("""
                        insert into desk.recap_part (report_id, contest_id, station, ballot, arrived, amounts)
                        select r.id, r.contest_id, r.station, coalesce(o.ballot, 1), a.arrived, '{}'
                        from unnest(?::uuid[], ?::bigint[]) a(id, arrived)
                        join desk.report r on r.id = a.id
                        left join desk.round o on o.contest_id = r.contest_id and o.number = r.round
                        on conflict (report_id) do update set arrived = excluded.arrived
                        """)
                .params(ids.toArray(String[]::new), arrived.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec counted(Contest contest, String sql) {
        Form form = forms.whole(contest.type());
        return jdbc.sql(sql)
                .param("contest", contest.id())
                .param("largest", form.largestStation())
                .param("permille", form.reservePermille());
    }
}
