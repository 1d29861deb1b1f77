package id.deskpemilu.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Appends to the log inside the transaction that makes the change; the database refuses to change or delete a line. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param actor the account's name
     * @param subject what it happened to
     * @param type what happened
     * @param data a record or map that becomes JSON
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String actor, String subject, String type, Object data) {
        jdbc.sql("insert into desk.audit_event (at, actor, subject, type, data) values (?, ?, ?, ?, ?::jsonb)")
                .params(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)), actor, subject, type, write(data))
                .update();
    }

    /** Everything that happened to the subject, oldest first. */
    public List<AuditEvent> of(String subject) {
        return jdbc.sql(
                        "select seq, at, actor, subject, type, data from desk.audit_event where subject = ? order by seq")
                .param(subject)
                .query((row, n) -> new AuditEvent(
                        row.getLong("seq"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("subject"),
                        row.getString("type"),
                        read(row.getString("data"))))
                .list();
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be kept in the log", e);
        }
    }

    private JsonNode read(String data) {
        try {
            return json.readTree(data);
        } catch (JacksonException e) {
            throw new IllegalStateException("the log holds no JSON", e);
        }
    }
}
