package id.deskpemilu.report.evidence;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.report.ReportId;
import id.deskpemilu.shared.Refusal;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The uploads under way, each of the person who began it. */
@Repository
public class Uploads {

    private static final String SELECT =
            "select id, report_id, page, sha256, size, received from desk.photo_upload where ";

    private final JdbcClient jdbc;
    private final PhotoSettings settings;

    Uploads(JdbcClient jdbc, PhotoSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Begins an upload, or finds the same person's unfinished one of the same file. Drops those that were left. */
    public Upload begin(ReportId report, int page, String sha256, int size, Actor by, Instant now) {
        jdbc.sql("delete from desk.photo_upload where touched_at < ?")
                .param(Photos.utc(now.minus(settings.keepUploads())))
                .update();
        return jdbc.sql("""
                        insert into desk.photo_upload (id, report_id, page, sha256, size, started_by, touched_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (report_id, page, sha256, started_by) do update set touched_at = excluded.touched_at
                        returning id, report_id, page, sha256, size, received
                        """)
                .params(UUID.randomUUID(), report.value(), page, sha256, size, by.username(), Photos.utc(now))
                .query(Uploads::read)
                .single();
    }

    /**
     * The person's upload.
     *
     * @throws Refusal {@code UPLOAD_UNKNOWN}
     */
    public Upload get(UUID id, ReportId report, Actor by) {
        return find("id = ? and report_id = ? and started_by = ?", id, report, by);
    }

    /**
     * The person's upload, locked until the transaction ends.
     *
     * @throws Refusal {@code UPLOAD_UNKNOWN}
     */
    public Upload lock(UUID id, ReportId report, Actor by) {
        return find("id = ? and report_id = ? and started_by = ? for update", id, report, by);
    }

    private Upload find(String condition, UUID id, ReportId report, Actor by) {
        return jdbc.sql(SELECT + condition)
                .params(id, report.value(), by.username())
                .query(Uploads::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("UPLOAD_UNKNOWN"));
    }

    /** Adds the next piece. */
    public Upload append(Upload upload, byte[] piece, Instant now) {
        jdbc.sql("insert into desk.photo_piece (upload_id, at, content) values (?, ?, ?)")
                .params(upload.id(), upload.received(), piece)
                .update();
        return jdbc.sql("""
                        update desk.photo_upload set received = received + ?, touched_at = ? where id = ?
                        returning id, report_id, page, sha256, size, received
                        """)
                .params(piece.length, Photos.utc(now), upload.id())
                .query(Uploads::read)
                .single();
    }

    /** The bytes so far. */
    public byte[] content(Upload upload) {
        var content = new ByteArrayOutputStream(upload.received());
        jdbc.sql("select content from desk.photo_piece where upload_id = ? order by at")
                .param(upload.id())
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(content::writeBytes);
        return content.toByteArray();
    }

    /** Ends it: the photo is kept, or the file was refused. */
    public void drop(Upload upload) {
        jdbc.sql("delete from desk.photo_upload where id = ?")
                .param(upload.id())
                .update();
    }

    private static Upload read(ResultSet row, int n) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                new ReportId(row.getObject("report_id", UUID.class)),
                row.getInt("page"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getInt("received"));
    }
}
