package id.deskpemilu.identity.web;

import id.deskpemilu.identity.Actor;
import id.deskpemilu.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What is said when a login that was demanded did not bring what it was demanded for. */
@Controller
class FreshLoginPages {

    @GetMapping(FreshLoginLanding.OTHER)
    String other(Actor actor) {
        throw Refusal.conflict("LOGIN_OTHER_PERSON", actor.name());
    }

    @GetMapping(FreshLoginLanding.OLD)
    String old(Actor actor) {
        throw Refusal.conflict("LOGIN_STILL_OLD");
    }
}
