package id.deskpemilu.report.evidence;

import id.deskpemilu.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps pictures in the desk's own database: one backup holds everything. */
final class DatabaseStore implements PhotoStore {

    private final JdbcClient jdbc;

    DatabaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String sha256, byte[] content) {
        jdbc.sql("insert into desk.photo_content (sha256, content) values (?, ?) on conflict do nothing")
                .params(sha256, content)
                .update();
    }

    @Override
    public byte[] get(String sha256) {
        return jdbc.sql("select content from desk.photo_content where sha256 = ?")
                .param(sha256)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> Refusal.unavailable("PHOTO_STORE_DOWN"));
    }
}
