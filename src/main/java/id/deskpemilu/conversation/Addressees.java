package id.deskpemilu.conversation;

import id.deskpemilu.election.Contest;
import id.deskpemilu.election.ContestType;
import id.deskpemilu.election.Contests;
import id.deskpemilu.election.Election;
import id.deskpemilu.shared.RegionCode;
import id.deskpemilu.shared.StationCode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the operators of a region: those with an assignment in force in it, below it, or for a region that it lies in. */
@Component
public class Addressees {

    private static final String FROM = """
            from desk.assignment a
            left join desk.account c on c.username = a.username
            where a.role = 'OPERATOR' and a.valid_from <= :now and (a.valid_until is null or a.valid_until > :now)
              and (a.region like :inside or a.region = any (:above))
            """;

    /** A TPS without a report, in terms of every region it lies in. */
    private static final String SILENT = """
              and a.region in (select substr(v.village, 1, l)
                               from (select distinct substr(r.station, 1, 10) village from desk.report r
                                     where r.contest_id = any (:contests) and r.status = 'AWAITED' and r.current
                                       and r.station like :inside) v,
                                    unnest(array[2, 4, 6, 10]) l)
            """;

    private final JdbcClient jdbc;
    private final Contests contests;
    private final Clock clock;

    Addressees(JdbcClient jdbc, Contests contests, Clock clock) {
        this.jdbc = jdbc;
        this.contests = contests;
        this.clock = clock;
    }

    /**
     * Somebody a message is for.
     *
     * @param username the account
     * @param name the person's name, the account's if it is not known
     * @param phone a telephone number, if known
     * @param region for which region, inside the one that was asked for
     */
    public record Addressee(
            String username, String name, @Nullable String phone, RegionCode region) {}

    /** Those for whom a broadcast is, each once. */
    public List<Addressee> of(Election election, RegionCode region, Audience audience, @Nullable ContestType contest) {
        return bound("""
                        select distinct on (a.username) a.username, coalesce(c.name, a.username) name, c.phone,
                               case when length(a.region) < length(:region) then :region else a.region end region
                        """, "order by a.username, a.region", election, region, audience, contest)
                .query((row, n) -> new Addressee(
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("phone"),
                        new RegionCode(row.getString("region"))))
                .list();
    }

    /** How many {@link #of} finds. */
    public int count(Election election, RegionCode region, Audience audience, @Nullable ContestType contest) {
        return bound("select count(distinct a.username) ", "", election, region, audience, contest)
                .query(Integer.class)
                .single();
    }

    /**
     * Those of the accounts that act as operator for the station now, with name and number.
     *
     * @param usernames the accounts; null: whoever does
     */
    List<Addressee> at(StationCode station, @Nullable List<String> usernames) {
        String[] regions = regions(station.village(), true);
        return jdbc.sql("""
                        select distinct on (a.username) a.username, coalesce(c.name, a.username) name, c.phone, a.region
                        from desk.assignment a
                        left join desk.account c on c.username = a.username
                        where a.role = 'OPERATOR' and a.region = any (:regions)
                          and a.valid_from <= :now and (a.valid_until is null or a.valid_until > :now)
                          and (:usernames::varchar[] is null or a.username = any (:usernames))
                        order by a.username, a.region
                        """)
                .param("regions", regions)
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .param("usernames", usernames == null ? null : usernames.toArray(String[]::new))
                .query((row, n) -> new Addressee(
                        row.getString("username"), row.getString("name"), row.getString("phone"), station.village()))
                .list();
    }

    private JdbcClient.StatementSpec bound(
            String select,
            String order,
            Election election,
            RegionCode region,
            Audience audience,
            @Nullable ContestType contest) {
        boolean silent = audience == Audience.SILENT;
        JdbcClient.StatementSpec sql = jdbc.sql(select + FROM + (silent ? SILENT : "") + order)
                .param("now", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
                .param("region", region.digits())
                .param("inside", region.digits() + "%")
                .param("above", regions(region, false));
        return silent
                ? sql.param(
                        "contests",
                        contests.all(election.id()).stream()
                                .filter(one -> contest == null || one.type() == contest)
                                .map(Contest::id)
                                .toArray(Long[]::new))
                : sql;
    }

    private static String[] regions(RegionCode code, boolean itself) {
        return Arrays.stream(RegionCode.Level.values())
                .filter(level -> level.length() < code.digits().length() || itself && level == code.level())
                .map(level -> code.at(level).digits())
                .toArray(String[]::new);
    }
}
