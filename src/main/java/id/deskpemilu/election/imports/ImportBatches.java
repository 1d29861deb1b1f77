package id.deskpemilu.election.imports;

import id.deskpemilu.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The imports between their preview and their end. */
@Repository
public class ImportBatches {

    /** One that runs and has not moved for so long was cut off, for instance by a crash. */
    static final Duration CUT_OFF_AFTER = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(2);
    private static final TypeReference<TreeMap<String, ImportBatch.Counts>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ImportBatches(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the files of a previewed import, and drops those that nobody has gone on with. */
    public UUID add(long electionId, String uploadedBy, ImportFiles files) {
        jdbc.sql("delete from desk.import_batch where state <> 'DONE' and touched_at < ?")
                .param(at(clock.instant().minus(FORGOTTEN_AFTER)))
                .update();
        UUID id = UUID.randomUUID();
        OffsetDateTime now = at(clock.instant());
        jdbc.sql("""
                        insert into desk.import_batch (id, election_id, uploaded_by, uploaded_at, state, touched_at)
                        values (?, ?, ?, ?, 'PREVIEWED', ?)
                        """).params(id, electionId, uploadedBy, now, now).update();
        files.contents()
                .forEach((kind, content) -> jdbc.sql(
                                "insert into desk.import_file (batch_id, kind, content) values (?, ?, ?)")
                        .params(id, kind.name(), content)
                        .update());
        return id;
    }

    /**
     * The person's import of that key.
     *
     * @throws Refusal {@code IMPORT_UNKNOWN}, also if it is somebody else's
     */
    public ImportBatch get(UUID id, String uploadedBy) {
        return jdbc.sql("""
                        select b.*, e.code from desk.import_batch b join desk.election e on e.id = b.election_id
                        where b.id = ? and b.uploaded_by = ?
                        """)
                .params(id, uploadedBy)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("IMPORT_UNKNOWN", id.toString()));
    }

    /** Its files; they are gone once it is done. */
    public ImportFiles files(UUID id) {
        Map<ImportKind, byte[]> contents = new EnumMap<>(ImportKind.class);
        jdbc.sql("select kind, content from desk.import_file where batch_id = ?")
                .param(id)
                .query(row -> {
                    contents.put(ImportKind.valueOf(row.getString("kind")), row.getBytes("content"));
                });
        return new ImportFiles(contents);
    }

    /** Marks it as running, unless it is done or moves already. */
    public boolean start(UUID id) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        update desk.import_batch set state = 'RUNNING', message = null, done = 0, total = 0, touched_at = :now
                        where id = :id and (state in ('PREVIEWED', 'FAILED') or state = 'RUNNING' and touched_at < :cut)
                        """)
                        .param("now", at(now))
                        .param("id", id)
                        .param("cut", at(now.minus(CUT_OFF_AFTER)))
                        .update()
                == 1;
    }

    /** Keeps everybody else from applying it until the transaction ends; false if somebody else does already. */
    boolean tryLock(UUID id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                .param(id.toString())
                .query(Boolean.class)
                .single();
    }

    /** Says how far it is, at once and whatever becomes of the import's own transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void progress(UUID id, int done, int total) {
        jdbc.sql("update desk.import_batch set done = ?, total = ?, touched_at = ? where id = ?")
                .params(done, total, at(clock.instant()), id)
                .update();
    }

    /** Marks it as done and drops its files. */
    void finish(UUID id, ImportPlan plan) {
        Map<String, ImportBatch.Counts> counts = new TreeMap<>();
        plan.parts()
                .forEach((kind, part) ->
                        counts.put(kind.key(), new ImportBatch.Counts(part.added(), part.changed(), part.unchanged())));
        jdbc.sql("""
                        update desk.import_batch
                        set state = 'DONE', done = total, counts = ?::jsonb, touched_at = ? where id = ?
                        """).params(write(counts), at(clock.instant()), id).update();
        jdbc.sql("delete from desk.import_file where batch_id = ?").param(id).update();
    }

    /** Marks it as failed; its files stay, so that it can be run again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void fail(UUID id, String code) {
        jdbc.sql("update desk.import_batch set state = 'FAILED', message = ?, touched_at = ? where id = ?")
                .params(code, at(clock.instant()), id)
                .update();
    }

    private ImportBatch read(ResultSet row) throws SQLException {
        var state = ImportBatch.State.valueOf(row.getString("state"));
        Instant touchedAt = row.getObject("touched_at", OffsetDateTime.class).toInstant();
        boolean isCutOff = state == ImportBatch.State.RUNNING
                && touchedAt.isBefore(clock.instant().minus(CUT_OFF_AFTER));
        return new ImportBatch(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("uploaded_by"),
                isCutOff ? ImportBatch.State.FAILED : state,
                row.getInt("done"),
                row.getInt("total"),
                isCutOff ? "IMPORT_CUT_OFF" : row.getString("message"),
                counts(row.getString("counts")),
                touchedAt);
    }

    private Map<String, ImportBatch.Counts> counts(@Nullable String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, COUNTS);
        } catch (JacksonException e) {
            throw new IllegalStateException("the counts of an import cannot be read", e);
        }
    }

    private String write(Map<String, ImportBatch.Counts> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JacksonException e) {
            throw new IllegalStateException("the counts of an import cannot be written", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return Objects.requireNonNull(instant).atOffset(ZoneOffset.UTC);
    }
}
