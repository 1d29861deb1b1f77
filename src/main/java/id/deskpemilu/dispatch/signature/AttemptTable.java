package id.deskpemilu.dispatch.signature;

import id.deskpemilu.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One row for each letter, written in transactions of their own. */
@Component
class AttemptTable implements AttemptLog {

    /** The letter has its signed file long since. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;

    AttemptTable(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Row(
            String pdfHash,
            String signer,
            Instant until,
            boolean unknown,
            @Nullable String document,
            byte @Nullable [] signed) {

        boolean isOf(String hash, String official) {
            return pdfHash.equals(hash) && signer.equals(official);
        }
    }

    @Override
    public Left begin(UUID letter, String pdfHash, String signer, Duration lease) {
        Instant now = clock.instant();
        return Objects.requireNonNull(alone.execute(status -> {
            jdbc.sql("delete from desk.signing_attempt where until < ?")
                    .param(at(now.minus(KEPT)))
                    .update();
            // waits for a node that is writing the same row
            int fresh = jdbc.sql("""
                            insert into desk.signing_attempt (letter, pdf_sha256, signer, until) values (?, ?, ?, ?)
                            on conflict (letter) do nothing
                            """)
                    .params(letter, pdfHash, signer, at(now.plus(lease)))
                    .update();
            Row row = fresh == 1 ? null : locked(letter).orElse(null);
            if (row == null) {
                return new Left(null, null);
            }
            boolean left = row.isOf(pdfHash, signer) && (row.signed() != null || row.document() != null);
            if (left && row.signed() != null) {
                return new Left(row.document(), row.signed());
            }
            boolean running = row.signed() == null && now.isBefore(row.until());
            if (running && row.unknown() && !left) {
                throw Refusal.unavailable("SIGN_OUTCOME_UNKNOWN");
            }
            if (running && !row.unknown()) {
                throw Refusal.conflict("SIGNING_UNDER_WAY");
            }
            jdbc.sql("""
                            update desk.signing_attempt
                            set pdf_sha256 = ?, signer = ?, until = ?, unknown = false, signed = null, document = ?
                            where letter = ?
                            """)
                    .params(pdfHash, signer, at(now.plus(lease)), left ? row.document() : null, letter)
                    .update();
            return new Left(left ? row.document() : null, null);
        }));
    }

    private Optional<Row> locked(UUID letter) {
        return jdbc.sql("select * from desk.signing_attempt where letter = ? for update")
                .param(letter)
                .query((row, n) -> new Row(
                        row.getString("pdf_sha256"),
                        row.getString("signer"),
                        row.getObject("until", OffsetDateTime.class).toInstant(),
                        row.getBoolean("unknown"),
                        row.getString("document"),
                        row.getBytes("signed")))
                .optional();
    }

    @Override
    public void named(UUID letter, String document) {
        write("update desk.signing_attempt set document = ? where letter = ?", document, letter);
    }

    @Override
    public void signed(UUID letter, byte[] pdf) {
        write("update desk.signing_attempt set signed = ? where letter = ?", pdf, letter);
    }

    @Override
    public void failed(UUID letter) {
        write("delete from desk.signing_attempt where letter = ?", letter);
    }

    @Override
    public void unknown(UUID letter, Duration wait) {
        write(
                "update desk.signing_attempt set unknown = true, until = ? where letter = ?",
                at(clock.instant().plus(wait)),
                letter);
    }

    private void write(String sql, Object... values) {
        alone.executeWithoutResult(status -> jdbc.sql(sql).params(values).update());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
