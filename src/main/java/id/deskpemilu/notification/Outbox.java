package id.deskpemilu.notification;

import id.deskpemilu.notification.Delivery.State;
import id.deskpemilu.shared.BackOff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The deliveries that are to be sent. A node takes some for a while, in a transaction that ends before anything is sent, and
 * records what became of each. What it does not record in time, because it died, is taken again: at the wire a message may
 * then be seen twice; here it stays one row, with one more attempt. Two living nodes never have the same delivery.
 */
@Component
class Outbox {

    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
    private static final double SECONDS_PER_MINUTE = 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final MessageSettings settings;
    private final TransactionTemplate transaction;
    private final DoubleSupplier chance;

    @Autowired
    Outbox(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            MessageSettings settings,
            PlatformTransactionManager transactions) {
        this(
                jdbc,
                json,
                clock,
                settings,
                transactions,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    Outbox(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            MessageSettings settings,
            PlatformTransactionManager transactions,
            DoubleSupplier chance) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.chance = chance;
    }

    /** Those of the channels that have something to send now. */
    List<Channel> due(Collection<Channel> channels) {
        return jdbc.sql("""
                        select c from unnest(:channels) c
                        where exists (select from desk.delivery d where d.channel = c and d.due_at <= :now)
                        """)
                .param("channels", channels.stream().map(Enum::name).toArray(String[]::new))
                .param("now", now())
                .query((row, n) -> Channel.valueOf(row.getString(1)))
                .list();
    }

    /**
     * Takes the oldest due deliveries of the channel, as many as its pace allows at this moment; none if another node is
     * taking some.
     */
    List<Claimed> claim(Channel channel) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            Optional<Double> free = free(channel, now);
            if (free.isEmpty()) {
                return List.of();
            }
            giveUpExhausted(channel, now);
            List<Claimed> claimed = take(channel, free.get().intValue(), now);
            jdbc.sql("update desk.delivery_pace set free = ?, at = ? where channel = ?")
                    .params(free.get() - claimed.size(), utc(now), channel.name())
                    .update();
            return claimed;
        });
    }

    /** How many the channel may send now; empty if another node has the channel in hand. */
    private Optional<Double> free(Channel channel, Instant now) {
        double perSecond = settings.perMinute(channel) / SECONDS_PER_MINUTE;
        double most = Math.max(1, perSecond); // a second's worth, so that no burst follows a silence
        jdbc.sql("insert into desk.delivery_pace (channel, free, at) values (?, ?, ?) on conflict do nothing")
                .params(channel.name(), most, utc(now))
                .update();
        return jdbc.sql("select free, at from desk.delivery_pace where channel = ? for update skip locked")
                .param(channel.name())
                .query((row, n) -> {
                    Duration since = Duration.between(
                            row.getObject("at", OffsetDateTime.class).toInstant(), now);
                    double grown = Math.max(0, since.toMillis() / 1000.0) * perSecond;
                    return Math.min(most, row.getDouble("free") + grown);
                })
                .optional();
    }

    /** An attempt that was never recorded counts: a message that ends every node is not tried for ever. */
    private void giveUpExhausted(Channel channel, Instant now) {
        jdbc.sql("""
                        update desk.delivery set state = 'GIVEN_UP', due_at = null, claim = null, error = coalesce(error, 'NO_RECORD')
                        where channel = ? and due_at <= ? and attempts >= ?
                        """).params(channel.name(), utc(now), settings.mostAttempts()).update();
    }

    private List<Claimed> take(Channel channel, int most, Instant now) {
        UUID claim = UUID.randomUUID();
        Instant leaseEnds = now.plus(settings.lease());
        return jdbc.sql("""
                        with due as (
                            select notice_id, channel from desk.delivery
                            where channel = :channel and due_at <= :now
                            order by due_at, notice_id limit :most
                            for update skip locked
                        )
                        update desk.delivery d
                        set claim = :claim, due_at = :leaseEnds, attempts = d.attempts + 1
                        from due, desk.notice n, desk.election e
                        where d.notice_id = due.notice_id and d.channel = due.channel and n.id = d.notice_id
                            and e.id = n.election_id
                        returning n.id, n.key, n.template, n.values, n.link, d.address, n.username, n.name, e.code,
                                  e.phase = 'REHEARSAL' rehearsal, n.region, n.created_at, d.attempts
                        """)
                .param("channel", channel.name())
                .param("now", utc(now))
                .param("most", most)
                .param("claim", claim)
                .param("leaseEnds", utc(leaseEnds))
                .query((row, n) -> claimed(row, channel, claim, leaseEnds))
                .list();
    }

    private Claimed claimed(ResultSet row, Channel channel, UUID claim, Instant leaseEnds) throws SQLException {
        return new Claimed(
                row.getLong("id"),
                channel,
                row.getString("key"),
                row.getString("template"),
                words(row.getString("values")),
                row.getString("link"),
                row.getString("address"),
                row.getString("username"),
                row.getString("name"),
                row.getString("code"),
                row.getBoolean("rehearsal"),
                row.getString("region"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                claim,
                leaseEnds,
                row.getInt("attempts"));
    }

    private List<String> words(String text) {
        try {
            return json.readValue(text, WORDS);
        } catch (JacksonException e) {
            throw new IllegalStateException("a notice holds no JSON", e);
        }
    }

    /**
     * Writes down what became of an attempt.
     *
     * @return the state it led to; empty if the delivery was another's by then, and nothing was written
     */
    Optional<State> record(Claimed claimed, Outcome outcome) {
        boolean last = claimed.attempt() >= settings.mostAttempts();
        Instant now = clock.instant();
        State state;
        @Nullable Instant due = null;
        @Nullable String error = null;
        @Nullable String reference = null;
        if (outcome instanceof Outcome.Sent sent) {
            state = State.SENT;
            reference = sent.reference();
        } else if (outcome instanceof Outcome.Refused refused) {
            state = State.GIVEN_UP;
            error = refused.error();
        } else {
            Outcome.TryLater later = (Outcome.TryLater) outcome;
            state = last ? State.GIVEN_UP : State.FAILED;
            due = last ? null : now.plus(wait(claimed.attempt(), later.notBefore()));
            error = later.error();
        }
        int written = jdbc.sql("""
                        update desk.delivery
                        set state = :state, due_at = cast(:due as timestamptz), claim = null, error = :error,
                            reference = :reference, sent_at = cast(:sent as timestamptz)
                        where notice_id = :notice and channel = :channel and claim = :claim
                        """)
                .param("state", state.name())
                .param("due", due == null ? null : utc(due))
                .param("error", error)
                .param("reference", reference)
                .param("sent", state == State.SENT ? utc(now) : null)
                .param("notice", claimed.noticeId())
                .param("channel", claimed.channel().name())
                .param("claim", claimed.claim())
                .update();
        return written == 1 ? Optional.of(state) : Optional.empty();
    }

    /** Gives a delivery back untried: its time with this node was over before its turn came. */
    void release(Claimed claimed) {
        jdbc.sql("""
                        update desk.delivery set claim = null, due_at = ?, attempts = attempts - 1
                        where notice_id = ? and channel = ? and claim = ?
                        """)
                .params(now(), claimed.noticeId(), claimed.channel().name(), claimed.claim())
                .update();
    }

    private Duration wait(int attempt, Duration notBefore) {
        return new BackOff(settings.firstWait(), settings.longestWait())
                .after(attempt, notBefore, chance.getAsDouble());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
