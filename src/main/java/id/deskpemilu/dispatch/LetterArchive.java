package id.deskpemilu.dispatch;

import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.shared.Sha256;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What belongs to letters and is large: frozen figures, drafts and signed files; and the running numbers of the offices. */
@Repository
public class LetterArchive {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterArchive(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Figures as they are kept.
     *
     * @param json their bytes
     * @param sha256 of the bytes, 64 hexadecimal digits in lower case
     */
    public record Kept(byte[] json, String sha256) {}

    /** The figures that count: those frozen last. */
    public Optional<Kept> snapshot(LetterId letter) {
        return jdbc.sql(
                        "select json, sha256 from desk.letter_snapshot where letter_id = ? order by number desc limit 1")
                .param(letter.value())
                .query((row, n) -> new Kept(row.getBytes("json"), row.getString("sha256")))
                .optional();
    }

    /** Their hash, without reading them. */
    public Optional<String> snapshotHash(LetterId letter) {
        return jdbc.sql("select sha256 from desk.letter_snapshot where letter_id = ? order by number desc limit 1")
                .param(letter.value())
                .query(String.class)
                .optional();
    }

    /** Keeps figures; earlier ones stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(LetterId letter, Frozen frozen) {
        jdbc.sql("""
                        insert into desk.letter_snapshot (letter_id, number, at, json, sha256)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ? from desk.letter_snapshot where letter_id = ?
                        """)
                .params(
                        letter.value(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        frozen.json(),
                        frozen.sha256(),
                        letter.value())
                .update();
    }

    /** The signed file. */
    public Optional<byte[]> signedPdf(LetterId letter) {
        return jdbc.sql("select pdf from desk.letter_file where letter_id = ?")
                .param(letter.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The SHA-256 of the signed file, 64 hexadecimal digits in lower case. */
    public Optional<String> signedHash(LetterId letter) {
        return jdbc.sql("select sha256 from desk.letter_file where letter_id = ?")
                .param(letter.value())
                .query(String.class)
                .optional();
    }

    /** Keeps the signed file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepSigned(LetterId letter, byte[] pdf) {
        jdbc.sql("insert into desk.letter_file (letter_id, pdf, sha256) values (?, ?, ?)")
                .params(letter.value(), pdf, Sha256.of(pdf))
                .update();
        jdbc.sql("delete from desk.letter_draft where letter_id = ?")
                .param(letter.value())
                .update();
    }

    /** The draft that was printed from this. */
    public Optional<byte[]> draft(LetterId letter, String code) {
        return jdbc.sql("select pdf from desk.letter_draft where letter_id = ? and code = ?")
                .params(letter.value(), code)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Keeps a draft in the place of the last one. */
    @Transactional
    public void keepDraft(LetterId letter, String code, byte[] pdf) {
        jdbc.sql("""
                        insert into desk.letter_draft (letter_id, pdf, code) values (?, ?, ?)
                        on conflict (letter_id) do update set pdf = excluded.pdf, code = excluded.code
                        """).params(letter.value(), pdf, code).update();
    }

    /** The next running number of the office in the year, from 1; another one waits until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int nextNumber(String office, int year) {
        return jdbc.sql("""
                        insert into desk.letter_number (office, year, last) values (?, ?, 1)
                        on conflict (office, year) do update set last = letter_number.last + 1 returning last
                        """).params(office, year).query(Integer.class).single();
    }
}
