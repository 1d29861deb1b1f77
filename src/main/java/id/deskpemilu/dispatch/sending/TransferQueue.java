package id.deskpemilu.dispatch.sending;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.dispatch.LetterId;
import id.deskpemilu.dispatch.sending.Transfer.Act;
import id.deskpemilu.dispatch.sending.Transfer.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is to be sent. A node takes one for a while, in a transaction that ends before anything is sent, and records what
 * became of it. What it does not record in time is taken again.
 */
@Component
class TransferQueue {

    private static final int LONGEST_ANSWER = 1000;

    private final JdbcClient jdbc;
    private final Transfers transfers;
    private final TransferSettings.Transfers settings;
    private final AuditLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TransferQueue(
            JdbcClient jdbc,
            Transfers transfers,
            TransferSettings settings,
            AuditLog log,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transfers = transfers;
        this.settings = settings.transfers();
        this.log = log;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Something that this node sends now. */
    record Claimed(
            LetterId letter,
            Act act,
            String receiver,
            @Nullable String reason,
            UUID claim,
            Instant leaseEnds,
            int attempt) {}

    /** What was tried as often as may be, and the last time not recorded. */
    private record Unrecorded(LetterId letter, Act act, int attempts, String error) {}

    /** Those of the receivers for whom something is due. */
    List<String> due(Collection<String> receivers) {
        return jdbc.sql("""
                        select r from unnest(cast(:receivers as text[])) r
                        where exists (select from desk.transfer t where t.receiver = r and t.due_at <= :now)
                        """)
                .param("receivers", receivers.toArray(String[]::new))
                .param("now", utc(clock.instant()))
                .query(String.class)
                .list();
    }

    /** Takes the oldest due one of the receiver; a withdrawal only after its letter. */
    Optional<Claimed> claim(String receiver) {
        return Optional.ofNullable(transaction.execute(status -> {
            Instant now = clock.instant();
            // an attempt that was never recorded counts: what ends every node is not tried for ever
            jdbc.sql("""
                            update desk.transfer
                            set state = 'GIVEN_UP', due_at = null, claim = null, error = coalesce(error, 'NO_RECORD')
                            where receiver = ? and due_at <= ? and attempts >= ?
                            returning letter, act, attempts, error
                            """)
                    .params(receiver, utc(now), settings.mostAttempts())
                    .query((row, n) -> new Unrecorded(
                            new LetterId(row.getObject("letter", UUID.class)),
                            Act.valueOf(row.getString("act")),
                            row.getInt("attempts"),
                            row.getString("error")))
                    .list()
                    .forEach(
                            one -> log(one.letter(), one.act(), receiver, one.attempts(), State.GIVEN_UP, one.error()));
            UUID claim = UUID.randomUUID();
            Instant leaseEnds = now.plus(settings.lease());
            return jdbc.sql("""
                            with next as (
                                select letter, act from desk.transfer t
                                where receiver = :receiver and due_at <= :now
                                  and (act = 'LETTER' or not exists (
                                      select from desk.transfer l where l.letter = t.letter and l.receiver = t.receiver
                                          and l.act = 'LETTER' and l.due_at is not null))
                                order by due_at, letter limit 1
                                for update skip locked
                            )
                            update desk.transfer t
                            set claim = :claim, due_at = :leaseEnds, attempts = t.attempts + 1, tried_at = :now
                            from next where t.receiver = :receiver and t.letter = next.letter and t.act = next.act
                            returning t.letter, t.act, t.reason, t.attempts
                            """)
                    .param("receiver", receiver)
                    .param("now", utc(now))
                    .param("claim", claim)
                    .param("leaseEnds", utc(leaseEnds))
                    .query((row, n) -> new Claimed(
                            new LetterId(row.getObject("letter", UUID.class)),
                            Act.valueOf(row.getString("act")),
                            receiver,
                            row.getString("reason"),
                            claim,
                            leaseEnds,
                            row.getInt("attempts")))
                    .optional()
                    .orElse(null);
        }));
    }

    /**
     * Writes down what became of an attempt, and tells who waits for it.
     *
     * @return the state it led to; empty if it was another's by then, and nothing was written
     */
    Optional<State> record(Claimed claimed, Road.Outcome outcome) {
        return Optional.ofNullable(transaction.execute(status -> {
            transfers.lock(claimed.letter());
            boolean last = claimed.attempt() >= settings.mostAttempts();
            Instant now = clock.instant();
            State state;
            @Nullable Instant due = null;
            @Nullable String error = null;
            @Nullable String answer;
            byte @Nullable [] receipt = null;
            @Nullable String sealedBy = null;
            if (outcome instanceof Road.Outcome.Arrived arrived) {
                receipt = arrived.receipt();
                sealedBy = arrived.sealedBy();
                answer = arrived.answer();
                state = receipt == null ? State.SENT : State.RECEIPTED;
            } else if (outcome instanceof Road.Outcome.Refused refused) {
                state = State.REFUSED;
                error = refused.error();
                answer = refused.answer();
            } else {
                Road.Outcome.TryLater later = (Road.Outcome.TryLater) outcome;
                state = last ? State.GIVEN_UP : State.FAILED;
                due = last ? null : now.plus(wait(claimed.attempt(), later.notBefore()));
                error = later.error();
                answer = later.answer();
            }
            int written = jdbc.sql("""
                            update desk.transfer
                            set state = :state, due_at = cast(:due as timestamptz), claim = null, error = :error,
                                answer = :answer, sent_at = coalesce(cast(:sent as timestamptz), sent_at),
                                receipt = :receipt, receipt_note = :sealedBy, receipted_at = cast(:receipted as timestamptz)
                            where letter = :letter and act = :act and receiver = :receiver and claim = :claim
                            """)
                    .param("state", state.name())
                    .param("due", due == null ? null : utc(due))
                    .param("error", error)
                    .param("answer", kept(answer))
                    .param("sent", state.hasArrived() ? utc(now) : null)
                    .param("receipt", receipt, java.sql.Types.BINARY)
                    .param("sealedBy", kept(sealedBy))
                    .param("receipted", state == State.RECEIPTED ? utc(now) : null)
                    .param("letter", claimed.letter().value())
                    .param("act", claimed.act().name())
                    .param("receiver", claimed.receiver())
                    .param("claim", claimed.claim())
                    .update();
            if (written == 0) {
                return null;
            }
            tell(claimed, state, error);
            return state;
        }));
    }

    private void tell(Claimed claimed, State state, @Nullable String error) {
        if (state != State.FAILED) {
            log(claimed.letter(), claimed.act(), claimed.receiver(), claimed.attempt(), state, error);
        }
        if (state.hasArrived()) {
            transfers.tellIfSent(claimed.letter(), claimed.act());
        }
        if (state == State.RECEIPTED && claimed.act() == Act.LETTER) {
            transfers.tellIfFirstReceipt(claimed.letter(), claimed.receiver());
        }
    }

    private void log(LetterId letter, Act act, String receiver, int attempts, State state, @Nullable String error) {
        Map<String, Object> data = new TreeMap<>(Map.of("receiver", receiver, "act", act, "attempts", attempts));
        if (error != null) {
            data.put("error", error);
        }
        log.append("sistem", "letter:" + letter, state.hasArrived() ? "LetterDelivered" : "LetterNotDelivered", data);
    }

    private Duration wait(int attempt, Duration notBefore) {
        return settings.backOff()
                .after(attempt, notBefore, ThreadLocalRandom.current().nextDouble());
    }

    /** What somebody else has said, as far as it can be kept. */
    private static @Nullable String kept(@Nullable String said) {
        return said == null
                ? null
                : said.substring(0, Math.min(LONGEST_ANSWER, said.length())).replaceAll("\\p{Cntrl}", " ");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
