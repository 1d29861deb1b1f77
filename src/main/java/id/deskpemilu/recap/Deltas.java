package id.deskpemilu.recap;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.election.Form;
import id.deskpemilu.election.Forms;
import id.deskpemilu.election.Round;
import id.deskpemilu.election.Rounds;
import id.deskpemilu.report.Report;
import id.deskpemilu.report.ReportEvent;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.report.Reports;
import id.deskpemilu.report.ReportsAwaited;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the recap in step with the reports, in the same transaction: what changed of a report's contribution is appended.
 * No row that two reports share is touched, so that no station waits for another.
 */
@Component
class Deltas {

    /** How long the steps of the line of arrivals are, by the clock of the election. */
    static final Duration STEP = Duration.ofMinutes(5);

    private static final int STALE_AT_ONCE = 500;
    private static final TypeReference<TreeMap<String, Long>> AMOUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Forms forms;
    private final Rounds rounds;
    private final Reports reports;
    private final ElectionClocks clocks;

    Deltas(
            JdbcClient jdbc,
            JdbcTemplate batches,
            JsonMapper json,
            Forms forms,
            Rounds rounds,
            Reports reports,
            ElectionClocks clocks) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.forms = forms;
        this.rounds = rounds;
        this.reports = reports;
        this.clocks = clocks;
    }

    /** What a report contributed when it was last counted. */
    private record Part(
            SortedMap<String, Long> amounts, @Nullable Long arrived) {

        static final Part NONE = new Part(new TreeMap<>(), null);
    }

    /** A delta before it has its place. */
    private record Delta(int ballot, String village, String measure) {}

    @EventListener
    void on(ReportsAwaited awaited) {
        count(awaited.contest(), awaited.reports());
    }

    @EventListener
    void on(ReportEvent event) {
        count(event.report().contest(), List.of(event.report()));
    }

    /** Counts again the reports of stations whose DPT was changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void refresh() {
        // whoever counted with the old DPT has committed, or holds the report and is waited for
        List<UUID> stale = jdbc.sql("""
                        with taken as (
                            delete from desk.recap_stale where seq in
                                (select seq from desk.recap_stale order by seq limit ? for update skip locked)
                            returning election_id, station)
                        select p.report_id
                        from (select distinct election_id, station from taken) t
                        join desk.contest c on c.election_id = t.election_id
                        join desk.recap_part p on p.contest_id = c.id and p.station = t.station
                        order by p.report_id
                        """).param(STALE_AT_ONCE).query(UUID.class).list();
        stale.forEach(id -> reports.findByIdForChange(new ReportId(id))
                .ifPresent(report -> count(report.contest(), List.of(report))));
    }

    private void count(Contest contest, List<Report> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Map<UUID, Part> before = parts(changed);
        Map<String, Integer> dpt = dpt(contest, changed);
        Form form = forms.of(contest);
        Map<Delta, Long> deltas = new TreeMap<>(Comparator.comparing(Delta::village)
                .thenComparing(Delta::ballot)
                .thenComparing(Delta::measure));
        List<Object[]> rows = new ArrayList<>();
        Map<Integer, Integer> ballots = new HashMap<>();
        for (Report report : changed) {
            Part old = before.getOrDefault(report.id().value(), Part.NONE);
            int ballot = ballots.computeIfAbsent(report.round(), round -> ballot(contest, round));
            Long arrived = old.arrived() == null ? arrived(contest, report) : old.arrived();
            SortedMap<String, Long> amounts =
                    Contribution.of(report, form, dpt.get(report.station().digits()), arrived);
            if (amounts.equals(old.amounts())) {
                continue;
            }
            String village = report.station().village().digits();
            amounts.forEach((measure, amount) -> deltas.merge(new Delta(ballot, village, measure), amount, Long::sum));
            old.amounts()
                    .forEach(
                            (measure, amount) -> deltas.merge(new Delta(ballot, village, measure), -amount, Long::sum));
            rows.add(new Object[] {
                report.id().value(), contest.id(), report.station().digits(), ballot, arrived, write(amounts)
            });
        }
        batches.batchUpdate("""
                insert into desk.recap_part (report_id, contest_id, station, ballot, arrived, amounts)
                values (?, ?, ?, ?, ?, ?::jsonb)
                on conflict (report_id) do update set arrived = excluded.arrived, amounts = excluded.amounts
                """, rows);
        deltas.values().removeIf(amount -> amount == 0);
        append(contest, deltas);
    }

    /** As counted last; whoever counts the same report at the same time is waited for. */
    private Map<UUID, Part> parts(List<Report> changed) {
        Map<UUID, Part> parts = new HashMap<>();
        jdbc.sql("""
                        select report_id, arrived, amounts from desk.recap_part
                        where report_id = any (?::uuid[]) order by report_id for update
                        """)
                .param(changed.stream().map(report -> report.id().toString()).toArray(String[]::new))
                .query(row -> {
                    parts.put(
                            row.getObject("report_id", UUID.class),
                            new Part(read(row.getString("amounts")), row.getObject("arrived", Long.class)));
                });
        return parts;
    }

    private Map<String, Integer> dpt(Contest contest, List<Report> changed) {
        Map<String, Integer> dpt = new HashMap<>();
        jdbc.sql("""
                        select code, dpt_l + dpt_p dpt from desk.station
                        where election_id = ? and code = any (?) and dpt_l + dpt_p is not null
                        """)
                .params(
                        contest.election().id(),
                        changed.stream()
                                .map(report -> report.station().digits())
                                .toArray(String[]::new))
                .query(row -> {
                    dpt.put(row.getString("code"), row.getInt("dpt"));
                });
        return dpt;
    }

    private int ballot(Contest contest, int round) {
        return round == Round.FIRST ? Round.FIRST : rounds.get(contest, round).ballot();
    }

    private @Nullable Long arrived(Contest contest, Report report) {
        Instant sent = report.lockedAt();
        return sent == null ? null : step(clocks.shown(contest.election().id(), sent));
    }

    /** The number of the step that the moment lies in. */
    static long step(Instant shown) {
        return Math.floorDiv(shown.getEpochSecond(), STEP.toSeconds());
    }

    private void append(Contest contest, Map<Delta, Long> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into desk.recap_delta (contest_id, ballot, village, measure, amount)
                        select ?, * from unnest(?::int[], ?::varchar[], ?::varchar[], ?::bigint[])
                        """)
                .params(
                        contest.id(),
                        deltas.keySet().stream().map(Delta::ballot).toArray(Integer[]::new),
                        deltas.keySet().stream().map(Delta::village).toArray(String[]::new),
                        deltas.keySet().stream().map(Delta::measure).toArray(String[]::new),
                        deltas.values().toArray(Long[]::new))
                .update();
    }

    private String write(SortedMap<String, Long> amounts) {
        try {
            return json.writeValueAsString(amounts);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private SortedMap<String, Long> read(String amounts) {
        try {
            return Objects.requireNonNull(json.readValue(amounts, AMOUNTS));
        } catch (JacksonException e) {
            throw new IllegalStateException("no contribution: " + amounts, e);
        }
    }
}
