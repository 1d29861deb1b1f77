package id.deskpemilu.election;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The region tree. */
@Repository
public class Regions {

    private final JdbcClient jdbc;

    Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The region of that code. */
    public Optional<Region> find(RegionCode code) {
        return jdbc.sql("select code, name, zone from desk.region where code = ?")
                .param(code.digits())
                .query(Regions::read)
                .optional();
    }

    /** Those of the regions that are known, by their codes. */
    public Map<RegionCode, Region> named(Collection<RegionCode> codes) {
        return jdbc
                .sql("select code, name, zone from desk.region where code = any (?)")
                .param(codes.stream().map(RegionCode::digits).toArray(String[]::new))
                .query(Regions::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Region::code, Function.identity()));
    }

    /** The regions directly below, in the order of their codes. */
    public List<Region> below(RegionCode code) {
        return jdbc.sql("""
                        select code, name, zone from desk.region
                        where code like ? and length(code) =
                              case length(?::text) when 2 then 4 when 4 then 6 else 10 end
                        order by code
                        """)
                .params(code.digits() + "%", code.digits())
                .query(Regions::read)
                .list();
    }

    /** Every region of the level inside the region, the region itself if it is of that level. */
    public List<Region> inside(RegionCode code, RegionCode.Level level) {
        return jdbc.sql("select code, name, zone from desk.region where code like ? and length(code) = ? order by code")
                .params(code.digits() + "%", level.length())
                .query(Regions::read)
                .list();
    }

    /** How many regions of the level lie in the regions. */
    public int count(Collection<RegionCode> codes, RegionCode.Level level) {
        return jdbc.sql("select count(*) from desk.region where code like any (?) and length(code) = ?")
                .params(codes.stream().map(code -> code.digits() + "%").toArray(String[]::new), level.length())
                .query(Integer.class)
                .single();
    }

    /** The region and those it lies in, from the top. */
    public List<Region> path(RegionCode code) {
        return jdbc.sql("select code, name, zone from desk.region where ? like code || '%' order by length(code)")
                .param(code.digits())
                .query(Regions::read)
                .list();
    }

    private static Region read(ResultSet row, int n) throws SQLException {
        return new Region(
                new RegionCode(row.getString("code")), row.getString("name"), Zone.valueOf(row.getString("zone")));
    }
}
