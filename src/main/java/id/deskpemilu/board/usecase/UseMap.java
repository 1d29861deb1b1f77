package id.deskpemilu.board.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.board.map.Maps;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Puts an uploaded map on the board, in place of the one before. */
@UseCase
public class UseMap {

    private final Maps maps;
    private final AuditLog log;

    UseMap(Maps maps, AuditLog log) {
        this.maps = maps;
        this.log = log;
    }

    /**
     * Puts it there.
     *
     * @throws Refusal {@code ROLE_MISSING}, {@code REGION_FOREIGN}, {@code MAP_UNKNOWN}
     */
    public void execute(Actor actor, RegionCode region) {
        actor.require(Role.ADMIN, region);
        if (!maps.use(region)) {
            throw Refusal.notFound("MAP_UNKNOWN", region.dotted());
        }
        log.append(actor.username(), "map:" + region, "MapUsed", Map.of());
    }
}
