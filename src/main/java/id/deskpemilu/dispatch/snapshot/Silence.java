package id.deskpemilu.dispatch.snapshot;

import id.deskpemilu.dispatch.snapshot.Snapshot.Escalated;
import id.deskpemilu.dispatch.snapshot.Snapshot.Told;
import id.deskpemilu.dispatch.snapshot.Snapshot.Unreported;
import id.deskpemilu.election.Contest;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.ElectionClocks;
import id.deskpemilu.escalation.EscalationKind;
import id.deskpemilu.escalation.Level;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has not reported, who was told of it when, and how many escalations came to which level. */
@Component
class Silence {

    private final JdbcClient jdbc;

    Silence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A desa in a contest. */
    private record Desa(long contest, RegionCode village) {}

    /** The desa with stations without a report, contest by contest. */
    List<Unreported> unreported(
            Election election, List<Contest> contests, RegionCode region, ElectionClocks.Timeline clock, Names names) {
        Map<Desa, List<StationCode>> silent = silent(election, contests, region);
        if (silent.isEmpty()) {
            return List.of();
        }
        Map<Desa, List<Told>> told = told(election, region, clock);
        Map<Long, Contest> byId = contests.stream().collect(Collectors.toMap(Contest::id, Function.identity()));
        List<Unreported> unreported = new ArrayList<>();
        silent.forEach((desa, stations) -> unreported.add(new Unreported(
                Objects.requireNonNull(byId.get(desa.contest())).type(),
                desa.village(),
                names.of(desa.village()),
                names.district(desa.village()),
                stations,
                told.getOrDefault(desa, List.of()))));
        return unreported;
    }

    /** In the order of the contests and stations; a station that has no case yet has not reported. */
    private Map<Desa, List<StationCode>> silent(Election election, List<Contest> contests, RegionCode region) {
        Map<Desa, List<StationCode>> silent = new LinkedHashMap<>();
        List<Within> there = contests.stream()
                .map(contest -> new Within(contest.area().contains(region) ? region : contest.area()))
                .toList();
        jdbc.sql("""
                        select c.id, s.code
                        from unnest(:contests::bigint[], :first::varchar[], :last::varchar[])
                             with ordinality c(id, first, last, place)
                        cross join lateral (
                            select s.code from desk.station s
                            left join (
                                select station, status from desk.report
                                where contest_id = c.id and current and station between c.first and c.last
                                offset 0) r on r.station = s.code -- contest by contest, through the index
                            where s.election_id = :election and s.code between c.first and c.last
                                and (r.station is null or r.status = 'AWAITED')) s
                        order by c.place, s.code
                        """)
                .param("contests", contests.stream().map(Contest::id).toArray(Long[]::new))
                .param("first", there.stream().map(Within::firstStation).toArray(String[]::new))
                .param("last", there.stream().map(Within::lastStation).toArray(String[]::new))
                .param("election", election.id())
                .query(row -> {
                    StationCode station = new StationCode(row.getString("code"));
                    silent.computeIfAbsent(new Desa(row.getLong("id"), station.village()), any -> new ArrayList<>())
                            .add(station);
                });
        return silent;
    }

    /**
     * Who was told, by what the log says of the escalations. Those that ended well are of a silence before this one.
     */
    private Map<Desa, List<Told>> told(Election election, RegionCode region, ElectionClocks.Timeline clock) {
        Within within = new Within(region);
        Map<Desa, List<Told>> told = new HashMap<>();
        jdbc.sql("""
                        select e.contest_id, e.region, a.data ->> 'level' level, a.at
                        from desk.escalation e
                        join desk.audit_event a on a.subject = 'escalation:' || e.id
                        where e.election_id = :election and e.region ~>=~ :first and e.region ~<~ :behind
                          and e.kind = 'UNREPORTED' and e.outcome is distinct from 'DONE'
                          and a.type = 'EscalationTold' and jsonb_array_length(a.data -> 'to') > 0
                        order by a.seq
                        """)
                .param("election", election.id())
                .param("first", within.firstRegion())
                .param("behind", within.behindRegions())
                .query(row -> {
                    told.computeIfAbsent(
                                    new Desa(row.getLong("contest_id"), new RegionCode(row.getString("region"))),
                                    any -> new ArrayList<>())
                            .add(new Told(
                                    Level.valueOf(row.getString("level")),
                                    clock.shown(row.getObject("at", OffsetDateTime.class)
                                            .toInstant())));
                });
        return told;
    }

    /** How many escalations of the region came to which level. */
    List<Escalated> escalations(Election election, RegionCode region) {
        Within within = new Within(region);
        return jdbc
                .sql("""
                        select kind, level, count(*) filter (where state <> 'ENDED') open,
                               count(*) filter (where state = 'ENDED') ended
                        from desk.escalation
                        where election_id = :election and region ~>=~ :first and region ~<~ :behind
                        group by kind, level
                        """)
                .param("election", election.id())
                .param("first", within.firstRegion())
                .param("behind", within.behindRegions())
                .query((row, n) -> new Escalated(
                        EscalationKind.valueOf(row.getString("kind")),
                        Level.valueOf(row.getString("level")),
                        row.getInt("open"),
                        row.getInt("ended")))
                .stream()
                .sorted(Comparator.comparing(Escalated::kind).thenComparing(Escalated::level))
                .toList();
    }
}
