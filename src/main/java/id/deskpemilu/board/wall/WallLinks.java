package id.deskpemilu.board.wall;

import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All links for beamers. */
@Repository
public class WallLinks {

    private static final int MOST_LISTED = 100;
    private static final String SELECT = """
            select id, name, election_id, region, created_by, created_at, expires_at, revoked_by, revoked_at
            from desk.wall_link
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WallLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The link that the token opens.
     *
     * @throws Refusal {@code WALL_UNKNOWN}, {@code WALL_EXPIRED}, {@code WALL_REVOKED}
     */
    public WallLink open(WallToken token) {
        WallLink link = jdbc.sql(SELECT + "where token_hash = ?")
                .param(token.hash())
                .query(WallLinks::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("WALL_UNKNOWN"));
        if (link.revokedAt() != null) {
            throw Refusal.gone("WALL_REVOKED");
        }
        if (!link.isOpen(clock.instant())) {
            throw Refusal.gone("WALL_EXPIRED");
        }
        return link;
    }

    /** The link of that id. */
    public Optional<WallLink> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(WallLinks::read)
                .optional();
    }

    /** The links for regions in one of the regions, the newest {@value #MOST_LISTED}, newest first. */
    public List<WallLink> in(Collection<RegionCode> regions) {
        return jdbc.sql(SELECT + "where region like any (?) order by created_at desc limit ?")
                .params(regions.stream().map(region -> region.digits() + "%").toArray(String[]::new), MOST_LISTED)
                .query(WallLinks::read)
                .list();
    }

    /** Keeps a new link. */
    public void add(WallLink link, WallToken token) {
        jdbc.sql("""
                        insert into desk.wall_link
                            (id, token_hash, name, election_id, region, created_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        link.id(),
                        token.hash(),
                        link.name(),
                        link.electionId(),
                        link.region().digits(),
                        link.createdBy(),
                        stored(link.createdAt()),
                        stored(link.expiresAt()))
                .update();
    }

    /** Ends a link; says whether it was still open. */
    public boolean revoke(UUID id, String username, Instant at) {
        return jdbc.sql("update desk.wall_link set revoked_by = ?, revoked_at = ? where id = ? and revoked_at is null")
                        .params(username, stored(at), id)
                        .update()
                > 0;
    }

    private static OffsetDateTime stored(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static WallLink read(ResultSet row, int n) throws SQLException {
        return new WallLink(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("election_id"),
                new RegionCode(row.getString("region")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("revoked_by"),
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }
}
