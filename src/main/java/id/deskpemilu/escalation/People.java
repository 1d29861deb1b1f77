package id.deskpemilu.escalation;

import id.deskpemilu.escalation.EscalationPolicy.Party;
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

/** Who is to be told about a region, by the assignments in force. */
@Component
public class People {

    private final JdbcClient jdbc;
    private final Clock clock;

    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the party who act for the region, in the order of their accounts. */
    public List<Recipient> of(Party party, RegionCode region) {
        if (party == Party.NOBODY) {
            return List.of();
        }
        // the region and those it lies in
        String[] covering = Arrays.stream(RegionCode.Level.values())
                .filter(level -> level.length() <= region.digits().length())
                .map(level -> region.digits().substring(0, level.length()))
                .toArray(String[]::new);
        return jdbc.sql("""
                        select distinct a.username, coalesce(c.name, a.username) as name, c.phone
                        from desk.assignment a left join desk.account c on c.username = a.username
                        where a.region = any (:covering) and a.role = :role and a.valid_from <= :now
                          and (a.valid_until is null or a.valid_until > :now)
                        order by a.username
                        """)
                .param("covering", covering)
                .param("role", Role.valueOf(party.name()).name())
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .query((row, n) ->
                        new Recipient(row.getString("username"), row.getString("name"), row.getString("phone"), null))
                .list();
    }
}
