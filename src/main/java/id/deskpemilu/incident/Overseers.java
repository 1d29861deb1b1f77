package id.deskpemilu.incident;

import id.deskpemilu.identity.Role;
import id.deskpemilu.notification.Recipient;
import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those who look after a region, by the assignments in force: its coordinators and supervisors. */
@Component
public class Overseers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Overseers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of them, each once, in the order of their accounts. */
    public List<Recipient> of(RegionCode region) {
        String[] covering = Arrays.stream(RegionCode.Level.values())
                .filter(level -> level.length() <= region.digits().length())
                .map(level -> region.at(level).digits())
                .toArray(String[]::new);
        return jdbc.sql("""
                        select distinct a.username, coalesce(c.name, a.username) as name, c.phone
                        from desk.assignment a left join desk.account c on c.username = a.username
                        where a.region = any (:covering) and a.role = any (:roles) and a.valid_from <= :now
                          and (a.valid_until is null or a.valid_until > :now)
                        order by a.username
                        """)
                .param("covering", covering)
                .param("roles", new String[] {Role.COORDINATOR.name(), Role.SUPERVISOR.name()})
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, n) ->
                        new Recipient(row.getString("username"), row.getString("name"), row.getString("phone"), null))
                .list();
    }
}
