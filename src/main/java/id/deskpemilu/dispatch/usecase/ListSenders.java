package id.deskpemilu.dispatch.usecase;

import id.deskpemilu.dispatch.receiving.Sender;
import id.deskpemilu.dispatch.receiving.Senders;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.List;

/** From whom letters are taken in the administrator's regions. */
@UseCase(readOnly = true)
public class ListSenders {

    private final Senders senders;

    ListSenders(Senders senders) {
        this.senders = senders;
    }

    /**
     * In the order of the codes.
     *
     * @throws Refusal {@code ROLE_MISSING}
     */
    public List<Sender> execute(Actor actor) {
        actor.requireAnywhere(Role.ADMIN);
        return senders.in(actor.scopes(Role.ADMIN));
    }
}
