package id.deskpemilu.escalation;

import id.deskpemilu.identity.Account;
import id.deskpemilu.identity.Assignment;
import id.deskpemilu.identity.Assignments;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reports, and who could. */
@Component
public class Operators {

    private final JdbcClient jdbc;
    private final Assignments assignments;
    private final Clock clock;

    Operators(JdbcClient jdbc, Assignments assignments, Clock clock) {
        this.jdbc = jdbc;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** The operators of any desa within the regions, in the order of their names. */
    public List<Account> within(Collection<RegionCode> regions) {
        return jdbc.sql("""
                        select distinct a.username, coalesce(c.name, a.username) as name, c.phone
                        from desk.assignment a left join desk.account c on c.username = a.username
                        where a.region like any (:regions) and a.role = 'OPERATOR' and a.valid_from <= :now
                          and (a.valid_until is null or a.valid_until > :now)
                        order by 2, 1
                        """)
                .param(
                        "regions",
                        regions.stream().map(region -> region.digits() + "%").toArray(String[]::new))
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, n) ->
                        new Account(row.getString("username"), row.getString("name"), row.getString("phone")))
                .list();
    }

    /** The assignments by which people report for exactly this desa now, locked until the transaction ends. */
    public List<Assignment> lock(RegionCode village) {
        return jdbc
                .sql("""
                        select id from desk.assignment
                        where region = :village and role = 'OPERATOR' and valid_from <= :now
                          and (valid_until is null or valid_until > :now) order by id
                        """)
                .param("village", village.digits())
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query(Long.class)
                .list()
                .stream()
                .map(assignments::lock)
                .toList();
    }
}
