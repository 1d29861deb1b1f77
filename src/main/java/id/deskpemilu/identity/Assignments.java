package id.deskpemilu.identity;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who may act for which region, from when until when. What is changed here takes effect with the next request, and every
 * change stands in the log under {@code person:username}.
 */
@Repository
public class Assignments {

    private static final int BATCH = 500;
    private static final String SELECT =
            "select id, username, role, region, valid_from, valid_until from desk.assignment ";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AuditLog log;
    private final Clock clock;

    Assignments(JdbcClient jdbc, JdbcTemplate batches, AuditLog log, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.log = log;
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
                .param("now", at(clock.instant()))
                .query((row, n) ->
                        new Actor.Scope(Role.valueOf(row.getString("role")), new RegionCode(row.getString("region"))))
                .list();
    }

    /** Every assignment of the people, those that have ended too. */
    public List<Assignment> of(Collection<String> usernames) {
        return jdbc.sql(SELECT + "where username = any (?) order by username, region, role, valid_from")
                .param(usernames.toArray(String[]::new))
                .query(Assignments::read)
                .list();
    }

    /**
     * The assignment of that key, locked until the transaction ends.
     *
     * @throws Refusal {@code ASSIGNMENT_UNKNOWN}
     */
    public Assignment lock(long id) {
        return jdbc.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(Assignments::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("ASSIGNMENT_UNKNOWN", Long.toString(id)));
    }

    /**
     * Adds assignments.
     *
     * @param by the account that assigns
     */
    public void add(String by, List<Assignment> added) {
        batches.batchUpdate(
                "insert into desk.assignment (username, role, region, valid_from, valid_until) values (?, ?, ?, ?, ?)",
                added,
                BATCH,
                (row, one) -> {
                    row.setString(1, one.username());
                    row.setString(2, one.role().name());
                    row.setString(3, one.region().digits());
                    row.setObject(4, at(one.from()));
                    row.setObject(5, at(one.until()), Types.TIMESTAMP_WITH_TIMEZONE);
                });
        for (Assignment one : added) {
            record(by, "Assigned", one, Map.of("from", one.from()), one.until());
        }
    }

    /**
     * Gives an assignment another period.
     *
     * @param by the account that changes it
     */
    public void reschedule(String by, Assignment before, Instant from, @Nullable Instant until) {
        jdbc.sql("update desk.assignment set valid_from = :from, valid_until = :until where id = :id")
                .param("from", at(from))
                .param("until", at(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", before.id())
                .update();
        record(
                by,
                "AssignmentRescheduled",
                before,
                Map.of("from", from, "oldFrom", before.from(), "oldUntil", String.valueOf(before.until())),
                until);
    }

    /**
     * Ends an assignment now. One that has not begun is dropped, for it never was in force.
     *
     * @param by the account that ends it
     * @throws Refusal {@code ASSIGNMENT_ENDED}
     */
    public void end(String by, Assignment assignment) {
        Instant now = clock.instant();
        if (!assignment.isOpenAt(now)) {
            throw Refusal.conflict("ASSIGNMENT_ENDED", assignment.username());
        }
        if (assignment.from().isBefore(now)) {
            jdbc.sql("update desk.assignment set valid_until = ? where id = ?")
                    .params(at(now), assignment.id())
                    .update();
        } else {
            jdbc.sql("delete from desk.assignment where id = ?")
                    .param(assignment.id())
                    .update();
        }
        record(by, "AssignmentEnded", assignment, Map.of("from", assignment.from()), now);
    }

    private void record(String by, String type, Assignment one, Map<String, ?> more, @Nullable Instant until) {
        Map<String, Object> data = new TreeMap<>(more);
        data.put("role", one.role().realmName());
        data.put("region", one.region().digits());
        if (until != null) {
            data.put("until", until);
        }
        log.append(by, "person:" + one.username(), type, data);
    }

    private static Assignment read(ResultSet row, int n) throws SQLException {
        OffsetDateTime until = row.getObject("valid_until", OffsetDateTime.class);
        return new Assignment(
                row.getLong("id"),
                row.getString("username"),
                Role.valueOf(row.getString("role")),
                new RegionCode(row.getString("region")),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
