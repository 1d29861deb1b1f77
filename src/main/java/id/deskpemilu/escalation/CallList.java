package id.deskpemilu.escalation;

import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The desa that have not reported whole, the ones with the most missing first, and who was called there: what a coordinator
 * needs who has nothing but a telephone.
 */
@Repository
public class CallList {

    /** How many desa a page has. */
    public static final int PAGE_SIZE = 25;

    private static final String MISSING = """
            from (select substr(r.station, 1, 10) village, count(distinct r.station) stations, count(*) reports
                  from desk.report r
                  where r.contest_id in (select id from desk.contest
                                         where election_id = :election and state in ('OPENING', 'OPEN'))
                    and r.current and r.status = 'AWAITED' and r.station like :region
                  group by 1) m
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CallList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A desa that owes reports.
     *
     * @param code its code
     * @param name its name
     * @param district the name of its kecamatan
     * @param stations how many TPS owe a report, of any contest
     * @param reports how many reports are missing, of all contests
     * @param calledBy the name of who called there last; null: nobody has
     * @param calledAt when
     */
    public record Village(
            RegionCode code,
            String name,
            String district,
            int stations,
            int reports,
            @Nullable String calledBy,
            @Nullable Instant calledAt) {}

    /**
     * All of the list.
     *
     * @param villages how many desa owe reports
     * @param stations how many TPS
     * @param called in how many of the desa somebody was called
     */
    public record Whole(int villages, int stations, int called) {}

    /**
     * An operator in force.
     *
     * @param username the account
     * @param name the person's name
     * @param phone the number, if it is known
     */
    public record Operator(
            String username, String name, @Nullable String phone) {}

    /** How long the list of the region is. */
    public Whole whole(long electionId, RegionCode region) {
        return jdbc.sql("select count(*) villages, coalesce(sum(m.stations), 0) stations, count(c.village) called "
                        + MISSING
                        + " left join desk.village_call c on c.election_id = :election and c.village = m.village")
                .param("election", electionId)
                .param("region", region.digits() + "%")
                .query((row, n) -> new Whole(row.getInt("villages"), row.getInt("stations"), row.getInt("called")))
                .single();
    }

    /** A page of it: the desa with the most missing TPS first. */
    public List<Village> villages(long electionId, RegionCode region, int page) {
        return jdbc.sql("""
                        select m.village, v.name, d.name district, m.stations, m.reports, c.called_at,
                               coalesce(a.name, c.called_by) caller
                        """ + MISSING + """
                        join desk.region v on v.code = m.village
                        join desk.region d on d.code = substr(m.village, 1, 6)
                        left join desk.village_call c on c.election_id = :election and c.village = m.village
                        left join desk.account a on a.username = c.called_by
                        order by m.stations desc, m.village limit :limit offset :offset
                        """)
                .param("election", electionId)
                .param("region", region.digits() + "%")
                .param("limit", PAGE_SIZE)
                .param("offset", (long) page * PAGE_SIZE)
                .query(CallList::village)
                .list();
    }

    /** The operators who report for each of the desa at this moment. */
    public Map<RegionCode, List<Operator>> operators(Collection<RegionCode> villages) {
        Set<String> covering = villages.stream()
                .flatMap(village -> Arrays.stream(RegionCode.Level.values())
                        .map(level -> village.at(level).digits()))
                .collect(Collectors.toSet());
        record Assigned(RegionCode region, Operator operator) {}
        List<Assigned> assigned = jdbc.sql("""
                        select distinct a.region, a.username, coalesce(c.name, a.username) as name, c.phone
                        from desk.assignment a left join desk.account c on c.username = a.username
                        where a.region = any (:covering) and a.role = 'OPERATOR' and a.valid_from <= :now
                          and (a.valid_until is null or a.valid_until > :now)
                        order by a.username
                        """)
                .param("covering", covering.toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, n) -> new Assigned(
                        new RegionCode(row.getString("region")),
                        new Operator(row.getString("username"), row.getString("name"), row.getString("phone"))))
                .list();
        Map<RegionCode, List<Operator>> operators = new HashMap<>();
        villages.forEach(village -> operators.put(
                village,
                assigned.stream()
                        .filter(one -> one.region().contains(village))
                        .map(Assigned::operator)
                        .distinct()
                        .toList()));
        return operators;
    }

    /** Notes that somebody has called there now. */
    public void called(String by, long electionId, RegionCode village) {
        jdbc.sql("""
                        insert into desk.village_call (election_id, village, called_by, called_at) values (?, ?, ?, ?)
                        on conflict (election_id, village) do update
                        set called_by = excluded.called_by, called_at = excluded.called_at
                        """)
                .params(electionId, village.digits(), by, OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
    }

    /** Takes the note back; whether there was one. */
    public boolean forget(long electionId, RegionCode village) {
        return jdbc.sql("delete from desk.village_call where election_id = ? and village = ?")
                        .params(electionId, village.digits())
                        .update()
                == 1;
    }

    private static Village village(ResultSet row, int n) throws SQLException {
        OffsetDateTime at = row.getObject("called_at", OffsetDateTime.class);
        return new Village(
                new RegionCode(row.getString("village")),
                row.getString("name"),
                row.getString("district"),
                row.getInt("stations"),
                row.getInt("reports"),
                row.getString("caller"),
                at == null ? null : at.toInstant());
    }
}
