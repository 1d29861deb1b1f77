package id.deskpemilu.notification.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.notification.push.PushSubscriptions;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;

/** Lets a browser of the person's own be woken. */
@UseCase
public class AllowPush {

    private final PushSubscriptions subscriptions;

    AllowPush(PushSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Keeps the browser's address.
     *
     * @param endpoint where its push service takes messages
     * @param key the browser's public key, base64url
     * @param secret what it shares with us, base64url
     * @throws Refusal {@code PUSH_ADDRESS_INVALID} if the address is none of a push service that the desk knows
     */
    public void execute(Actor actor, String endpoint, String key, String secret) {
        subscriptions.keep(actor.username(), endpoint, key, secret);
    }
}
