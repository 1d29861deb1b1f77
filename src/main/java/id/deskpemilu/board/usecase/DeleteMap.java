package id.deskpemilu.board.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.board.map.Maps;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Takes a map away; the board then shows tiles. */
@UseCase
public class DeleteMap {

    private final Maps maps;
    private final AuditLog log;

    DeleteMap(Maps maps, AuditLog log) {
        this.maps = maps;
        this.log = log;
    }

    /**
     * Takes it away.
     *
     * @param draft whether the one is meant that was uploaded and is not in use
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code MAP_UNKNOWN}
     */
    public void execute(Actor actor, RegionCode region, boolean draft) {
        actor.require(Role.ADMIN, region);
        if (!maps.delete(region, draft)) {
            throw Refusal.notFound("MAP_UNKNOWN", region.dotted());
        }
        log.append(actor.username(), "map:" + region, draft ? "MapDiscarded" : "MapDeleted", Map.of());
    }
}
