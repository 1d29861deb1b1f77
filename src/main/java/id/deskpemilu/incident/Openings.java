package id.deskpemilu.incident;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which stations have opened, and when. */
@Repository
public class Openings {

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the stations of the region opened, by the clock of the election; those not known to have opened are missing. */
    public Map<StationCode, Instant> of(long electionId, RegionCode region) {
        return jdbc
                .sql("select station, opened_at from desk.station_opening where election_id = ? and station like ?")
                .params(electionId, region.digits() + "%")
                .query((row, n) -> Map.entry(
                        new StationCode(row.getString("station")),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** How many stations have opened in each region of that length of code inside the region; those with none are missing. */
    public Map<RegionCode, Integer> count(long electionId, RegionCode region, RegionCode.Level level) {
        return jdbc
                .sql("""
                        select substr(station, 1, ?) code, count(*) n from desk.station_opening
                        where election_id = ? and station like ? group by 1
                        """)
                .params(level.length(), electionId, region.digits() + "%")
                .query((row, n) -> Map.entry(new RegionCode(row.getString("code")), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /**
     * Notes that the stations opened at that hour; those of which it is known keep their hour.
     *
     * @param at by the clock of the election
     * @param enteredAt real time
     * @return the stations of which it was not known
     */
    public List<StationCode> open(
            long electionId, Collection<StationCode> stations, Instant at, String by, Instant enteredAt) {
        return jdbc.sql("""
                        insert into desk.station_opening (election_id, station, opened_at, entered_by, entered_at)
                        select :election, s, :at, :by, :entered from unnest(:stations::varchar[]) s order by s
                        on conflict do nothing returning station
                        """)
                .param("election", electionId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("entered", enteredAt.atOffset(ZoneOffset.UTC))
                .param("stations", digits(stations))
                .query((row, n) -> new StationCode(row.getString("station")))
                .list();
    }

    /** Takes the notes back; which of the stations had one. */
    public List<StationCode> close(long electionId, Collection<StationCode> stations) {
        return jdbc.sql(
                        "delete from desk.station_opening where election_id = ? and station = any (?) returning station")
                .params(electionId, digits(stations))
                .query((row, n) -> new StationCode(row.getString("station")))
                .list();
    }

    private static String[] digits(Collection<StationCode> stations) {
        return stations.stream().map(StationCode::digits).toArray(String[]::new);
    }
}
