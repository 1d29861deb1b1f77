package id.deskpemilu.notification.push;

import java.net.URI;
import java.security.interfaces.ECPublicKey;

/**
 * A browser that may be woken.
 *
 * @param endpoint where its push service takes messages for it
 * @param key the browser's public key
 * @param secret what it shares with us
 */
record PushSubscription(URI endpoint, ECPublicKey key, byte[] secret) {

    /** Without address and secret: whoever has them can push. */
    @Override
    public String toString() {
        return "PushSubscription[" + endpoint.getHost() + "]";
    }
}
