package id.deskpemilu.board.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.board.wall.WallLink;
import id.deskpemilu.board.wall.WallLinks;
import id.deskpemilu.board.wall.WallToken;
import id.deskpemilu.election.Election;
import id.deskpemilu.election.Elections;
import id.deskpemilu.election.Regions;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Makes a link with which a beamer shows the board of a region without signing in. */
@UseCase
public class CreateWallLink {

    /** The longest time that a link lasts. */
    public static final Duration LONGEST = Duration.ofHours(48);

    private static final int LONGEST_NAME = 80;

    private final Elections elections;
    private final Regions regions;
    private final WallLinks links;
    private final AuditLog log;
    private final Clock clock;

    CreateWallLink(Elections elections, Regions regions, WallLinks links, AuditLog log, Clock clock) {
        this.elections = elections;
        this.regions = regions;
        this.links = links;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes it.
     *
     * @param name where the beamer stands
     * @param lasts how long the link is to last
     * @return the token, which is not kept and cannot be read again
     * @throws Refusal {@code ELECTION_UNKNOWN}, {@code REGION_UNKNOWN}, {@code ROLE_MISSING}, {@code REGION_FOREIGN},
     *     {@code WALL_NAME_INVALID}, {@code WALL_TIME_INVALID}
     */
    public WallToken execute(Actor actor, String electionCode, RegionCode region, String name, Duration lasts) {
        Election election = elections.get(electionCode);
        actor.require(Role.SUPERVISOR, region);
        if (regions.find(region).isEmpty()) {
            throw Refusal.notFound("REGION_UNKNOWN", region.dotted());
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("WALL_NAME_INVALID", LONGEST_NAME);
        }
        if (lasts.isNegative() || lasts.isZero() || lasts.compareTo(LONGEST) > 0) {
            throw Refusal.invalid("WALL_TIME_INVALID", LONGEST.toHours());
        }
        Instant now = clock.instant();
        WallToken token = WallToken.fresh();
        WallLink link = new WallLink(
                UUID.randomUUID(),
                name.strip(),
                election.id(),
                region,
                actor.username(),
                now,
                now.plus(lasts),
                null,
                null);
        links.add(link, token);
        log.append(
                actor.username(),
                "wall:" + link.id(),
                "WallLinkCreated",
                Map.of(
                        "name", link.name(),
                        "election", election.code(),
                        "region", region.digits(),
                        "expires", link.expiresAt().toString()));
        return token;
    }
}
