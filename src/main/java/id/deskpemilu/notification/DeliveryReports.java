package id.deskpemilu.notification;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What providers report of messages that they took. What has arrived stays so, and a report of an earlier attempt says
 * nothing about the present one.
 */
@Component
public class DeliveryReports {

    private final JdbcClient jdbc;
    private final MessageSettings settings;
    private final Clock clock;

    DeliveryReports(JdbcClient jdbc, MessageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The message arrived.
     *
     * @param reference what the provider calls it
     * @return whether there is such a message
     */
    @Transactional
    public boolean arrived(Channel channel, String reference) {
        return report(
                channel,
                reference,
                "state = 'DELIVERED', delivered_at = :now",
                Map.of("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))));
    }

    /**
     * The message did not arrive after all.
     *
     * @param reference what the provider calls it
     * @param error a code, nothing about a person
     * @param again whether another attempt may go better
     * @return whether there is such a message
     */
    @Transactional
    public boolean lost(Channel channel, String reference, String error, boolean again) {
        OffsetDateTime later =
                OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).plus(settings.longestWait());
        return report(
                channel,
                reference,
                """
                state = case when :again and attempts < :most then 'FAILED' else 'GIVEN_UP' end,
                due_at = case when :again and attempts < :most then :later end, error = :error, sent_at = null
                """,
                Map.of("again", again, "most", settings.mostAttempts(), "later", later, "error", error));
    }

    private boolean report(Channel channel, String reference, String change, Map<String, Object> values) {
        boolean known = jdbc.sql("select exists (select from desk.delivery where reference = ? and channel = ?)")
                .params(reference, channel.name())
                .query(Boolean.class)
                .single();
        if (known) {
            jdbc.sql("update desk.delivery set " + change
                            + " where reference = :reference and channel = :channel and state = 'SENT'")
                    .params(values)
                    .param("reference", reference)
                    .param("channel", channel.name())
                    .update();
        }
        return known;
    }
}
