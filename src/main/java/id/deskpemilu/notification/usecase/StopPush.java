package id.deskpemilu.notification.usecase;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.notification.push.PushSubscriptions;
import id.deskpemilu.shared.UseCase;

/** Lets a browser of the person's own sleep again. */
@UseCase
public class StopPush {

    private final PushSubscriptions subscriptions;

    StopPush(PushSubscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Forgets the browser's address; another person's stays.
     *
     * @param endpoint where its push service takes messages
     */
    public void execute(Actor actor, String endpoint) {
        subscriptions.forget(actor.username(), endpoint);
    }
}
