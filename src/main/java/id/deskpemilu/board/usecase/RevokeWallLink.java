package id.deskpemilu.board.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.board.wall.WallLink;
import id.deskpemilu.board.wall.WallLinks;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Ends a link for the beamer before its time; doing it twice changes nothing. */
@UseCase
public class RevokeWallLink {

    private final WallLinks links;
    private final AuditLog log;
    private final Clock clock;

    RevokeWallLink(WallLinks links, AuditLog log, Clock clock) {
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Ends it.
     *
     * @throws Refusal {@code WALL_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public void execute(Actor actor, UUID id) {
        WallLink link = links.find(id).orElseThrow(() -> Refusal.notFound("WALL_UNKNOWN"));
        actor.require(Role.SUPERVISOR, link.region());
        if (links.revoke(id, actor.username(), clock.instant())) {
            log.append(actor.username(), "wall:" + id, "WallLinkRevoked", Map.of("name", link.name()));
        }
    }
}
