package id.deskpemilu.notification.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.notification.Channel;
import id.deskpemilu.notification.MessageChannels;
import id.deskpemilu.notification.push.PushKeys;
import id.deskpemilu.notification.usecase.AllowPush;
import id.deskpemilu.notification.usecase.StopPush;
import id.deskpemilu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the script of the page "me", which asks the person and the browser. */
@RestController
@RequestMapping("/me/push")
class PushPages {

    private final MessageChannels channels;
    private final PushKeys keys;
    private final AllowPush allowPush;
    private final StopPush stopPush;

    PushPages(MessageChannels channels, PushKeys keys, AllowPush allowPush, StopPush stopPush) {
        this.channels = channels;
        this.keys = keys;
        this.allowPush = allowPush;
        this.stopPush = stopPush;
    }

    /**
     * What a browser has to know to allow pushes.
     *
     * @param open whether this desk pushes at all
     * @param key the desk's public key, base64url; none if it does not
     */
    record Offer(boolean open, @Nullable String key) {}

    /** A browser's address as its script gives it. */
    record Browser(
            @Nullable String endpoint,
            @Nullable String p256dh,
            @Nullable String auth) {}

    @GetMapping
    Offer offer(Actor actor) {
        boolean open = channels.isOpen(Channel.PUSH);
        return new Offer(open, open ? keys.publicKey() : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void allow(Actor actor, @RequestBody Browser browser) {
        if (browser.endpoint() == null || browser.p256dh() == null || browser.auth() == null) {
            throw Refusal.invalid("PUSH_ADDRESS_INVALID");
        }
        allowPush.execute(actor, browser.endpoint(), browser.p256dh(), browser.auth());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Actor actor, @RequestBody Browser browser) {
        if (browser.endpoint() == null) {
            throw Refusal.invalid("PUSH_ADDRESS_INVALID");
        }
        stopPush.execute(actor, browser.endpoint());
    }
}
