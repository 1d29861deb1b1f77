package id.deskpemilu.incident;

import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The incidents of an election and the stations that have opened. */
@Repository
public class Incidents {

    /** How many rows a page has. */
    public static final int PAGE_SIZE = 50;

    // follow-ups that do not end as a sentence get a full stop, so that they can stand one after the other
    private static final String SELECT = """
            select i.*, r.name region_name, d.name district_name,
                   (select string_agg(case when f.text ~ '[.!?]$' then f.text else f.text || '.' end, ' ' order by f.id)
                    from desk.incident_follow_up f where f.incident_id = i.id and f.text <> '') follow_up
            from desk.incident i
            join desk.region r on r.code = i.region
            join desk.region d on d.code = substr(i.region, 1, 6)
            """;

    private static final String FILTERED = """
            where i.election_id = :election and i.region like any (:inside)
              and (:kind::text is null or i.kind = :kind)
              and case :state when 'OPEN' then i.settled_at is null and i.withdrawn_at is null
                              when 'SETTLED' then i.settled_at is not null and i.withdrawn_at is null
                              when 'WITHDRAWN' then i.withdrawn_at is not null
                              else true end
            """;

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How an incident stands. */
    public enum State {
        /** It goes on. */
        OPEN,
        /** It is over. */
        SETTLED,
        /** It was entered by mistake. */
        WITHDRAWN
    }

    /**
     * Which incidents are looked for.
     *
     * @param regions inside which regions
     * @param kind null: of any kind
     * @param state null: in any state
     */
    public record Filter(
            long electionId,
            Collection<RegionCode> regions,
            @Nullable IncidentKind kind,
            @Nullable State state) {

        public Filter {
            regions = List.copyOf(regions);
        }
    }

    /**
     * What was said about an incident afterwards.
     *
     * @param text what was done; empty if it was only said to be over, or not to be
     * @param settled whether it was over then
     * @param name of the person who wrote it
     * @param at real time
     */
    public record FollowUp(String text, boolean settled, String name, Instant at) {}

    /** Those of the region that were not withdrawn, the earliest first. */
    public List<Incident> of(long electionId, RegionCode region) {
        return jdbc.sql(SELECT + """
                        where i.election_id = ? and i.region like ? and i.withdrawn_at is null
                        order by i.happened_at, i.id
                        """)
                .params(electionId, region.digits() + "%")
                .query(Incidents::read)
                .list();
    }

    /** How many stations of the region are known to have opened. */
    public int opened(long electionId, RegionCode region) {
        return jdbc.sql("select count(*) from desk.station_opening where election_id = ? and station like ?")
                .params(electionId, region.digits() + "%")
                .query(Integer.class)
                .single();
    }

    /** Those that the filter lets through, the latest first. */
    public List<Incident> find(Filter filter, int page) {
        return bound(SELECT + FILTERED + "order by i.happened_at desc, i.id limit :limit offset :offset", filter)
                .param("limit", PAGE_SIZE)
                .param("offset", (long) page * PAGE_SIZE)
                .query(Incidents::read)
                .list();
    }

    /** How many {@link #find} finds on all pages. */
    public int count(Filter filter) {
        return bound("select count(*) from desk.incident i " + FILTERED, filter)
                .query(Integer.class)
                .single();
    }

    /** The incident of that key. */
    public Optional<Incident> find(UUID id) {
        return jdbc.sql(SELECT + "where i.id = ?")
                .param(id)
                .query(Incidents::read)
                .optional();
    }

    /** The same, its row locked until the transaction ends. */
    public Optional<Incident> lock(UUID id) {
        jdbc.sql("select id from desk.incident where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** The one that the person has entered under the key, if any. */
    public Optional<Incident> entered(String by, String key) {
        return jdbc.sql(SELECT + "where i.entered_by = ? and i.key = ?")
                .params(by, key)
                .query(Incidents::read)
                .optional();
    }

    /** Adds it, unless the person has entered one under the key before: then nothing is written. */
    public boolean add(Incident one, String key) {
        return jdbc.sql("""
                                insert into desk.incident (id, election_id, kind, region, station, happened_at, text,
                                                           entered_by, entered_name, entered_at, key)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (entered_by, key) do nothing
                                """)
                        .params(
                                one.id(),
                                one.electionId(),
                                one.kind().name(),
                                one.region().digits(),
                                one.station() == null ? null : one.station().digits(),
                                one.at().atOffset(ZoneOffset.UTC),
                                one.text(),
                                one.by(),
                                one.byName(),
                                one.enteredAt().atOffset(ZoneOffset.UTC),
                                key)
                        .update()
                == 1;
    }

    /** Adds a follow-up and with it how the incident stands, unless the person has written one under the key before. */
    public boolean followUp(UUID id, FollowUp one, String author, String key) {
        boolean added = jdbc.sql("""
                                insert into desk.incident_follow_up (incident_id, text, settled, author, author_name, at, key)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict (author, key) do nothing
                                """)
                        .params(
                                id,
                                one.text(),
                                one.settled(),
                                author,
                                one.name(),
                                one.at().atOffset(ZoneOffset.UTC),
                                key)
                        .update()
                == 1;
        if (added) {
            // what was over stays over since then
            jdbc.sql("""
                            update desk.incident set settled_at = case when :settled then coalesce(settled_at, :at) end
                            where id = :id
                            """)
                    .param("settled", one.settled())
                    .param("at", one.at().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
        }
        return added;
    }

    /** Whether the person has written a follow-up under the key. */
    public boolean followedUp(String author, String key) {
        return jdbc.sql("select exists (select from desk.incident_follow_up where author = ? and key = ?)")
                .params(author, key)
                .query(Boolean.class)
                .single();
    }

    /** What was said about it afterwards, the earliest first. */
    public List<FollowUp> followUps(UUID id) {
        return jdbc.sql("""
                        select text, settled, author_name, at from desk.incident_follow_up
                        where incident_id = ? order by id
                        """)
                .param(id)
                .query((row, n) -> new FollowUp(
                        row.getString("text"),
                        row.getBoolean("settled"),
                        row.getString("author_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Withdraws it; what was withdrawn before stays as it is. */
    public void withdraw(UUID id, Incident.Withdrawal withdrawal) {
        jdbc.sql("""
                        update desk.incident set withdrawn_at = ?, withdrawn_by = ?, reason = ?
                        where id = ? and withdrawn_at is null
                        """)
                .params(withdrawal.at().atOffset(ZoneOffset.UTC), withdrawal.by(), withdrawal.reason(), id)
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, Filter filter) {
        return jdbc.sql(sql)
                .param("election", filter.electionId())
                .param(
                        "inside",
                        filter.regions().stream()
                                .map(region -> region.digits() + "%")
                                .toArray(String[]::new))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? "" : filter.state().name());
    }

    private static Incident read(ResultSet row, int n) throws SQLException {
        String station = row.getString("station");
        Instant settled = at(row, "settled_at");
        Instant withdrawn = at(row, "withdrawn_at");
        return new Incident(
                row.getObject("id", UUID.class),
                row.getLong("election_id"),
                IncidentKind.valueOf(row.getString("kind")),
                new RegionCode(row.getString("region")),
                row.getString("region_name"),
                row.getString("district_name"),
                station == null ? null : new StationCode(station),
                Objects.requireNonNull(at(row, "happened_at")),
                row.getString("text"),
                row.getString("follow_up"),
                settled,
                row.getString("entered_by"),
                row.getString("entered_name"),
                Objects.requireNonNull(at(row, "entered_at")),
                withdrawn == null
                        ? null
                        : new Incident.Withdrawal(withdrawn, row.getString("withdrawn_by"), row.getString("reason")));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
