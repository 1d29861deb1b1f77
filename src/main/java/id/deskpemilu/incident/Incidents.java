package id.deskpemilu.incident;

import id.deskpemilu.shared.RegionCode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The incidents of an election and the stations that have opened. */
@Repository
public class Incidents {

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the region that were not withdrawn, the earliest first. */
    public List<Incident> of(long electionId, RegionCode region) {
        return List.of();
    }

    /** How many stations of the region are known to have opened. */
    public int opened(long electionId, RegionCode region) {
        return 0;
    }
}
