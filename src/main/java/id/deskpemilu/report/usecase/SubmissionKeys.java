package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Remembers which attempt sent what, so that a repeated attempt is recognised. */
@Component
class SubmissionKeys {

    private final JdbcClient jdbc;
    private final JsonMapper canonical;

    SubmissionKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.canonical = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    private record Kept(String body, String report) {}

    /**
     * Whether exactly this was sent before under the key.
     *
     * @throws Refusal {@code KEY_REUSED} if something else was
     */
    boolean isRepetition(Actor operator, String key, ReportId report, SubmitReport.Command command) {
        Optional<Kept> kept = jdbc.sql(
                        "select body_sha256, report_id from desk.submission_key where username = ? and key = ?")
                .params(operator.username(), key)
                .query((row, n) -> new Kept(row.getString("body_sha256"), row.getString("report_id")))
                .optional();
        if (kept.isEmpty()) {
            return false;
        }
        if (!kept.get().equals(new Kept(hash(command), report.toString()))) {
            throw Refusal.conflict("KEY_REUSED");
        }
        return true;
    }

    /** Remembers what was sent under the key. */
    void keep(Actor operator, String key, ReportId report, SubmitReport.Command command) {
        try {
            jdbc.sql("insert into desk.submission_key (username, key, body_sha256, report_id) values (?, ?, ?, ?)")
                    .params(operator.username(), key, hash(command), report.value())
                    .update();
        } catch (DuplicateKeyException another) {
            // the key was used for another report at this very moment: the next attempt finds it and refuses
            throw new OptimisticLockingFailureException("submission key in use", another);
        }
    }

    private String hash(SubmitReport.Command command) {
        try {
            return Sha256.of(canonical.writeValueAsString(command));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
