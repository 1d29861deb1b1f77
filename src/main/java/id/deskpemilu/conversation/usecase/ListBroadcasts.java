package id.deskpemilu.conversation.usecase;

import id.deskpemilu.conversation.Broadcast;
import id.deskpemilu.conversation.BroadcastRights;
import id.deskpemilu.conversation.Broadcasts;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.List;
import java.util.Set;

/** Lists the broadcasts to the regions of a person. */
@UseCase(readOnly = true)
public class ListBroadcasts {

    private final Broadcasts broadcasts;

    ListBroadcasts(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    /**
     * A page of broadcasts.
     *
     * @param broadcasts the broadcasts, the newest first
     * @param total how many there are on all pages
     * @param page the page, from 0
     */
    public record Page(List<Broadcast> broadcasts, int total, int page) {}

    /**
     * Lists them.
     *
     * @throws Refusal {@code ROLE_MISSING}
     */
    public Page execute(Actor reader, int page) {
        Set<RegionCode> regions = BroadcastRights.seen(reader);
        if (regions.isEmpty()) {
            throw Refusal.forbidden("ROLE_MISSING", Role.SUPERVISOR.realmName());
        }
        int shown = Math.max(0, page);
        return new Page(broadcasts.in(regions, shown), broadcasts.count(regions), shown);
    }
}
