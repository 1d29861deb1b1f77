package id.deskpemilu.dispatch.receiving;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterKind;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Review;
import id.deskpemilu.dispatch.receiving.ReceivedLetter.Trust;
import id.deskpemilu.dispatch.snapshot.Frozen;
import id.deskpemilu.dispatch.snapshot.SnapshotJson;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letters of the tier below, and what was refused. */
@Repository
public class ReceivedLetters {

    private static final String INSIDE =
            " exists (select from unnest(cast(:scopes as text[])) scope where r.region like scope || '%') ";

    private final JdbcClient jdbc;
    private final SnapshotJson snapshots;

    ReceivedLetters(JdbcClient jdbc, SnapshotJson snapshots) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
    }

    /**
     * A letter that is added up.
     *
     * @param letter its name
     * @param region whom it is about
     * @param number as it is printed
     * @param frozen its figures
     */
    public record Latest(LetterId letter, RegionCode region, String number, Frozen frozen) {}

    /**
     * What counts now in the election: of each sender's region inside the region the letter that was frozen last and neither
     * superseded nor withdrawn, in the order of the codes.
     *
     * @param region the region that adds up; its own letter is not among them
     */
    public List<Latest> latest(String election, RegionCode region) {
        return jdbc.sql("""
                        select distinct on (r.region) r.id, r.region, r.number, f.snapshot, r.snapshot_sha256
                        from desk.received_letter r join desk.election e on e.id = r.election_id
                        join desk.received_file f on f.letter = r.id
                        where e.code = :election and r.region like :region || '_%'
                            and r.superseded_by is null and r.withdrawn_at is null
                        order by r.region, r.frozen_at desc, r.number desc
                        """)
                .param("election", election)
                .param("region", region.digits())
                .query((row, n) -> {
                    byte[] json = row.getBytes("snapshot");
                    return new Latest(
                            new LetterId(row.getObject("id", UUID.class)),
                            new RegionCode(row.getString("region")),
                            row.getString("number"),
                            new Frozen(snapshots.read(json), json, row.getString("snapshot_sha256")));
                })
                .list();
    }

    /** The letter of that name. */
    public Optional<ReceivedLetter> find(LetterId id) {
        return jdbc.sql("select * from desk.received_letter where id = ?")
                .param(id.value())
                .query(ReceivedLetters::read)
                .optional();
    }

    /**
     * The letter of that name.
     *
     * @throws Refusal {@code LETTER_UNKNOWN}
     */
    public ReceivedLetter get(LetterId id) {
        return find(id).orElseThrow(() -> Refusal.notFound("LETTER_UNKNOWN", id));
    }

    /** Those of the election about the regions and what lies in them: by region, the one frozen last first. */
    public List<ReceivedLetter> of(long electionId, Collection<RegionCode> scopes) {
        return jdbc.sql("select * from desk.received_letter r where election_id = :election and" + INSIDE
                        + "order by region, frozen_at desc, number desc")
                .param("election", electionId)
                .param("scopes", digits(scopes))
                .query(ReceivedLetters::read)
                .list();
    }

    /** Those about one region in the election, the one frozen last first. */
    public List<ReceivedLetter> about(long electionId, RegionCode region) {
        return of(electionId, List.of(region)).stream()
                .filter(letter -> letter.region().equals(region))
                .toList();
    }

    /** The figures of the letter. */
    public Frozen snapshot(ReceivedLetter letter) {
        byte[] json = file(letter.id(), "snapshot");
        return new Frozen(snapshots.read(json), json, letter.snapshotHash());
    }

    /** The signed file as it came. */
    public byte[] pdf(LetterId id) {
        return file(id, "pdf");
    }

    /** The sealed receipt, always the same. */
    public byte[] receipt(LetterId id) {
        return jdbc.sql("select receipt from desk.received_letter where id = ?")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private byte[] file(LetterId id, String column) {
        return jdbc.sql("select " + column + " from desk.received_file where letter = ?")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /**
     * Keeps a letter with everything that belongs to it, and orders those of its region, election and kind: the one frozen
     * last counts, whatever came last.
     *
     * @return those that are superseded by another than before, this one among them if it came too late
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LetterId> keep(ReceivedLetter letter, String certificate, byte[] pdf, byte[] snapshot, byte[] receipt) {
        jdbc.sql("""
                        insert into desk.received_letter (id, election_id, region, kind, number, frozen_at, shown_at, stations,
                            reported, file_sha256, snapshot_sha256, signer, certificate, trust, signed_at, sender, received_at,
                            receipt)
                        values (:id, :election, :region, :kind, :number, :frozen, :shown, :stations, :reported, :file,
                            :snapshot, :signer, :certificate, :trust, cast(:signed as timestamptz), :sender, :received, :receipt)
                        """)
                .param("id", letter.id().value())
                .param("election", letter.electionId())
                .param("region", letter.region().digits())
                .param("kind", letter.kind().name())
                .param("number", letter.number())
                .param("frozen", utc(letter.frozenAt()))
                .param("shown", utc(letter.shownAt()))
                .param("stations", letter.stations())
                .param("reported", letter.reported())
                .param("file", letter.fileHash())
                .param("snapshot", letter.snapshotHash())
                .param("signer", letter.signer())
                .param("certificate", certificate)
                .param("trust", letter.trust().name())
                .param("signed", utc(letter.signedAt()))
                .param("sender", letter.sender())
                .param("received", utc(letter.receivedAt()))
                .param("receipt", receipt)
                .update();
        jdbc.sql("insert into desk.received_file (letter, pdf, snapshot) values (?, ?, ?)")
                .params(letter.id().value(), pdf, snapshot)
                .update();
        return order(letter.electionId(), letter.region(), letter.kind());
    }

    /** The letter is withdrawn. What it had superseded stays superseded, as with its sender: a new letter has to come. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(ReceivedLetter letter, String reason, byte[] sealed, Instant at) {
        jdbc.sql("""
                        update desk.received_letter set withdrawn_at = ?, withdrawal_reason = ?, withdrawal = ? where id = ?
                        """).params(utc(at), reason, sealed, letter.id().value()).update();
    }

    /** A withdrawn one keeps its place: what it had superseded does not come back. */
    private List<LetterId> order(long electionId, RegionCode region, LetterKind kind) {
        return jdbc
                .sql("""
                        with last as (
                            select id from desk.received_letter
                            where election_id = :election and region = :region and kind = :kind
                            order by frozen_at desc, number desc limit 1
                        )
                        update desk.received_letter r set superseded_by = nullif(last.id, r.id)
                        from last
                        where r.election_id = :election and r.region = :region and r.kind = :kind
                            and r.superseded_by is distinct from nullif(last.id, r.id)
                        returning r.id, r.superseded_by
                        """)
                .param("election", electionId)
                .param("region", region.digits())
                .param("kind", kind.name())
                .query((row, n) -> row.getObject("superseded_by") == null
                        ? Optional.<LetterId>empty()
                        : Optional.of(new LetterId(row.getObject("id", UUID.class))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a supervisor says of the letter, in the place of what was said before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(LetterId id, Review review, String note, String by, Instant at) {
        jdbc.sql("""
                        update desk.received_letter set review = ?, review_note = ?, reviewed_by = ?, reviewed_at = ?
                        where id = ?
                        """).params(review.name(), note, by, utc(at), id.value()).update();
    }

    /** Keeps what was refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refused(RefusedLetter refused) {
        jdbc.sql(
                        "insert into desk.refused_letter (at, sender, letter, region, code, file_sha256) values (?, ?, ?, ?, ?, ?)")
                .params(
                        utc(refused.at()),
                        refused.sender(),
                        refused.letter().value(),
                        refused.region().digits(),
                        refused.code(),
                        refused.fileHash())
                .update();
    }

    /** What was refused of senders of the regions since that moment, the last one first. */
    public List<RefusedLetter> refused(Collection<RegionCode> scopes, Instant since, int most) {
        return jdbc.sql("select * from desk.refused_letter r where at >= :since and" + INSIDE
                        + "order by at desc, id desc limit :most")
                .param("since", utc(since))
                .param("scopes", digits(scopes))
                .param("most", most)
                .query((row, n) -> new RefusedLetter(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("sender"),
                        new LetterId(row.getObject("letter", UUID.class)),
                        new RegionCode(row.getString("region")),
                        row.getString("code"),
                        row.getString("file_sha256")))
                .list();
    }

    private static ReceivedLetter read(ResultSet row, int n) throws SQLException {
        UUID successor = row.getObject("superseded_by", UUID.class);
        String review = row.getString("review");
        return new ReceivedLetter(
                new LetterId(row.getObject("id", UUID.class)),
                row.getLong("election_id"),
                new RegionCode(row.getString("region")),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getObject("shown_at", OffsetDateTime.class).toInstant(),
                row.getInt("stations"),
                row.getInt("reported"),
                row.getString("file_sha256"),
                row.getString("snapshot_sha256"),
                row.getString("signer"),
                Trust.valueOf(row.getString("trust")),
                at(row, "signed_at"),
                row.getString("sender"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                successor == null ? null : new LetterId(successor),
                at(row, "withdrawn_at"),
                row.getString("withdrawal_reason"),
                review == null ? null : Review.valueOf(review),
                row.getString("review_note"),
                row.getString("reviewed_by"),
                at(row, "reviewed_at"));
    }

    private static String[] digits(Collection<RegionCode> scopes) {
        return scopes.stream().map(RegionCode::digits).toArray(String[]::new);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
