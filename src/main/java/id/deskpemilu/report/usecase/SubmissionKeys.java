package id.deskpemilu.report.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.Sha256;
import java.util.Optional;
import java.util.UUID;
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

    /** Writes the same for the same content, in every version: what was sent before an upgrade is known after it. */
    private static final JsonMapper CANONICAL = JsonMapper.builderWithJackson2Defaults()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JdbcClient jdbc;

    SubmissionKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was sent.
     *
     * @param body the fingerprint of it
     * @param report the report it was sent for
     */
    record Kept(String body, ReportId report) {}

    /**
     * Whether exactly this was sent before under the key.
     *
     * @throws Refusal {@code KEY_REUSED} if something else was
     */
    boolean isRepetition(Actor operator, String key, ReportId report, SubmitReport.Command command) {
        Optional<Kept> kept = find(operator.username(), key);
        if (kept.isEmpty()) {
            return false;
        }
        if (!kept.get().equals(new Kept(hash(command), report))) {
            throw Refusal.conflict("KEY_REUSED");
        }
        return true;
    }

    /** Remembers what was sent under the key. */
    void keep(Actor operator, String key, ReportId report, SubmitReport.Command command) {
        add(operator.username(), key, new Kept(hash(command), report));
    }

    /** What the person sent under the key. */
    Optional<Kept> find(String username, String key) {
        return jdbc.sql("select body_sha256, report_id from desk.submission_key where username = ? and key = ?")
                .params(username, key)
                .query((row, n) ->
                        new Kept(row.getString("body_sha256"), new ReportId(row.getObject("report_id", UUID.class))))
                .optional();
    }

    /** Writes what the person sent under the key. */
    void add(String username, String key, Kept kept) {
        try {
            jdbc.sql("insert into desk.submission_key (username, key, body_sha256, report_id) values (?, ?, ?, ?)")
                    .params(username, key, kept.body(), kept.report().value())
                    .update();
        } catch (DuplicateKeyException another) {
            // the key was used for another report at this very moment: the next attempt finds it and refuses
            throw new OptimisticLockingFailureException("submission key in use", another);
        }
    }

    private String hash(SubmitReport.Command command) {
        try {
            return Sha256.of(CANONICAL.writeValueAsString(command));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
