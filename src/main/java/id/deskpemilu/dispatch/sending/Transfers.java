package id.deskpemilu.dispatch.sending;

import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.LetterReceipted;
import id.deskpemilu.dispatch.LetterSent;
import id.deskpemilu.dispatch.Letters;
import id.deskpemilu.dispatch.sending.Transfer.Act;
import id.deskpemilu.dispatch.sending.Transfer.State;
import id.deskpemilu.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters on their way: one row for each receiver, written in the transaction that signs. Tells in the transaction that
 * writes it when the last receiver has a letter ({@link LetterSent}) and when the first has confirmed it
 * ({@link LetterReceipted}); each may be told again after a letter was sent again.
 */
@Repository
public class Transfers {

    /** Letters of a note at most. */
    public static final int LONGEST_NOTE = 500;

    /** Bytes of an uploaded receipt at most. */
    public static final int LARGEST_RECEIPT = 5 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final TransferSettings settings;
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Transfers(
            JdbcClient jdbc,
            TransferSettings settings,
            Letters letters,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
    }

    /** The type of a receipt by its first bytes: PDF, PNG or JPEG; empty if it is none of them. */
    public static Optional<String> typeOf(byte[] file) {
        String begins = new String(file, 0, Math.min(file.length, 8), StandardCharsets.ISO_8859_1);
        if (begins.startsWith("%PDF-")) {
            return Optional.of("application/pdf");
        }
        if (begins.startsWith("\u0089PNG")) {
            return Optional.of("image/png");
        }
        return begins.startsWith("\u00ff\u00d8\u00ff") ? Optional.of("image/jpeg") : Optional.empty();
    }

    /** Sends the letter to those who get the letters of its region; a second call changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(LetterId letter) {
        for (Receiver receiver : settings.of(letters.get(letter).region())) {
            insert(letter, Act.LETTER, receiver.name(), receiver.channel(), null);
        }
    }

    /** Tells those who have the letter, or will, that it does not hold. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(LetterId letter, String reason) {
        of(letter).stream()
                .filter(transfer -> transfer.act() == Act.LETTER && transfer.state() != State.REFUSED)
                .forEach(transfer -> insert(letter, Act.WITHDRAWAL, transfer.receiver(), transfer.channel(), reason));
    }

    private void insert(LetterId letter, Act act, String receiver, TransferChannel channel, @Nullable String reason) {
        boolean byHand = channel == TransferChannel.DOWNLOAD;
        jdbc.sql("""
                        insert into desk.transfer (letter, act, receiver, channel, state, reason, queued_at, due_at)
                        values (:letter, :act, :receiver, :channel, :state, :reason, :now, cast(:due as timestamptz))
                        on conflict do nothing
                        """)
                .param("letter", letter.value())
                .param("act", act.name())
                .param("receiver", receiver)
                .param("channel", channel.name())
                .param("state", (byHand ? State.BY_HAND : State.WAITING).name())
                .param("reason", reason)
                .param("now", now())
                .param("due", byHand ? null : now())
                .update();
    }

    /** Where the letter is, its withdrawal behind it. */
    public List<Transfer> of(LetterId letter) {
        return jdbc.sql("""
                        select letter, act, receiver, channel, state, queued_at, due_at, attempts, tried_at, error, answer, sent_at,
                            sent_by, receipted_at, receipt_by, receipt_note, receipt is not null scanned
                        from desk.transfer where letter = ? order by act, queued_at, receiver
                        """).param(letter.value()).query(this::read).list();
    }

    /** The receipt of a receiver as it came. */
    public Optional<byte[]> receipt(LetterId letter, String receiver) {
        return jdbc.sql("""
                        select receipt from desk.transfer
                        where letter = ? and act = 'LETTER' and receiver = ? and receipt is not null
                        """)
                .params(letter.value(), receiver)
                .query((row, n) -> row.getBytes("receipt"))
                .optional();
    }

    /** Sends the letter once more, from the first attempt on, to those who have not confirmed it; not what a person carries. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resend(LetterId letter) {
        lock(letter);
        jdbc.sql("""
                        update desk.transfer set state = 'WAITING', due_at = ?, claim = null, attempts = 0
                        where letter = ? and channel <> 'DOWNLOAD' and state <> 'RECEIPTED'
                        """).params(now(), letter.value()).update();
    }

    /** Tries now what waits for its next attempt. */
    @Transactional
    public void nudge(LetterId letter) {
        jdbc.sql("update desk.transfer set due_at = ? where letter = ? and state = 'FAILED' and claim is null")
                .params(now(), letter.value())
                .update();
    }

    /**
     * A person has handed it over.
     *
     * @param by the account
     * @param note to whom, where
     * @throws Refusal {@code TRANSFER_UNKNOWN}, {@code TRANSFER_NOT_BY_HAND}, {@code TRANSFER_DONE}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handedOver(LetterId letter, Act act, String receiver, String by, String note) {
        lock(letter);
        Transfer transfer = get(letter, act, receiver);
        if (transfer.channel() != TransferChannel.DOWNLOAD) {
            throw Refusal.conflict("TRANSFER_NOT_BY_HAND");
        }
        if (transfer.state().hasArrived()) {
            throw Refusal.conflict("TRANSFER_DONE");
        }
        keepHandedOver(transfer, by, note);
        tellIfSent(letter, act);
    }

    /**
     * A person notes that a receiver has confirmed it, where no program did.
     *
     * @param by the account
     * @param note what the receipt says: who, when, its number
     * @param file a picture or scan of it; null for none
     * @throws Refusal {@code TRANSFER_UNKNOWN}, {@code TRANSFER_NOT_SENT}, {@code TRANSFER_DONE}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void receiptNoted(LetterId letter, String receiver, String by, String note, byte @Nullable [] file) {
        lock(letter);
        Transfer transfer = get(letter, Act.LETTER, receiver);
        if (transfer.state() == State.RECEIPTED) {
            throw Refusal.conflict("TRANSFER_DONE");
        }
        if (transfer.state() != State.SENT) {
            throw Refusal.conflict("TRANSFER_NOT_SENT");
        }
        keepReceipt(transfer, by, note, file);
        tellIfFirstReceipt(letter, receiver);
    }

    /** Writes that a person has handed it over. */
    void keepHandedOver(Transfer transfer, String by, String note) {
        jdbc.sql("""
                        update desk.transfer
                        set state = 'SENT', attempts = attempts + 1, tried_at = :now, sent_at = :now, sent_by = :by, answer = :note
                        where letter = :letter and act = :act and receiver = :receiver
                        """)
                .param("now", now())
                .param("by", by)
                .param("note", note)
                .param("letter", transfer.letter().value())
                .param("act", transfer.act().name())
                .param("receiver", transfer.receiver())
                .update();
    }

    /** Writes that a person has noted its receipt. */
    void keepReceipt(Transfer transfer, String by, String note, byte @Nullable [] file) {
        jdbc.sql("""
                        update desk.transfer
                        set state = 'RECEIPTED', receipted_at = :now, receipt_by = :by, receipt_note = :note, receipt = :file
                        where letter = :letter and act = 'LETTER' and receiver = :receiver
                        """)
                .param("now", now())
                .param("by", by)
                .param("note", note)
                .param("file", file, java.sql.Types.BINARY)
                .param("letter", transfer.letter().value())
                .param("receiver", transfer.receiver())
                .update();
    }

    private Transfer get(LetterId letter, Act act, String receiver) {
        return of(letter).stream()
                .filter(one -> one.act() == act && one.receiver().equals(receiver))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("TRANSFER_UNKNOWN", receiver));
    }

    /**
     * Of all nodes that record something of a letter at once, one after the other: the last one sees that it is the last. The
     * letter first, as with whoever does something with it: otherwise each would wait for the other.
     */
    void lock(LetterId letter) {
        letters.lock(letter);
        jdbc.sql("select receiver from desk.transfer where letter = ? order by act, receiver for update")
                .param(letter.value())
                .query(String.class)
                .list();
    }

    /** Call it when a receiver has just got the letter. */
    void tellIfSent(LetterId letter, Act act) {
        if (act == Act.LETTER
                && of(letter).stream()
                        .filter(one -> one.act() == Act.LETTER)
                        .allMatch(one -> one.state().hasArrived())) {
            events.publishEvent(new LetterSent(letter));
        }
    }

    /** Call it when that receiver has just confirmed the letter. */
    void tellIfFirstReceipt(LetterId letter, String receiver) {
        boolean others = of(letter).stream()
                .anyMatch(one -> one.act() == Act.LETTER
                        && one.state() == State.RECEIPTED
                        && !one.receiver().equals(receiver));
        if (!others) {
            events.publishEvent(new LetterReceipted(letter));
        }
    }

    private Transfer read(ResultSet row, int n) throws SQLException {
        String receiver = row.getString("receiver");
        return new Transfer(
                new LetterId(row.getObject("letter", UUID.class)),
                Act.valueOf(row.getString("act")),
                receiver,
                settings.find(receiver).map(Receiver::title).orElse(receiver),
                TransferChannel.valueOf(row.getString("channel")),
                State.valueOf(row.getString("state")),
                at(row, "queued_at").orElseThrow(),
                at(row, "due_at").orElse(null),
                row.getInt("attempts"),
                at(row, "tried_at").orElse(null),
                row.getString("error"),
                row.getString("answer"),
                at(row, "sent_at").orElse(null),
                row.getString("sent_by"),
                at(row, "receipted_at").orElse(null),
                row.getString("receipt_by"),
                row.getString("receipt_note"),
                row.getBoolean("scanned"));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
