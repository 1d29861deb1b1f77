package id.deskpemilu.report;

import id.deskpemilu.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The drafts of the operators, one for each report and person. */
@Repository
public class Drafts {

    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Drafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The person's own draft for the report. */
    public Optional<Draft> find(ReportId report, Actor operator) {
        return jdbc.sql("select * from desk.draft where report_id = ? and username = ?")
                .params(report.value(), operator.username())
                .query(this::read)
                .optional();
    }

    /** Keeps the draft in the place of the one before; an empty one is not kept. */
    public void put(Draft draft) {
        if (draft.isEmpty()) {
            jdbc.sql("delete from desk.draft where report_id = ? and username = ?")
                    .params(draft.report().value(), draft.username())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into desk.draft (report_id, username, key, figures, explanations, boxes, saved_at)
                        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
                        on conflict (report_id, username) do update
                        set figures = excluded.figures, explanations = excluded.explanations,
                            boxes = excluded.boxes, saved_at = excluded.saved_at
                        """)
                .params(
                        draft.report().value(),
                        draft.username(),
                        draft.key(),
                        write(draft.figures()),
                        write(draft.explanations()),
                        draft.boxes(),
                        draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets what anybody had typed for the report. */
    public void drop(ReportId report) {
        jdbc.sql("delete from desk.draft where report_id = ?")
                .param(report.value())
                .update();
    }

    private Draft read(ResultSet row, int n) throws SQLException {
        return new Draft(
                new ReportId(row.getObject("report_id", UUID.class)),
                row.getString("username"),
                row.getString("key"),
                texts(row.getString("figures")),
                texts(row.getString("explanations")),
                row.getInt("boxes"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private SortedMap<String, String> texts(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JacksonException e) {
            throw new IllegalStateException("a draft cannot be read", e);
        }
    }

    private String write(Map<String, String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
