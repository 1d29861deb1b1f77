package id.deskpemilu.identity;

import id.deskpemilu.shared.RegionCode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may act for which region, from when until when. What is changed here takes effect with the next request. */
@Repository
public class Assignments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Assignments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the person may do where at this moment. */
    public List<Actor.Scope> inForce(String username) {
        return jdbc.sql("""
                        select role, region from desk.assignment
                        where username = :username and valid_from <= :now and (valid_until is null or valid_until > :now)
                        order by region, role
                        """)
                .param("username", username)
                .param("now", now())
                .query((row, n) ->
                        new Actor.Scope(Role.valueOf(row.getString("role")), new RegionCode(row.getString("region"))))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
