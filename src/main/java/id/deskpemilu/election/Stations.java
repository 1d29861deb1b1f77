package id.deskpemilu.election;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The polling stations, read with the names of their desa and kecamatan. */
@Repository
public class Stations {

    private static final String SELECT = """
            select s.code, v.name village, d.name district, s.dpt_l, s.dpt_p
            from desk.station s
            join desk.region v on v.code = s.village
            join desk.region d on d.code = substr(s.village, 1, 6)
            """;

    private final JdbcClient jdbc;

    Stations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The station of that code in the election. */
    public Optional<Station> find(long electionId, StationCode code) {
        return jdbc.sql(SELECT + "where s.election_id = ? and s.code = ?")
                .params(electionId, code.digits())
                .query(Stations::read)
                .optional();
    }

    /** The stations of the regions, in the order of their codes. */
    public List<Station> in(long electionId, Collection<RegionCode> regions) {
        String[] patterns =
                regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
        return jdbc.sql(SELECT + "where s.election_id = ? and s.code like any (?) order by s.code")
                .params(electionId, patterns)
                .query(Stations::read)
                .list();
    }

    /**
     * A desa or kelurahan with stations.
     *
     * @param code its code
     * @param name its name
     * @param district the kecamatan's code
     * @param districtName the kecamatan's name
     */
    public record Village(RegionCode code, String name, RegionCode district, String districtName) {}

    /** The desa and kelurahan of the area in which the election has stations, in the order of their codes. */
    public List<Village> villages(long electionId, RegionCode area) {
        return jdbc.sql("""
                        select v.code, v.name, d.code district, d.name district_name
                        from (select distinct village from desk.station where election_id = ? and code like ?) s
                        join desk.region v on v.code = s.village
                        join desk.region d on d.code = substr(s.village, 1, 6)
                        order by v.code
                        """)
                .params(electionId, area.digits() + "%")
                .query((row, n) -> new Village(
                        new RegionCode(row.getString("code")),
                        row.getString("name"),
                        new RegionCode(row.getString("district")),
                        row.getString("district_name")))
                .list();
    }

    /** How many stations of the election lie in the region. */
    public int count(long electionId, RegionCode region) {
        return jdbc.sql("select count(*) from desk.station where election_id = ? and code like ?")
                .params(electionId, region.digits() + "%")
                .query(Integer.class)
                .single();
    }

    /** How many stations of the election lie in each region of the level inside the region; those with none are missing. */
    public Map<RegionCode, Integer> count(long electionId, RegionCode region, RegionCode.Level level) {
        Map<RegionCode, Integer> counts = new TreeMap<>();
        jdbc.sql("""
                        select substr(code, 1, ?) part, count(*) n from desk.station
                        where election_id = ? and code like ? group by 1
                        """)
                .params(level.length(), electionId, region.digits() + "%")
                .query((row, n) -> Map.entry(new RegionCode(row.getString("part")), row.getInt("n")))
                .list()
                .forEach(part -> counts.put(part.getKey(), part.getValue()));
        return counts;
    }

    /** How many stations the election has. */
    public int count(long electionId) {
        return jdbc.sql("select count(*) from desk.station where election_id = ?")
                .param(electionId)
                .query(Integer.class)
                .single();
    }

    /** Whether stations of the election lie in the area and in none of the regions: others have a say there too. */
    public boolean anyOutside(long electionId, RegionCode area, Collection<RegionCode> regions) {
        String[] patterns =
                regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
        return jdbc.sql("""
                        select exists (select 1 from desk.station
                                       where election_id = ? and code like ? and not code like any (?))
                        """)
                .params(electionId, area.digits() + "%", patterns)
                .query(Boolean.class)
                .single();
    }

    /** Whether stations of the election lie in none of the regions. */
    public boolean anyOutside(long electionId, Collection<RegionCode> regions) {
        String[] patterns =
                regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
        return jdbc.sql("select exists (select 1 from desk.station where election_id = ? and not code like any (?))")
                .params(electionId, patterns)
                .query(Boolean.class)
                .single();
    }

    /** Whether a station of the election lies in one of the regions. */
    public boolean anyIn(long electionId, Collection<RegionCode> regions) {
        String[] patterns =
                regions.stream().map(region -> region.digits() + "%").toArray(String[]::new);
        return jdbc.sql("select exists (select from desk.station where election_id = ? and code like any (?))")
                .params(electionId, patterns)
                .query(Boolean.class)
                .single();
    }

    private static Station read(ResultSet row, int n) throws SQLException {
        return new Station(
                new StationCode(row.getString("code")),
                row.getString("village"),
                row.getString("district"),
                row.getObject("dpt_l", Integer.class),
                row.getObject("dpt_p", Integer.class));
    }
}
