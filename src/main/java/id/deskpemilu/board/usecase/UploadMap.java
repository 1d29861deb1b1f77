package id.deskpemilu.board.usecase;

import id.deskpemilu.audit.AuditLog;
import id.deskpemilu.board.map.MapReader;
import id.deskpemilu.board.map.Maps;
import id.deskpemilu.board.map.RegionMap;
import id.deskpemilu.identity.Actor;
import id.deskpemilu.identity.Role;
import id.deskpemilu.shared.Refusal;
import id.deskpemilu.shared.UseCase;
import java.util.Map;

/** Reads a map from a GeoJSON file and keeps it to be looked at; the board goes on with the one before. */
@UseCase
public class UploadMap {

    private final MapReader reader;
    private final Maps maps;
    private final AuditLog log;

    UploadMap(MapReader reader, Maps maps, AuditLog log) {
        this.reader = reader;
        this.maps = maps;
        this.log = log;
    }

    /**
     * Reads and keeps it.
     *
     * @throws Refusal what {@link MapReader#read} refuses, {@code ROLE_MISSING}, {@code REGION_FOREIGN}
     */
    public RegionMap execute(Actor actor, String file, byte[] content) {
        actor.requireAnywhere(Role.ADMIN);
        RegionMap map = reader.read(file, content, actor.username());
        actor.require(Role.ADMIN, map.region());
        maps.keep(actor.username(), map);
        log.append(
                actor.username(),
                "map:" + map.region(),
                "MapUploaded",
                Map.of("file", map.file(), "shapes", map.shapes().size(), "size", content.length));
        return map;
    }
}
