package id.deskpemilu.notification.push;

import id.deskpemilu.notification.MessageSettings;
import id.deskpemilu.shared.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that people allowed to be woken. */
@Component
public class PushSubscriptions {

    private static final int SECRET = 16;
    private static final int MOST_PER_PERSON = 8;

    private final JdbcClient jdbc;
    private final MessageSettings settings;
    private final Clock clock;

    PushSubscriptions(JdbcClient jdbc, MessageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps a browser's address; a browser belongs to whoever allowed it last. A person's oldest ones go when there are
     * more than eight.
     *
     * @param endpoint where its push service takes messages
     * @param key its public key, base64url
     * @param secret what it shares with us, base64url
     * @throws Refusal {@code PUSH_ADDRESS_INVALID}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String username, String endpoint, String key, String secret) {
        if (PushAddress.of(endpoint, settings.push().hosts()).isEmpty() || !isReadable(key, secret)) {
            throw Refusal.invalid("PUSH_ADDRESS_INVALID");
        }
        jdbc.sql("""
                        insert into desk.push_subscription (endpoint, username, p256dh, auth, created_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (endpoint) do update
                        set username = excluded.username, p256dh = excluded.p256dh, auth = excluded.auth,
                            created_at = excluded.created_at
                        """)
                .params(
                        endpoint,
                        username,
                        key.strip(),
                        secret.strip(),
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
        jdbc.sql("""
                        delete from desk.push_subscription where endpoint in (
                            select endpoint from desk.push_subscription where username = ?
                            order by created_at desc, endpoint offset ?)
                        """).params(username, MOST_PER_PERSON).update();
    }

    private static boolean isReadable(String key, String secret) {
        try {
            P256.publicKey(PushKeys.decode(key));
            return PushKeys.decode(secret).length == SECRET;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Forgets a browser of the person's own; nothing if it is not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String username, String endpoint) {
        jdbc.sql("delete from desk.push_subscription where endpoint = ? and username = ?")
                .params(endpoint, username)
                .update();
    }

    /** Forgets a browser that its push service no longer knows. */
    void expire(URI endpoint) {
        jdbc.sql("delete from desk.push_subscription where endpoint = ?")
                .param(endpoint.toString())
                .update();
    }

    List<PushSubscription> of(String username) {
        return jdbc.sql(
                        "select endpoint, p256dh, auth from desk.push_subscription where username = ? order by endpoint")
                .param(username)
                .query((row, n) -> new PushSubscription(
                        URI.create(row.getString("endpoint")),
                        P256.publicKey(PushKeys.decode(row.getString("p256dh"))),
                        PushKeys.decode(row.getString("auth"))))
                .list();
    }
}
