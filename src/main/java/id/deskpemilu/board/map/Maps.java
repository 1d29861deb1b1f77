package id.deskpemilu.board.map;

import id.deskpemilu.shared.RegionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The maps in use, and those uploaded that somebody still has to look at. */
@Repository
public class Maps {

    private final JdbcClient jdbc;
    private final Clock clock;

    Maps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A map in the list.
     *
     * @param region the region whose parts it draws
     * @param name the region's name
     * @param draft whether it is not in use yet
     * @param shapes how many parts have an outline
     * @param parts how many parts the region has
     * @param uploadedAt when
     */
    public record Entry(
            RegionCode region, String name, boolean draft, int shapes, int parts, java.time.Instant uploadedAt) {}

    /** The map in use for the parts of the region. */
    public Optional<RegionMap> find(RegionCode region) {
        return find(region, false);
    }

    /** The map of the region that was uploaded and is not in use yet. */
    public Optional<RegionMap> draft(RegionCode region) {
        return find(region, true);
    }

    /** The maps whose region lies in one of the regions, by code. */
    public List<Entry> in(Collection<RegionCode> regions) {
        return jdbc.sql("""
                        select m.region, r.name, m.draft, m.uploaded_at,
                               (select count(*) from desk.map_shape s where s.region = m.region and s.draft = m.draft) shapes,
                               (select count(*) from desk.region p where p.code like m.region || '%'
                                and length(p.code) = case length(m.region) when 4 then 6 else 10 end) parts
                        from desk.map m join desk.region r on r.code = m.region
                        where m.region like any (?) order by m.region, m.draft
                        """)
                .param(regions.stream().map(code -> code.digits() + "%").toArray(String[]::new))
                .query((row, n) -> new Entry(
                        new RegionCode(row.getString("region")),
                        row.getString("name"),
                        row.getBoolean("draft"),
                        row.getInt("shapes"),
                        row.getInt("parts"),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Keeps a map to be looked at, in place of one that nobody put to use. */
    public void keep(String username, RegionMap map) {
        delete(map.region(), true);
        jdbc.sql("""
                        insert into desk.map (region, draft, height, file, uploaded_by, uploaded_at)
                        values (?, true, ?, ?, ?, ?)
                        """)
                .params(
                        map.region().digits(),
                        map.height(),
                        map.file(),
                        username,
                        OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .update();
        for (RegionMap.Shape shape : map.shapes()) {
            jdbc.sql("insert into desk.map_shape (region, draft, part, path, x, y) values (?, true, ?, ?, ?, ?)")
                    .params(map.region().digits(), shape.region().digits(), shape.path(), shape.x(), shape.y())
                    .update();
        }
    }

    /** Puts the uploaded map to use in place of the one before; says whether there was one. */
    public boolean use(RegionCode region) {
        if (draft(region).isEmpty()) {
            return false;
        }
        delete(region, false);
        jdbc.sql("update desk.map set draft = false where region = ? and draft")
                .param(region.digits())
                .update();
        return true;
    }

    /** Deletes the map; says whether there was one. */
    public boolean delete(RegionCode region, boolean draft) {
        return jdbc.sql("delete from desk.map where region = ? and draft = ?")
                        .params(region.digits(), draft)
                        .update()
                > 0;
    }

    /** Which of the codes are regions. */
    List<String> known(Collection<RegionCode> codes) {
        return jdbc.sql("select code from desk.region where code = any (?)")
                .param(codes.stream().map(RegionCode::digits).toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private Optional<RegionMap> find(RegionCode region, boolean draft) {
        List<Map.Entry<RegionMap, RegionMap.Shape>> rows =
                jdbc.sql("""
                        select m.region, m.height, m.file, m.uploaded_by, m.uploaded_at, s.part, s.path, s.x, s.y
                        from desk.map m join desk.map_shape s on s.region = m.region and s.draft = m.draft
                        where m.region = ? and m.draft = ? order by s.part
                        """).params(region.digits(), draft).query(Maps::read).list();
        return rows.stream()
                .findFirst()
                .map(Map.Entry::getKey)
                .map(map -> new RegionMap(
                        map.region(),
                        map.height(),
                        rows.stream().map(Map.Entry::getValue).toList(),
                        map.file(),
                        map.uploadedBy(),
                        map.uploadedAt()));
    }

    private static Map.Entry<RegionMap, RegionMap.Shape> read(ResultSet row, int n) throws SQLException {
        return Map.entry(
                new RegionMap(
                        new RegionCode(row.getString("region")),
                        row.getInt("height"),
                        List.of(),
                        row.getString("file"),
                        row.getString("uploaded_by"),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant()),
                new RegionMap.Shape(
                        new RegionCode(row.getString("part")),
                        row.getString("path"),
                        row.getInt("x"),
                        row.getInt("y")));
    }
}
